#pragma once
// The part of a plan that a report is about, as a plan of its own. For this module only.

#include "report/committee.h"

namespace makegood {

/// Items in plan order; what stands under one of them comes along. An item whose parent is not in the part
/// stands alone in it. Indicators are those of the themes that are left. Names are compared without regard to case.
[[nodiscard]] Plan part_of_plan(const Plan& plan, const ReportSpec& spec, const std::vector<OwnerPlace>& places);

/// One sentence: why the part is empty, with what there is instead.
[[nodiscard]] std::string part_has_nothing(const Plan& plan, const ReportSpec& spec);

}  // namespace makegood
