#pragma once
// Entries and the letters that tell of them: both are kept, or neither.

#include <vector>

#include "tasks/letter.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Replies go to whoever acts, where that is somebody with an address; empty = to the sender's.
[[nodiscard]] std::string reply_address(const Actor& actor);

/// How many letters were put into the outbox. A batch without changes is not written, nor are its letters.
/// Refuses as check_letter() and LedgerStore::append() do.
[[nodiscard]] Result<int> write_with_letters(const Workspace& workspace, Batch batch, const std::vector<Letter>& letters);

}  // namespace makegood::tasks
