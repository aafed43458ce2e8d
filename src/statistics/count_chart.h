#pragma once
// p and u charts, with and without Laney's correction: shares and rates over time whose denominators differ.

#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

enum class CountOf {
  people,         ///< p chart: events among n people, binomial
  opportunities,  ///< u chart: events in n of time or area, Poisson
};

struct CountPoint {
  Status status = Status::ok;
  Figure value;      ///< events / n
  Figure sigma;      ///< of the value, if nothing but chance were at work
  Figure z;          ///< distance from the centre, in sigmas
  Limits plain;      ///< centre -+ 3 sigma
  Limits corrected;  ///< Laney: centre -+ 3 sigma sigma_z
};

struct CountChart {
  Figure centre;   ///< all events / all n
  Figure sigma_z;  ///< above 1: more variation than chance alone gives; below: less
  std::vector<CountPoint> points;
};

/// Limits of each point, in time order. Shares stay from 0 to 1 and rates from 0.
/// Edge: faulty points get their status and are left out; with one point there is no sigma_z; where the centre
/// is 0 (or 1, for people) there is no sigma, no z, and the limits are the centre.
/// Refuses, as a point's status: negative, zero_denominator, and events_exceed_n for people.
/// Source: D. B. Laney 2002, Quality Engineering 14; Provost and Murray, The Health Care Data Guide (2011).
[[nodiscard]] CountChart count_chart(std::span<const double> events, std::span<const double> n, CountOf kind);

}  // namespace makegood
