#pragma once
// A framework, a charter or a standard has criteria that are assessed in rounds. Nobody promised them by a day, so whether
// they are kept in time is no question.

#include <algorithm>
#include <string>
#include <vector>

#include "pages/pieces.h"
#include "pages/plan_model.h"

namespace makegood::pages {

[[nodiscard]] inline bool are_criteria_alone(const std::vector<KindCount>& kinds) {
  return !kinds.empty() && std::all_of(kinds.begin(), kinds.end(), [](const KindCount& one) { return one.kind == ItemKind::criterion; });
}

/// What a line about a plan answers.
[[nodiscard]] inline std::string plan_answer_words(const Site& site, const std::vector<KindCount>& kinds, const PlanAnswer& answer) {
  return are_criteria_alone(kinds) ? site.words("plan.criteria_assessed") : answer_words(site, answer);
}

}  // namespace makegood::pages
