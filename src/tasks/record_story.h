#pragma once
// What happened to a record, for whoever may see it.

#include <string>
#include <vector>

#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct RecordEvent {
  std::string at, kind;  ///< UTC; "recorded", "changed", "moved", "emptied", "tied", "untied", "message"
  std::string who;       ///< an account; empty = the sender, who is not for the actor to know
  std::string reason;
  std::string state;     ///< to which it moved; empty for the others
};
/// Newest first. Refuses a record that the actor does not reach -> not_found.
[[nodiscard]] Result<std::vector<RecordEvent>> record_story(const Workspace& workspace, const Actor& actor, const RecordId& id);

}  // namespace makegood::tasks
