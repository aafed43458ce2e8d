#include "plan/select.h"

#include <algorithm>
#include <map>
#include <utility>

namespace makegood {
namespace {

bool names(const std::vector<std::string>& list, const std::string& folded) {
  return std::any_of(list.begin(), list.end(), [&](const std::string& name) { return fold(name) == folded; });
}

bool is_under(const Plan& plan, const ThemeId& theme, const ThemeId& wanted) {
  auto at = theme;
  for (std::size_t steps = 0; !at.empty() && steps <= plan.themes.size(); ++steps) {
    if (at == wanted) return true;
    const auto* found = find_theme(plan, at);
    at = found == nullptr ? ThemeId{} : found->parent;
  }
  return false;
}

std::string everything(const Plan& plan, const Item& item) {
  return fold(item.ref + " " + item.title + " " + item.detail + " " + join(item.owners, " ") + " " +
              join(item.partners, " ") + " " + join(item.lead_authority, " ") + " " + item.timescale_raw + " " +
              item.status_raw + " " + item.progress + " " + theme_title(plan, item.theme));
}

// A filter with its texts folded once.
class SelectionTest {
 public:
  SelectionTest(const Plan& plan, const ItemFilter& filter, const RuleBook& rules)
      : plan_(plan), filter_(filter), rules_(rules), owner_(fold(filter.owner)), partner_(fold(filter.partner)) {
    for (auto& word : split(fold(filter.text), ' '))
      if (!word.empty()) words_.push_back(std::move(word));
  }

  bool operator()(const Item& item) const {
    return in_theme(item) && of_people(item) && in_window(item) &&
           (!filter_.kind || item.kind == *filter_.kind) &&
           (!filter_.rule || rules_.of(item).rule == *filter_.rule) && has_words(item);
  }

 private:
  bool in_theme(const Item& item) const { return filter_.theme.empty() || is_under(plan_, item.theme, filter_.theme); }
  bool of_people(const Item& item) const {
    return (owner_.empty() || names(item.owners, owner_)) &&
           (partner_.empty() || names(item.partners, partner_) || names(item.lead_authority, partner_));
  }
  bool in_window(const Item& item) const {
    const auto& due = item.dates().due;
    return (!filter_.due_from || (due && *due >= *filter_.due_from)) &&
           (!filter_.due_to || (due && *due <= *filter_.due_to));
  }
  bool has_words(const Item& item) const {
    if (words_.empty()) return true;
    const auto text = everything(plan_, item);
    return std::all_of(words_.begin(), words_.end(),
                       [&](const std::string& word) { return text.find(word) != std::string::npos; });
  }

  const Plan& plan_;
  const ItemFilter& filter_;
  const RuleBook& rules_;
  std::string owner_, partner_;
  std::vector<std::string> words_;
};

// What an item is sorted by: `missing` ones last in either direction.
struct SortKey {
  bool missing = false;
  std::string text;
};

SortKey key_of(const Item& item, ItemOrder order, const RuleBook& rules) {
  switch (order) {
    case ItemOrder::plan: return {};
    case ItemOrder::due: return item.dates().due ? SortKey{false, item.dates().due->iso()} : SortKey{true, {}};
    case ItemOrder::status:
      return {false, std::string(1, static_cast<char>('0' + static_cast<int>(rules.of(item).rule)))};
    case ItemOrder::owner: return item.owners.empty() ? SortKey{true, {}} : SortKey{false, fold(item.owners.front())};
    case ItemOrder::title: return {false, fold(item.title)};
  }
  return {};
}

void add_names(std::map<std::string, std::string>& names, const std::vector<std::string>& list) {
  for (const auto& name : list)
    if (!name.empty()) names.emplace(fold(name), name);
}

std::vector<std::string> values_of(const std::map<std::string, std::string>& names) {
  std::vector<std::string> values;
  for (const auto& [folded, name] : names) values.push_back(name);
  return values;
}

}  // namespace

bool ItemFilter::asks_for_anything() const {
  return !theme.empty() || !owner.empty() || !partner.empty() || due_from || due_to || rule || kind || !text.empty();
}

std::vector<const Item*> select_items(const Plan& plan, const ItemFilter& filter, const RuleBook& rules) {
  const SelectionTest matches(plan, filter, rules);
  std::vector<std::pair<SortKey, const Item*>> found;
  for (const auto& item : plan.items)
    if (matches(item)) found.emplace_back(key_of(item, filter.order, rules), &item);
  if (filter.order == ItemOrder::plan) {
    if (filter.descending) std::reverse(found.begin(), found.end());
  } else {
    std::stable_sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
      if (a.first.missing != b.first.missing) return b.first.missing;
      return filter.descending ? b.first.text < a.first.text : a.first.text < b.first.text;
    });
  }
  std::vector<const Item*> items;
  for (const auto& [key, item] : found) items.push_back(item);
  return items;
}

std::vector<std::string> owners_of(const Plan& plan) {
  std::map<std::string, std::string> names;
  for (const auto& item : plan.items) add_names(names, item.owners);
  return values_of(names);
}

std::vector<std::string> partners_of(const Plan& plan) {
  std::map<std::string, std::string> names;
  for (const auto& item : plan.items) {
    add_names(names, item.partners);
    add_names(names, item.lead_authority);
  }
  return values_of(names);
}

}  // namespace makegood
