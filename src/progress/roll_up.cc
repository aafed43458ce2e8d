#include "progress/standing.h"

namespace makegood {

RollUp roll_up(const Plan& plan, const Progress& progress) {
  RollUp sum;
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (!plan.items[i].parent.empty() || plan.items[i].absent) continue;
    const auto& standing = standings[i];
    const auto claim = standing.claim == nullptr ? Claim::not_yet_reported : standing.claim->claim;
    const auto found = standing.finding == nullptr ? Found::not_yet_assessed : standing.finding->found;
    ++sum.items;
    ++sum.claims[static_cast<std::size_t>(claim)];
    ++sum.founds[static_cast<std::size_t>(found)];
  }
  return sum;
}

}  // namespace makegood
