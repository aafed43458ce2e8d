#pragma once
// The same form a second time. With the same answers that is one record, and no fault; with others, somebody went back
// and changed something, and must not be thanked for what was not taken in.

#include <string_view>

#include "registers/registers.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

/// Refuses -> conflict where a record came from this form (its number, `once`) and from the same sender, and says otherwise
/// than `answers`, as far as senders say it. `actor` = nobody where they are not signed in; `anonymous` = nothing that tells
/// of them was kept.
[[nodiscard]] Result<void> check_not_sent_otherwise(const Workspace& workspace, const Definition& definition, const Actor* actor, std::string_view once,
                                                    Answers answers, bool anonymous);

}  // namespace makegood::tasks
