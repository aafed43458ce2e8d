#pragma once
// Signals reach the person who watches: each new one is told once, by letter, to whoever holds the post that watches over
// the register (register_monitor.h), and to nobody else.
//
//   signal.told   subject: "signal:", the register, and a mark   payload: register, signal, day, to
//
// The mark is made of the signal, what it is about and since when: the same signal on the next day has the same mark and
// is not told again; another period, another value or another late record has another one. It does not say any of
// these: what a record holds is not written into an entry about it. The ledger itself says what was told: there is an
// entry about the mark, or there is none.

#include <string>
#include <vector>

#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct RegisterTold {
  std::string name;
  int told = 0;         ///< signals that were new
  bool vacant = false;  ///< nobody could be told: the post that watches is vacant or cannot be written to
};
struct ToldReport {
  int letters = 0;
  std::vector<RegisterTold> registers;  ///< those that somebody watches over, by title
};

/// Registers for which the actor may run the cycle; what they may see of them does not matter, for nothing of it is in
/// the answer. Refuses: for none -> not_allowed; somebody else's run came between three times -> conflict.
[[nodiscard]] Result<ToldReport> tell_signals(const Workspace& workspace, const Actor& actor);

}  // namespace makegood::tasks
