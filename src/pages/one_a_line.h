#pragma once
// Names in a field of several lines.

#include <string>
#include <vector>

#include "base/base.h"

namespace makegood::pages {

[[nodiscard]] inline std::string one_a_line(const std::vector<std::string>& names) { return makegood::join(names, "\n"); }

}  // namespace makegood::pages
