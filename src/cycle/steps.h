#pragma once
// What is to be done today about the cycles of one plan. What was done before is in the arguments, so that
// asking twice does nothing twice, and a clock that jumps does no harm:
//
//   - no cycle opens whose period ends no later than that of one that was opened already, nor while another is open
//   - a reminder is due when a rung of the ladder lies between the last letter and today: however many rungs were
//     missed, one letter goes, and the missed ones are not made up for
//   - no letter goes within 3 days of the one before
//
// With a clock set back nothing is due until it has caught up.

#include <optional>
#include <vector>

#include "cycle/cycle_id.h"

namespace makegood {

using RequestId = Id<struct RequestTag>;

/// One person who was asked, as far as it matters for what is next.
struct Awaited {
  RequestId id;
  Day last_letter;         ///< asked or reminded
  bool settled = false;    ///< all answered, or revoked: nothing more is sent
  bool escalated = false;
};

/// A cycle that was opened, and how far it has come.
struct KnownCycle {
  CycleId id;
  Period period;
  Day opened, closes;
  bool closed = false;
  bool locked = false;
  std::vector<Awaited> requests;
};

struct Steps {
  std::vector<RequestId> remind, escalate;
  std::vector<CycleId> close, lock;   ///< oldest first; the requests of a cycle that closes get nothing more
  std::optional<PlannedCycle> open;   ///< after the closing
  [[nodiscard]] bool empty() const { return remind.empty() && escalate.empty() && close.empty() && lock.empty() && !open; }
};

[[nodiscard]] Steps steps_for(const Schedule& schedule, const TimescaleSettings& settings, const std::vector<KnownCycle>& cycles,
                              Day today);

/// Whether a letter about this request may go today, by hand too: never within 3 days of the last one.
[[nodiscard]] bool may_remind(const Awaited& request, Day today);

}  // namespace makegood
