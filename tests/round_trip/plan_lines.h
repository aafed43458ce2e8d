#pragma once
// All that a plan says, a line each, so that two plans can be compared and their difference shown.
// Left out is what belongs to the reading and not to the plan: places, confidence, findings, spans.

#include <string>
#include <vector>

#include "plan/plan.h"

namespace makegood::round_trip {

[[nodiscard]] std::vector<std::string> plan_lines(const Plan& plan);
/// The first lines that differ, "- " what was meant and "+ " what came; empty when none does.
[[nodiscard]] std::string difference(const Plan& meant, const Plan& came);

}  // namespace makegood::round_trip
