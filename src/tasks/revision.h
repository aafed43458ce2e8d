#pragma once
// A newer document against the plan in force: what a person decides about the matches, as steps of
// the import that can be taken back like any other; and the versions of a plan.

#include <string_view>

#include "tasks/import.h"

namespace makegood::tasks {

/// Confirms a match, says that two items are not the same, says which item one is, or why one is gone.
/// Refuses as check_decision() of plan does; there is no plan in force, or a reason is given for an
/// item that is in the new document -> conflict; no such import, or no longer open, as the other steps.
[[nodiscard]] Result<void> decide_match(const Workspace& workspace, const Actor& actor, const ImportId& id,
                                        const MatchDecision& decision);

}  // namespace makegood::tasks
