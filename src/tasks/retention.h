#pragma once
// The retention run of a register: first what would be emptied and why, then all of it in one step.
//
//   auto run = preview_retention(workspace, actor, "lost-property");
//   for (const auto& due : run->due) say(due.id, due.since, due.kept_until);
//   apply_retention(workspace, actor, "lost-property", run->mark);

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// A record that is past its retention: by which day, and when it could have been emptied first.
struct DueRecord {
  RecordId id;
  std::string organisation, state;  ///< as the record has them
  Day since;                        ///< when its time began: recorded, closed, or the date of the definition's field
  Day kept_until;                   ///< the last day of its time
  std::optional<LegalHold> hold;    ///< it stays, for this reason
};

struct RetentionRun {
  std::shared_ptr<const KeptRegister> kept;
  std::vector<DueRecord> due, held;  ///< longest past first
  std::vector<std::string> emptied;  ///< names of the fields that are emptied
  std::vector<std::string> stays;    ///< and of those that stay, for counts
  int stay_in_all = 0;               ///< records that are counted before and after
  std::string mark;                  ///< which records, as they stand: what is confirmed is what was shown
};

/// Shows no answer of any record. Refuses: no such register -> not_found; whoever may not -> not_allowed; a register
/// whose definition has no retention -> invalid_input.
[[nodiscard]] Result<RetentionRun> preview_retention(const Workspace& workspace, const Actor& actor, std::string_view register_name);

/// Empties all that is due, or nothing. Refuses as preview_retention() does; another mark, because something came or
/// went since -> conflict.
[[nodiscard]] Result<int> apply_retention(const Workspace& workspace, const Actor& actor, std::string_view register_name, std::string_view mark);

}  // namespace makegood::tasks
