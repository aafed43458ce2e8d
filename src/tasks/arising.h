#pragma once
// An action that arises: what a meeting asked for, or what a concern led to, becomes an item of a plan in force and is
// tied to the record that it came from, both in one step. It begins as an emerging item, so that nobody takes it for
// something that has been agreed, and it waits for the plan's next release like any other change.

#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "registers/record.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct Arising {
  RecordId record;
  std::string plan;                  ///< slug
  ItemKind kind = ItemKind::action;
  std::string title, detail;
  std::vector<std::string> owners;   ///< as they are to stand in the plan
  std::string timescale;             ///< in words: "by March 2027"; may be empty
  std::string once;                  ///< the form's number: the same form twice is one item
};
struct Arisen {
  ItemId item;
  bool already = false;              ///< this form was sent before
};

/// Refuses: a record that the actor does not handle, no such plan -> not_found; a plan that they may not correct or whose
/// stages they may not move -> not_allowed; a register whose records are not tied to items, no title, one that is too
/// long -> invalid_input; a full plan -> too_large; somebody changed the record or the plan meanwhile -> conflict.
[[nodiscard]] Result<Arisen> make_item_of(const Workspace& workspace, const Actor& actor, const Arising& arising);

/// Plans to which the actor may add an item, by title.
[[nodiscard]] Result<std::vector<PlanSummary>> plans_to_add_to(const Workspace& workspace, const Actor& actor);

inline constexpr std::size_t kLongestItemTitle = 1'000, kLongestItemDetail = 10'000;

}  // namespace makegood::tasks
