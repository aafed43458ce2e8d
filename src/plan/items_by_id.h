#pragma once
// A plan's items by their id, for whoever looks up many: find_item goes through all of them.

#include <map>

#include "plan/item.h"

namespace makegood {

/// The plan must outlive it, and its items must stay where they are.
class ItemsById {
 public:
  explicit ItemsById(const Plan& plan) {
    for (const auto& item : plan.items) items_.emplace(item.id, &item);
  }

  /// Null where there is none.
  [[nodiscard]] const Item* find(const ItemId& id) const {
    const auto found = items_.find(id);
    return found == items_.end() ? nullptr : found->second;
  }

 private:
  std::map<ItemId, const Item*> items_;
};

}  // namespace makegood
