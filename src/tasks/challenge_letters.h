#pragma once
// Who is told that the panel asked something: those who may answer it, with a link to do so, and whoever answers for the
// posts that own the item. Who has no account answers by a link of the cycle that is open, if they are asked about the item
// in it, and else replies to the officer. One letter a person.

#include <vector>

#include "ledger/ledger_store.h"
#include "progress/progress.h"
#include "tasks/letter.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct ChallengeLetters {
  std::vector<Letter> letters;  ///< in the order of the directory; whoever asked gets none
  std::vector<Errand> links;    ///< that they hold: to be written with them
};
/// `item` is the one that the challenge is about, in `plan`.
[[nodiscard]] Result<ChallengeLetters> challenge_letters(const Workspace& workspace, const Directory& directory, const Plan& plan, const Item& item,
                                                    const Challenge& challenge, const Actor& asker);

}  // namespace makegood::tasks
