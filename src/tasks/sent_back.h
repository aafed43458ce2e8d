#pragma once
// A record goes back to whoever sent it in: they hear of it by letter, for they would not look of themselves.

#include <vector>

#include "registers/registers.h"
#include "tasks/letter.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// For a record that somebody moved to where its sender may change it (registers/states.h). No word of the record, nor of
/// the question, is in the letter: it leads to them. None where nobody is to be written to: sent in by whoever moves it,
/// without an account, by somebody without an address or who has left; and in a register that gives receipts, where a
/// letter would say who the sender is.
[[nodiscard]] Result<std::vector<Letter>> letters_to_sender(const Workspace& workspace, const Actor& actor, const Definition& definition, const Record& moved);

}  // namespace makegood::tasks
