#pragma once
// A document that is read again in another way gives other items. What people had decided by hand is
// carried over to the item that is still the same, and what cannot be is named.

#include "tasks/imports.h"

namespace makegood::tasks {

/// The item of `plan` that is the same as one of an earlier reading: at the same place in the
/// document, else with the same words; null where there is none, or several to choose from. `before`
/// is the plan of the earlier reading.
[[nodiscard]] const Item* same_item(const Plan& plan, const Item& earlier, const Plan& before);

/// Where an item that stands there in the document belongs in the plan's order.
[[nodiscard]] int place_in_order(const Plan& plan, const Position& source);
/// An id that no item has had: one more than the largest ordinal.
[[nodiscard]] ItemId next_item_id(const Plan& plan);

/// A decision about a match, for the document as it is read now; nothing where an item that it speaks
/// of is no item any more.
[[nodiscard]] std::optional<MatchDecision> carry_decision(MatchDecision decision, const Plan& before, const Plan& after);

struct Carried {
  Plan draft;
  std::vector<LostStep> lost;
};
/// Every step of the import that holds, on the document as it was read afresh.
[[nodiscard]] Carried carry_steps(const Import& import, Plan fresh);

}  // namespace makegood::tasks
