#pragma once
// Charts for what happens seldom: how many went by, or how long it was, between one event and the next.
// A month with 0 or 1 event says little; the gaps between events say more.

#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

struct RarePoint {
  Status status = Status::ok;
  Figure centre;
  Limits limits;     ///< no lower limit where it would lie below zero
  Limits by_chance;  ///< g chart: quantiles of the geometric distribution that leave 0.00135 on each side
  int outside = 0;   ///< 1: longer than the upper limit (fewer events), -1: shorter than the lower, 0: neither
};

/// g chart: `gaps` are whole numbers of cases between events (0: two in a row).
/// Centre: the mean gap g; limits g -+ 3 sqrt(g (g + 1)).
/// Edge: a mean gap of 0 has centre and limits 0. Refuses, as a point's status: negative, not_whole.
/// Source: J. C. Benneyan 2001, Health Care Management Science 4.
[[nodiscard]] std::vector<RarePoint> g_chart(std::span<const double> gaps);

/// t chart: `times` between events, in any unit. Their 3.6th roots are nearly normal: an XmR chart of those, taken
/// back. Edge: fewer than two times have no limits (undefined). Refuses, as a point's status: negative. Source: L. S.
/// Nelson 1994, Journal of Quality Technology 26.
[[nodiscard]] std::vector<RarePoint> t_chart(std::span<const double> times);

}  // namespace makegood
