#pragma once
// Whose word is wanted about the items that are still to be done: what letters, sheets, meetings and an owner's
// own page agree on.

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "tasks/cycle_state.h"
#include "tasks/people.h"

namespace makegood::tasks {

/// One post, or name without a post, that answers for one item.
struct Wanted {
  const Item* item = nullptr;      ///< of the state's plan
  std::string named;               ///< as the plan writes it; empty = the plan names nobody
  PostId post;                     ///< empty = the directory knows none
  std::optional<PersonId> person;  ///< who would be asked today; empty = nobody can be
};
/// In plan order; of one item in the order in which the plan names them, those who can be asked first. An item that
/// nobody is named for has one row without a name. `also` are items that are wanted though their owner claims that they
/// are done: somebody is writing about them.
[[nodiscard]] std::vector<Wanted> wanted_today(const CycleState& state, const std::set<ItemId>& also = {});

/// What the policy table is asked about an item: its plan, and the organisation of its first owner that is known.
struct ItemScope {
  std::string plan, organisation;
  [[nodiscard]] access::Scope view() const { return {plan, organisation}; }
};
[[nodiscard]] ItemScope scope_of_item(const Directory& directory, const Plan& plan, const Item& item, Day day);

}  // namespace makegood::tasks
