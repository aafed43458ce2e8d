#include "plan/include.h"

#include <algorithm>
#include <iterator>

namespace makegood {
namespace {

std::vector<Item> taken_in(const IncludedItem& included, const ThemeId& theme) {
  std::vector<Item> items = {*included.item};
  for (const auto* child : children_of(*included.home, included.item->id))
    if (!child->absent) items.push_back(*child);
  for (auto& item : items) item.theme = theme;
  return items;
}

}  // namespace

Plan include_items(Plan plan, const std::vector<IncludedItem>& included) {
  for (const auto& one : included) {
    if (one.item->absent) continue;
    const auto& wanted = one.inclusion.theme;
    const auto theme = find_theme(plan, wanted) == nullptr ? ThemeId{} : wanted;
    auto items = taken_in(one, theme);
    const auto last = std::find_if(plan.items.rbegin(), plan.items.rend(), [&](const Item& item) { return item.theme == theme; });
    const auto after = last == plan.items.rend() ? plan.items.end() : last.base();
    plan.items.insert(after, std::make_move_iterator(items.begin()), std::make_move_iterator(items.end()));
  }
  return plan;
}

std::map<ItemId, const Inclusion*> homes_of(const std::vector<IncludedItem>& included) {
  std::map<ItemId, const Inclusion*> homes;
  for (const auto& one : included) {
    homes.emplace(one.item->id, &one.inclusion);
    for (const auto* child : children_of(*one.home, one.item->id)) homes.emplace(child->id, &one.inclusion);
  }
  return homes;
}

}  // namespace makegood
