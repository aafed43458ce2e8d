#include <algorithm>
#include <unordered_map>

#include "progress/standing.h"

namespace makegood {
namespace {

bool is_done(const Item& item, const Standing& standing) {
  return (standing.claim != nullptr && standing.claim->claim == Claim::complete) || item.dates().complete ||
         item.response == Response::accepted_and_completed;
}

Slippage slippage_of(const Item& item, const Standing& standing) {
  Slippage slippage;
  slippage.item = item.id;
  slippage.original = item.first_due;
  slippage.current = item.dates().due;
  if (!is_done(item, standing)) slippage.forecast = standing.forecast;
  const auto latest = std::max(slippage.current, slippage.forecast);  // no date is before every date
  if (slippage.original && latest) slippage.days = days_between(*slippage.original, *latest);
  return slippage;
}

bool says_something(const Slippage& slippage) {
  return !slippage.steps.empty() || slippage.days.value_or(0) != 0 || (slippage.forecast && !slippage.current);
}

}  // namespace

std::vector<Slippage> slippages(const Plan& plan, const Progress& progress) {
  std::unordered_map<std::string_view, std::vector<const Redating*>> steps;
  for (const auto& redating : progress.redatings) steps[redating.item.text].push_back(&redating);
  const auto standings = standings_of(progress, plan.items);
  std::vector<Slippage> all;
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    if (plan.items[i].absent) continue;
    auto slippage = slippage_of(plan.items[i], standings[i]);
    for (const auto* step : steps[plan.items[i].id.text]) {
      slippage.steps.push_back(*step);
      if (step->agreed) ++slippage.redatings;
    }
    if (says_something(slippage)) all.push_back(std::move(slippage));
  }
  return all;
}

}  // namespace makegood
