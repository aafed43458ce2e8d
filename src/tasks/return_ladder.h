#pragma once
// When those from whom a return is awaited are reminded, and when silence is brought to the post that watches: an
// organisation's practice, not the definition's. It stands in the register's schedule (register_monitor.h), and holds
// from the next letter on.

#include <string_view>
#include <vector>

#include "cycle/schedule.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct ReturnLadder {
  std::vector<Rung> reminders;  ///< in order
  Rung escalates;
  int open_days = 0;            ///< from the day on which a round opens to the last on which a return is in time
};
/// The usual one where none was set. Refuses: no such register -> not_found; one without returns -> invalid_input.
[[nodiscard]] Result<ReturnLadder> return_ladder(const Workspace& workspace, std::string_view register_name);

/// Refuses, as for a plan's: reminders within 3 days of each other or of the first letter, or outside the round
/// -> invalid_input at `reminders`; an escalation outside it -> invalid_input at `escalates`.
[[nodiscard]] Result<void> set_return_ladder(const Workspace& workspace, const Actor& actor, std::string_view register_name,
                                             const std::vector<Rung>& reminders, const Rung& escalates);

}  // namespace makegood::tasks
