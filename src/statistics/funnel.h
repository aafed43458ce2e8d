#pragma once
// Funnel plots: how far from the average a unit of a given size may lie by chance alone.

#include "statistics/status.h"

namespace makegood {

/// Control limits at two and three standard deviations, as funnel plots have them: 95 % and 99.8 %.
struct FunnelLimits {
  Status status = Status::ok;
  Limits at_95, at_998;
};

/// Around the share `average` for `n` people: the observed shares whose Wilson limit is the average.
/// Shape: from 0 to 1. Edge: n = 0: zero_denominator. Refuses: a share outside 0 to 1 -> out_of_range.
/// Source: Spiegelhalter 2005, Statistics in Medicine 24; UKHSA, PHEindicatormethods, funnel plots.
[[nodiscard]] FunnelLimits funnel_proportion(double n, double average);

/// For an indirectly standardised ratio: between which numbers of expected events `observed` is no surprise.
/// `lower` belongs to the funnel's lower line and is the larger number.
/// Source: exact Poisson limits; the same.
[[nodiscard]] FunnelLimits funnel_ratio(double observed);

struct FunnelRateLine {
  Figure population;  ///< a year, at which the line has `rate` for this number of events
  Figure rate;
};
struct FunnelRate {
  Status status = Status::ok;
  FunnelRateLine lower_95, upper_95, lower_998, upper_998;
};

/// For rates: the lines of the funnel at `events` events, around the rate `average` per `per` people, for a
/// rate over `years` years.
/// Refuses: negative; average, per or years of 0 or less -> out_of_range.
[[nodiscard]] FunnelRate funnel_rate(double events, double average, double per = 100'000, double years = 1);

}  // namespace makegood
