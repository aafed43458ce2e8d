#pragma once
// A shipped framework as those who assess it meet it: it comes in with its levels, two people differ and agree, a gap is
// closed, and a second round shows what has moved.

#include <string>

#include "systems/subject.h"

namespace makegood::systems {

/// `name` = of a file in catalogue/frameworks, without its ending.
[[nodiscard]] Faults check_framework(const std::string& name);

}  // namespace makegood::systems
