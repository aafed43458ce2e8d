#pragma once
// Where a plan and its items stand on the public site, as a path without a host: what open data links to.

#include <string>

#include "plan/plan.h"

namespace makegood {

[[nodiscard]] inline std::string plan_path(const Plan& plan) { return "/plans/" + plan.slug; }
[[nodiscard]] inline std::string item_path(const Plan& plan, const ItemId& id) { return plan_path(plan) + "/items/" + id.text; }

}  // namespace makegood
