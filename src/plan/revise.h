#pragma once
// A newer document against the plan in force. Items are matched by reference and wording; what
// is matched keeps its id, and with it its history. Nothing is ever deleted: an item that the
// newer document no longer has is kept and marked absent.

#include <string>
#include <vector>

#include "plan/correct.h"
#include "plan/item.h"

namespace makegood {

enum class Fate { added, changed, unchanged, gone };

[[nodiscard]] std::string_view word(Fate fate);

/// What the newer document does to one item.
struct ItemChange {
  Fate fate = Fate::added;
  ItemId current;  ///< in the plan in force; empty when added
  ItemId draft;    ///< in the draft; empty when gone
  std::vector<FieldChange> fields;  ///< only when changed
};

/// Items of the draft in their order, then those that are gone.
struct ChangeSet {
  std::vector<ItemChange> items;

  [[nodiscard]] int count(Fate fate) const;
};

/// Matching: the same reference and like wording; the same wording; then the closest wording
/// that shares at least two thirds of its words. Each item is matched once.
[[nodiscard]] ChangeSet compare(const Plan& current, const Plan& draft);

/// The plan after the change set: the draft's themes, order and wording under the current ids.
/// Dates that a person had confirmed stand where the timescale's text is the same; a due date
/// that moved keeps its first one.
[[nodiscard]] Plan revise(const Plan& current, const Plan& draft, const ChangeSet& changes, const RandomBits& random);

}  // namespace makegood
