#pragma once
// Whether so many events are more than there used to be, when the years before are few themselves.

#include <span>

#include "statistics/status.h"

namespace makegood {

/// The chance of `events` or more in `time`, if nothing had changed since the `before` events of `before_time`.
/// Shape: one-sided p, from 0 to 1. Given how many there were altogether, those of the later time are binomial;
/// so the past counts as what it is, a sample, and not as the truth. `dispersion` above 1 says that events come
/// in clusters: both counts are divided by it, as for a quasi-Poisson.
/// Units: both times in the same unit (days). Edge: no events: 1. Nothing before: the share of the time alone decides.
/// Refuses (no figure): a negative count, a time that is not above zero, a dispersion below 1.
/// Source: Przyborowski and Wilenski 1940, Biometrika 31; McCullagh and Nelder 1989, chapter 6 (dispersion).
[[nodiscard]] Figure more_than_before(double events, double time, double before, double before_time, double dispersion = 1);

/// How one series of counts scatters around its own mean, for pooling: the sum of (y - e)^2 / e with e in proportion
/// to `times`, and its degrees of freedom. Shape: as long as `times`. Edge: no events, or one period: 0 of 0.
struct Scatter {
  double squares = 0;
  int freedom = 0;
};
[[nodiscard]] Scatter scatter_of(std::span<const double> counts, std::span<const double> times);

}  // namespace makegood
