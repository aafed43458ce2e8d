#include "pages/shared_items.h"

#include <set>

namespace makegood::pages {

void tell_sharing(PlanPage& page, const std::vector<IncludedItem>& included, const std::vector<Inclusion>& lent) {
  const auto homes = homes_of(included);
  for (auto& row : page.rows)
    if (const auto found = homes.find(row.id); found != homes.end()) {
      row.home = found->second->home;
      row.home_title = found->second->home_title;
    }
  for (auto& next : page.next_dates)
    if (const auto found = homes.find(next.item); found != homes.end()) next.home = found->second->home;
  for (const auto& one : included) {
    if (!one.item->absent) ++page.included;
    else page.gone.push_back({one.inclusion.home, one.inclusion.home_title, one.item->id, one.item->title, one.item->departure.value_or(Departure{})});
  }
  std::set<ItemId> items;
  for (const auto& inclusion : lent) items.insert(inclusion.item);
  page.lent = static_cast<int>(items.size());
}

}  // namespace makegood::pages
