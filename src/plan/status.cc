#include "plan/status.h"

#include <algorithm>

namespace makegood {
namespace {

static_assert([] {
  for (std::size_t i = 0; i < kRules.size(); ++i)
    if (kRules[i].rule != static_cast<Rule>(i)) return false;
  return true;
}());

std::optional<Day> next_after(Day day, Recurrence recurs) {
  switch (recurs) {
    case Recurrence::none: return std::nullopt;
    case Recurrence::weekly: return day.plus_days(7);
    case Recurrence::monthly: return day.plus_months(1);
    case Recurrence::quarterly: return day.plus_months(3);
    case Recurrence::termly: return day.plus_months(4);
    case Recurrence::six_monthly: return day.plus_months(6);
    case Recurrence::annual: return day.plus_months(12);
  }
  return std::nullopt;
}

bool is_complete(const Item& item) {
  return item.dates().complete || item.response == Response::accepted_and_completed;
}

std::optional<Day> review_day(const Item& item) {
  const auto& dates = item.dates();
  auto from = item.last_word;
  const auto begins = dates.start ? dates.start : dates.due;
  if (begins && (!from || *begins > *from)) from = begins;
  if (!from) return std::nullopt;
  const auto next = next_after(*from, dates.recurs);
  return next ? next : from->plus_months(kReviewMonths);
}

RuleStatus with(Rule rule, Day due, Day today, std::optional<int> slipped) {
  return {rule, due, days_between(due, today), slipped};
}

RuleStatus reviewed(const Item& item, Day today) {
  const auto day = review_day(item);
  if (!day) return {Rule::review_due, std::nullopt, std::nullopt, std::nullopt};
  return with(*day <= today ? Rule::review_due : Rule::ok, *day, today, std::nullopt);
}

bool is_stale(const Item& item, Day today) {
  return item.last_word && item.last_word->plus_months(kStaleMonths) < today &&
         !(item.dates().start && *item.dates().start > today);
}

void count_in(DeliveryRow& row, const RuleStatus& status, Day today) {
  ++row.counts[static_cast<std::size_t>(status.rule)];
  ++row.total;
  if (status.rule == Rule::complete || !status.due || *status.due < today) return;
  if (!row.next_due || *status.due < *row.next_due) row.next_due = status.due;
}

}  // namespace

std::string_view word(Rule rule) { return kRules[static_cast<std::size_t>(rule)].code; }

std::optional<Rule> rule_from(std::string_view code) {
  const auto found = std::find_if(kRules.begin(), kRules.end(), [&](const RuleWord& w) { return w.code == code; });
  if (found == kRules.end()) return std::nullopt;
  return found->rule;
}

bool is_reviewed(const Timescale& dates) {
  return (dates.ongoing && (!dates.due || dates.recurs != Recurrence::none)) ||
         (!dates.due && dates.recurs != Recurrence::none);
}

RuleStatus rule_status(const Item& item, Day today) {
  const auto& dates = item.dates();
  std::optional<int> slipped;
  if (dates.due && item.first_due && *dates.due != *item.first_due) slipped = days_between(*item.first_due, *dates.due);

  if (is_complete(item)) {
    RuleStatus done{Rule::complete, dates.due, std::nullopt, slipped};
    if (dates.due) done.days = days_between(*dates.due, today);
    return done;
  }
  if (is_reviewed(dates)) return reviewed(item, today);
  if (!dates.due) return {Rule::no_date, std::nullopt, std::nullopt, std::nullopt};

  const int days_left = days_between(today, *dates.due);
  const auto say = [&](Rule rule) { return with(rule, *dates.due, today, slipped); };
  if (days_left < 0) return say(Rule::overdue);
  if (days_left <= kDueSoonDays) return say(Rule::due_soon);
  if (slipped && *slipped > 0) return say(Rule::slipping);
  if (is_stale(item, today)) return say(Rule::stale);
  return say(Rule::ok);
}

RuleStatus RuleBook::of(const Item& item) const {
  const auto entered = entered_.find(item.id);
  return entered == entered_.end() ? rule_status(item, today_) : entered->second;
}

Delivery count_delivery(const Plan& plan, const RuleBook& rules) {
  Delivery delivery;
  for (const auto& theme : plan.themes) {
    DeliveryRow row;
    row.theme = theme.id;
    row.title = theme_title(plan, theme.id);
    delivery.themes.push_back(std::move(row));
  }
  delivery.themes.emplace_back();  // items without a theme
  for (const auto& item : plan.items) {
    if (!item.parent.empty() || item.absent) continue;
    const auto status = rules.of(item);
    auto row = std::find_if(delivery.themes.begin(), delivery.themes.end(),
                            [&](const DeliveryRow& r) { return r.theme == item.theme; });
    if (row == delivery.themes.end()) --row;
    count_in(*row, status, rules.today());
    count_in(delivery.all, status, rules.today());
  }
  std::erase_if(delivery.themes, [](const DeliveryRow& row) { return row.total == 0; });
  return delivery;
}

}  // namespace makegood
