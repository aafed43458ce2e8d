#pragma once
// Asking for returns: what `makegood ask` and the button on a register's returns do. One run carries out what is due today
// for every register that is open and has returns, in one batch of the ledger with its letters: all of it happens or none.
// Each person gets one letter for all their registers and periods. Running it again the same day sends nothing more.
//
//   auto report = chase_returns(workspace, actor);
//   report->letters;                     // now in the outbox
//   report->registers[0].unasked;        // organisations for which nobody can be asked, and why

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "cycle/return_round.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct RegisterChased {
  std::string name;
  std::optional<ReturnPeriod> period;  ///< of the round that is open after the run
  std::optional<Day> closes;
  int asked = 0, reminded = 0, escalated = 0, closed = 0;
  std::vector<Unasked> unasked;        ///< of the missing organisations, as it is today
};
struct ChaseReport {
  int letters = 0;
  std::vector<RegisterChased> registers;  ///< by title; those with nobody whose returns are expected are left out
};

/// Registers for which the actor may run the cycle. Refuses: for none -> not_allowed; somebody else's run came between
/// three times -> conflict.
[[nodiscard]] Result<ChaseReport> chase_returns(const Workspace& workspace, const Actor& actor);

/// What was done so far to get one organisation's return for a period.
struct ReturnAsked {
  std::optional<Day> asked, reminded;  ///< the first letter, and the last reminder
  int reminders = 0;
  std::optional<Day> escalated;
  std::optional<WhyNot> why_not;       ///< nobody could be asked when the round opened
};
/// By organisation (id), those about which something was done.
[[nodiscard]] Result<std::map<std::string, ReturnAsked>> asked_for(const Workspace& workspace, std::string_view register_name, const ReturnPeriod& period);

}  // namespace makegood::tasks
