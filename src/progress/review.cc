// Work without an end is never overdue: it is looked at again, again and again.

#include "progress/standing.h"

namespace makegood {
namespace {

bool is_reviewed_still(const Item& item, const Standing& standing, const Computed& computed) {
  return !item.absent && is_reviewed(item.dates()) && computed.status.rule != Rule::complete && standing.stage != Stage::closed;
}

}  // namespace

std::vector<Review> reviews(const Plan& plan, const Progress& progress, Day today) {
  std::vector<Review> all;
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t i = 0; i < plan.items.size(); ++i) {
    const auto computed = computed_status(plan.items[i], standings[i], today);
    if (is_reviewed_still(plan.items[i], standings[i], computed))
      all.push_back({plan.items[i].id, computed.status.due, computed.status.rule == Rule::review_due});
  }
  return all;
}

}  // namespace makegood
