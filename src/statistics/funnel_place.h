#pragma once
// Where the units of a funnel plot stand: how surely each differs from the average of all.
//
// A unit is outside the funnel exactly when its own limits leave the average out. For shares the
// limits are Wilson's; for ratios and rates those of the count, exact below 10 events and Byar's
// from 10.

#include <array>
#include <string_view>
#include <vector>

#include "statistics/status.h"

namespace makegood {

enum class FunnelPlace { low_998, low_95, inside, high_95, high_998 };

/// UKHSA's words, by what is left in each tail.
inline constexpr std::array<std::string_view, 5> kFunnelPlaceWords = {"Low (0.001)", "Low (0.025)", "Not significant", "High (0.025)",
                                                                      "High (0.001)"};
[[nodiscard]] constexpr std::string_view word(FunnelPlace place) { return kFunnelPlaceWords[static_cast<std::size_t>(place)]; }

struct FunnelUnit {
  Status status = Status::ok;
  FunnelPlace place = FunnelPlace::inside;  ///< only where the status is ok
};

/// `events` of `people` against the share `average`.
/// Edge: nobody: zero_denominator. Refuses: more events than people, an average outside 0 to 1 -> its status.
/// Source: Spiegelhalter 2005, Statistics in Medicine 24; UKHSA, PHEindicatormethods, assign_funnel_significance.
[[nodiscard]] FunnelUnit place_share(double events, double people, double average);

/// `observed` events against the number that was expected.
/// Edge: none expected: zero_denominator. Source: the same.
[[nodiscard]] FunnelUnit place_ratio(double observed, double expected);

/// A unit's events and its rate per `per` people; a rate that was standardised implies other people
/// than were there, and those count.
struct UnitRate {
  double events = 0;
  Figure rate;        ///< nothing = it has none (a standardised rate of no events)
  double people = 0;  ///< only where the rate is nothing or 0
};

struct FunnelRates {
  Figure average;  ///< rate of all together, per `per` people; none where the rates imply nobody
  std::vector<FunnelUnit> units;
};

/// Each unit against the rate of all together: events over the people that the rates imply.
/// `standardised`: below 10 events a unit is withheld_few_events, and one without any is no part of the average.
/// Source: the same.
[[nodiscard]] FunnelRates place_rates(const std::vector<UnitRate>& units, double per, bool standardised);

}  // namespace makegood
