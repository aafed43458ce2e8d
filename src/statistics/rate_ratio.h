#pragma once
// Two groups compared by how often something happened in the time, or the population, of each.

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

struct RateRatio {
  Status status = Status::ok;
  Figure rate1, rate2, ratio;
  Limits lognormal, exact;
  Figure exact_p;
  Figure difference;
  Limits difference_limits;
};

/// Events `a` in time `t1` against `b` in `t2`.
/// Shape: ratio rate1 / rate2 with lognormal limits and exact ones (given a + b, `a` is binomial), the exact
/// two-sided p of no difference, and rate1 - rate2 with normal limits.
/// Edge: b = 0: no ratio and no upper limit. a = 0: ratio 0, exact lower limit 0. Either 0: no lognormal limits.
/// No event at all: p = 1 and nothing of the ratio.
/// Refuses: negative, too_large, not_whole (a, b), zero_denominator (t1 or t2 of 0).
/// Source: Breslow and Day 1987, vol. II; exact p as R's poisson.test.
[[nodiscard]] RateRatio rate_ratio(double a, double t1, double b, double t2, const Confidence& confidence = {});

}  // namespace makegood
