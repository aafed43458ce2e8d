#pragma once
// Which items to show and in what order, as a value that a query string can be made from.

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "plan/item.h"
#include "plan/status.h"

namespace makegood {

enum class ItemOrder { plan, due, status, owner, title };

struct ItemOrderWord {
  ItemOrder order;
  std::string_view code;
};
inline constexpr std::array<ItemOrderWord, 5> kItemOrders = {{{ItemOrder::plan, "plan"},
                                                              {ItemOrder::due, "due"},
                                                              {ItemOrder::status, "status"},
                                                              {ItemOrder::owner, "owner"},
                                                              {ItemOrder::title, "title"}}};

/// Empty members ask for nothing. All that are given must hold.
struct ItemFilter {
  ThemeId theme;        ///< the theme or any theme under it
  std::string owner;    ///< whole name, case and punctuation aside
  std::string partner;  ///< whole name of a partner or lead authority
  std::optional<Day> due_from, due_to;  ///< both days included; items without a date do not match
  std::optional<Rule> rule;
  std::optional<ItemKind> kind;
  std::string text;     ///< every word occurs somewhere in the item
  ItemOrder order = ItemOrder::plan;
  bool descending = false;

  [[nodiscard]] bool asks_for_anything() const;
};

/// The plan must outlive what comes back. Equal items stay in plan order; those without a date
/// or owner come last.
[[nodiscard]] std::vector<const Item*> select_items(const Plan& plan, const ItemFilter& filter, const RuleBook& rules);

/// Every owner (or partner and lead authority) named in the plan, once, in alphabetical order.
[[nodiscard]] std::vector<std::string> owners_of(const Plan& plan);
[[nodiscard]] std::vector<std::string> partners_of(const Plan& plan);

}  // namespace makegood
