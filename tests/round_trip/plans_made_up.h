#pragma once
// Plans that nobody would adopt: every combination of fields, texts that mean something to a format,
// trees of themes, references of all shapes. The same seed gives the same plan.

#include <cstdint>

#include "plan/plan.h"

namespace makegood::round_trip {

[[nodiscard]] Plan made_up_plan(std::uint64_t seed);

}  // namespace makegood::round_trip
