#include "cycle/plan_dates.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood {
namespace {

void add_dates(std::vector<PlanDate>& dates, const Item& item, const RuleBook& rules) {
  const auto status = rules.of(item);
  if (item.absent || status.rule == Rule::complete || !status.due) return;
  const bool promised = item.dates().due == status.due;
  dates.push_back({promised ? DateKind::due : DateKind::review, *status.due, &item, 0});
  int ordinal = 0;
  for (const auto& milestone : item.dates().milestones) {
    ++ordinal;
    if (milestone.day != *status.due) dates.push_back({DateKind::milestone, milestone.day, &item, ordinal});
  }
}

}  // namespace

std::string_view word(DateKind kind) {
  switch (kind) {
    case DateKind::due: return "due";
    case DateKind::milestone: return "milestone";
    case DateKind::review: return "review";
  }
  return {};
}

std::string PlanDate::uid() const {
  return kind == DateKind::milestone ? fmt::format("{}-{}-{}", item->id.text, word(kind), ordinal)
                                     : fmt::format("{}-{}", item->id.text, word(kind));
}

std::vector<PlanDate> dates_of(const std::vector<const Item*>& items, const RuleBook& rules) {
  std::vector<PlanDate> dates;
  for (const auto* item : items) add_dates(dates, *item, rules);
  std::stable_sort(dates.begin(), dates.end(), [](const PlanDate& a, const PlanDate& b) { return a.day < b.day; });
  return dates;
}

std::vector<PlanDate> dates_of(const Plan& plan, const RuleBook& rules) {
  std::vector<const Item*> items;
  for (const auto& item : plan.items) items.push_back(&item);
  return dates_of(items, rules);
}

}  // namespace makegood
