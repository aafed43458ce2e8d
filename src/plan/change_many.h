#pragma once
// One change to many items of a plan: the same owners, partners, theme or date, for one reason.

#include <optional>
#include <string>
#include <vector>

#include "plan/correct.h"

namespace makegood {

/// What is to stand in each of the items. Empty = stays as it is.
struct ManyChange {
  std::vector<std::string> owners, partners;
  ThemeId theme;
  std::optional<Day> redated;  ///< agreed: the first date is kept, so that it shows as slipped
  std::string reason;
  [[nodiscard]] bool asks_for_anything() const { return !owners.empty() || !partners.empty() || !theme.empty() || redated; }
};

/// What it does to one item. `refusal`: why it cannot be done there, in one sentence; empty = it can.
/// Neither changes nor a refusal: that is what the item says already.
struct ManyRow {
  ItemId item;
  std::vector<FieldChange> changes;
  std::string refusal;
};

/// One correction for each thing asked for, in the order owners, partners, theme, date.
[[nodiscard]] std::vector<Correction> corrections_for(const ItemId& item, const ManyChange& change);
/// A row for each of `items`, in their order; each item is looked at alone. The plan stays as it is.
[[nodiscard]] std::vector<ManyRow> change_many(const Plan& plan, const std::vector<ItemId>& items, const ManyChange& change);

}  // namespace makegood
