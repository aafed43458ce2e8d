#include "pages/item_model.h"

#include <algorithm>
#include <tuple>

namespace makegood::pages {

std::vector<HistoryLine> newest_first(std::vector<HistoryLine> history) {
  std::stable_sort(history.begin(), history.end(), [](const HistoryLine& a, const HistoryLine& b) {
    return std::tie(b.when, b.sequence) < std::tie(a.when, a.sequence);
  });
  return history;
}

std::optional<ItemPage> make_item_page(const Plan& plan, const ItemId& id, const Provenance& provenance,
                                       std::vector<HistoryLine> history, const RuleBook& rules) {
  const Item* item = find_item(plan, id);
  if (!item) return std::nullopt;
  ItemPage page{plan.slug, plan.title, plan.organisation, *item, theme_title(plan, item->theme), item->parent, {},
                calendar_fact(plan, *item, rules), {}, {}, newest_first(std::move(history)), provenance, rules.today()};
  if (const Item* parent = item->parent.empty() ? nullptr : find_item(plan, item->parent))
    page.parent_title = parent->title;
  for (const auto& successor : item->departure ? item->departure->successors : std::vector<ItemId>())
    if (const Item* other = find_item(plan, successor)) page.successors.push_back({other->id, other->ref, other->title});
  for (const Item* child : children_of(plan, id))
    if (!child->absent) page.commitments.push_back(row_for(plan, *child, rules));
  return page;
}

}  // namespace makegood::pages
