#pragma once
// CUSUM: small shifts that last, which an XmR chart is slow to see.

#include <optional>
#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

struct CusumRules {
  double slack = 0.5;            ///< k: half the shift that matters, in sigmas
  double decision = 5;           ///< h: a sum beyond it is a signal
  std::optional<double> target;  ///< absent: the mean
  std::optional<double> sigma;   ///< absent: mean moving range / 1.128
};

struct CusumPoint {
  Status status = Status::ok;
  Figure z;          ///< distance from the target, in sigmas
  Figure high, low;  ///< sums of what goes beyond the slack, both from 0 up
  int signal = 0;    ///< 1 or -1 while a sum is beyond the decision; where both are, the larger
};

/// The tabular CUSUM of one series in time order.
/// Edge: sigma 0 or fewer than two values: undefined. Sums are not set back after a signal.
/// Refuses, as each point's status: a slack below 0, a decision or sigma not above 0 -> out_of_range.
/// Source: E. S. Page 1954, Biometrika 41; D. C. Montgomery, Statistical Quality Control, chapter 9.
[[nodiscard]] std::vector<CusumPoint> cusum(std::span<const double> values, const CusumRules& rules = {});

}  // namespace makegood
