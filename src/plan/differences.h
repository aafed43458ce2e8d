#pragma once
// How one item differs between two versions of a plan: field by field, and as kinds of change.

#include "plan/pairing.h"

namespace makegood {

/// Two versions and who is who in them.
struct Versions {
  const Plan& current;
  const Plan& draft;
  const Pairing& pairing;
  const ThemePairs& themes;
};

/// Of an item and its partner. What a person confirmed stands where the timescale's text is the same.
[[nodiscard]] std::vector<FieldChange> field_differences(const Versions& versions, std::size_t o, std::size_t n);

/// By place in the newer version: whether the item stands under another theme or parent, or, within
/// those, out of the longest run that kept its order.
[[nodiscard]] std::vector<bool> moved_items(const Versions& versions);

[[nodiscard]] ChangeKinds kinds_of(const std::vector<FieldChange>& fields);

/// Days from the older due date to the newer; nothing unless both have one and they differ.
[[nodiscard]] std::optional<int> days_slipped(const Item& before, const Item& after);

}  // namespace makegood
