#pragma once
// Items that serve several plans: one home, shown elsewhere too, never copied. What another plan
// keeps is that it includes the item; its words, dates and status are the home plan's.

#include <map>
#include <string>
#include <vector>

#include "plan/item.h"

namespace makegood {

/// That a plan includes an item of another one.
struct Inclusion {
  std::string home, home_title;  ///< slug and title of the plan that the item belongs to
  ItemId item;
  std::string plan, plan_title;  ///< of the plan that includes it
  ThemeId theme;                 ///< of that plan; empty, or gone from it = under no theme
  std::string reason;
  bool operator==(const Inclusion&) const = default;
};

/// The same beside the item itself. The home plan must outlive it.
struct IncludedItem {
  Inclusion inclusion;
  const Plan* home = nullptr;
  const Item* item = nullptr;
};

/// The plan with the items that it includes, each after the last of its theme and with those under
/// it: for counting and listing, never for keeping. Edge: items that are absent from their home
/// plan's newest version are left out.
[[nodiscard]] Plan include_items(Plan plan, const std::vector<IncludedItem>& included);

/// By which inclusion an included item, or one under it, is here. What comes back points into `included`.
[[nodiscard]] std::map<ItemId, const Inclusion*> homes_of(const std::vector<IncludedItem>& included);

}  // namespace makegood
