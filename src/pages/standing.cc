#include "pages/standing.h"

#include <algorithm>

namespace makegood::pages {

namespace {

constexpr std::array<std::string_view, 4> kStandingWords = {"complete", "in_hand", "late", "no_date"};

bool says_when(const Item& item) { return !item.timescale_raw.empty() || item.dates() != Timescale{}; }

const Item& dated_item(const Plan& plan, const Item& item, const RuleBook& rules) {
  if (says_when(item) || item.parent.empty() || rules.of(item).rule != Rule::no_date) return item;
  const Item* parent = find_item(plan, item.parent);
  return parent && says_when(*parent) ? *parent : item;
}

}  // namespace

std::string_view word(Standing standing) { return kStandingWords.at(static_cast<std::size_t>(standing)); }

std::optional<Standing> standing_from(std::string_view text) {
  const auto found = std::find(kStandingWords.begin(), kStandingWords.end(), text);
  if (found == kStandingWords.end()) return std::nullopt;
  return static_cast<Standing>(found - kStandingWords.begin());
}

Standing standing_of(Rule rule) {
  switch (rule) {
    case Rule::complete: return Standing::complete;
    case Rule::overdue: return Standing::late;
    case Rule::no_date: return Standing::no_date;
    default: return Standing::in_hand;
  }
}

CalendarFact calendar_fact(const Plan& plan, const Item& item, const RuleBook& rules) {
  const Item& dated = dated_item(plan, item, rules);
  CalendarFact fact;
  fact.status = rules.of(dated);
  fact.due = dated.dates().due;
  fact.standing = standing_of(fact.status.rule);
  fact.follows_parent = &dated != &item;
  return fact;
}

StandingCounts standings_in(const DeliveryRow& row) {
  StandingCounts counts;
  for (const auto& rule : kRules) counts.add(standing_of(rule.rule), row.count(rule.rule));
  return counts;
}

ProtectedTable delivery_table(const Delivery& delivery) {
  CountTable table({"theme", "standing"});
  for (const auto& row : delivery.themes)
    for (const auto standing : kStandings)
      (void)table.add({row.theme.text, std::string(word(standing))}, standings_in(row)[standing]);
  return not_about_people(std::move(table));
}

}  // namespace makegood::pages
