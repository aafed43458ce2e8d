#pragma once
// Decisions about how far items have come: who decided, on which day; or who is to, on which.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "progress/progress.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

struct StageDecision {
  std::vector<ItemId> items;  ///< decided together: eight draft commitments on one day
  Stage stage = Stage::in_plan;
  bool draft = false;         ///< `body` is to decide on `day`
  std::string body;           ///< "Cabinet"
  std::optional<Day> day;
  std::string note;           ///< not public
};

/// All or none. The items keep their ids, and their story goes on.
/// Refuses: no item, no body, no day, a decision of a day that lies ahead -> invalid_input; no such item -> not_found;
/// an item that is at that stage already -> conflict.
[[nodiscard]] Result<void> record_stage(const Workspace& workspace, const Actor& actor, std::string_view slug, const StageDecision& decision);

}  // namespace makegood::tasks
