#pragma once
// Who is told that the panel asked something: those who may answer it, with a link to do so, and whoever answers for the
// posts that own the item, who reply to the officer where they have no account. One letter a person.

#include <vector>

#include "progress/progress.h"
#include "tasks/letter.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// In the order of the directory; whoever asked gets none. `item` is the one that the challenge is about, in `plan`.
[[nodiscard]] std::vector<Letter> challenge_letters(const Workspace& workspace, const Directory& directory, const Plan& plan, const Item& item,
                                                    const Challenge& challenge, const Actor& asker);

}  // namespace makegood::tasks
