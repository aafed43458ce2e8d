// What the calendar says once it has heard the owner.

#include <algorithm>

#include "progress/standing.h"

namespace makegood {
namespace {

// An item whose dates are as they are, reported on when its owner last spoke.
RuleStatus with_last_word(const Item& item, const Standing& standing, Day today) {
  if (standing.last_word == nullptr || (item.last_word && *item.last_word >= standing.last_word->day)) return rule_status(item, today);
  Item heard = item;
  heard.last_word = standing.last_word->day;
  return rule_status(heard, today);
}

void finish(RuleStatus& status, Rule rule, Day today) {
  status.rule = rule;
  status.days.reset();
  if (status.due) status.days = days_between(*status.due, today);
}

}  // namespace

Computed computed_status(const Item& item, const Standing& standing, Day today) {
  Computed computed{with_last_word(item, standing, today), false, std::nullopt};
  auto& status = computed.status;
  const bool claims_complete = standing.claim != nullptr && standing.claim->claim == Claim::complete;
  computed.complete_without_evidence = claims_complete && !standing.has_evidence;
  if (claims_complete) {
    status.due = item.dates().due;
    finish(status, Rule::complete, today);
  }
  if (status.rule == Rule::complete) return computed;
  if (standing.stage == Stage::closed) {
    finish(status, Rule::ok, today);
    return computed;
  }
  const auto due = item.dates().due;
  if (standing.forecast && due) computed.forecast_slip = days_between(*due, *standing.forecast);
  const bool is_late = computed.forecast_slip.value_or(0) > 0;
  if (is_late && (status.rule == Rule::stale || status.rule == Rule::ok)) finish(status, Rule::slipping, today);
  return computed;
}

void hear(RuleBook& rules, const Plan& plan, const Progress& progress) {
  if (progress.updates.empty() && progress.stages.empty()) return;
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t n = 0; n < plan.items.size(); ++n)
    if (standings[n].last_word != nullptr || standings[n].claim != nullptr || standings[n].forecast || standings[n].stage != Stage::in_plan)
      rules.enter(plan.items[n].id, computed_status(plan.items[n], standings[n], rules.today()).status);
}

}  // namespace makegood
