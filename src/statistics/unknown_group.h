#pragma once
// People whose ethnicity is not recorded could all belong to one group or to the other. A comparison that
// leaves them out says nothing of how much hangs on that; these bounds do.
//
// Worked example: 30 of 300 and 20 of 400 are known, a ratio of 2. Another 40 people, 10 of them with the event,
// are unknown. If all 10 belonged to the second group and the 30 others to the first, it would be 30 of 330 against
// 30 of 410: 1.24. If the 10 belonged to the first and the 30 to the second, 40 of 310 against 20 of 430: 2.77. Both lie above 1:
// the first group has the event more often, whoever the unknown are.

#include "statistics/two_by_two.h"

namespace makegood {

/// People who had the event, and all people, whose group is not known.
struct Unknown {
  double events = 0, people = 0;
};

enum class Verdict { undefined, robust, depends_on_the_unknown };
[[nodiscard]] std::string_view word(Verdict verdict);  ///< "", "robust", "depends_on_the_unknown"

struct UnknownBounds {
  Status status = Status::ok;
  Figure known;       ///< the risk ratio of those who are known
  Figure lowest;      ///< unknown events all in the second group, the unknown others all in the first
  Figure highest;     ///< the other way round
  Figure calibrated;  ///< the unknown shared out as the known are, events as known events
  Verdict verdict = Verdict::undefined;  ///< whether known, lowest and highest lie on the same side of `line`
};

/// Edge: a bound that would be infinite is not there, and counts as above any line.
/// Refuses: as `check_table`; unknown events above unknown people -> events_exceed_n.
/// Source: worst-case bounds, Manski 1990, American Economic Review 80 (Papers and Proceedings).
[[nodiscard]] UnknownBounds unknown_bounds(const TwoByTwo& known, const Unknown& unknown, double line = 1);

}  // namespace makegood
