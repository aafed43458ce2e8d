#pragma once
// Events over the time, or the population, in which they could happen.

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

/// UKHSA's rule: exact limits below ten events, Byar's from ten.
enum class CountMethod { exact, byars };
[[nodiscard]] std::string_view word(CountMethod method);  ///< "Exact", "Byars"
[[nodiscard]] CountMethod ukhsa_method(double events);

/// Exact Poisson limits of a count. Units: events. Edge: 0 events has the lower limit 0.
/// Source: Garwood 1936, Biometrika 28, by the gamma distribution.
[[nodiscard]] Limits exact_count(double events, const Confidence& confidence);
/// Byar's approximation to the same. Edge: at 0 events, and where the formula falls below zero (one
/// event at 99.8 %), there is no lower limit.
/// Source: Breslow and Day 1987, Statistical methods in cancer research, vol. II.
[[nodiscard]] Limits byars_count(double events, const Confidence& confidence);
/// Whichever of the two UKHSA's rule takes.
[[nodiscard]] Limits ukhsa_count(double events, const Confidence& confidence);

struct Rate {
  Status status = Status::ok;
  Figure rate;
  Limits limits;                ///< of the rate, by UKHSA's rule
  Limits exact, byars, ukhsa;   ///< of the count
  CountMethod method = CountMethod::exact;
};

/// `events / person_time * multiplier` with limits.
/// Units: events and person_time for the same people and period; multiplier such as 1,000 or 100,000.
/// Edge: person_time 0 gives zero_denominator; the limits of the count are still there. More events than
/// people are allowed: they may happen to one person twice.
/// Refuses: negative, too_large; a multiplier that is not above zero is out_of_range.
/// Source: UKHSA technical guide, Confidence intervals (2018).
[[nodiscard]] Rate rate(double events, double person_time, double multiplier = 1, const Confidence& confidence = {});

}  // namespace makegood
