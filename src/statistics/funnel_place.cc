#include "statistics/funnel_place.h"

#include "statistics/proportion.h"
#include "statistics/rate.h"

namespace makegood {
namespace {

constexpr double kFewEvents = 10;

const Confidence& at_998() {
  static const Confidence kLevel = Confidence::of(0.998).value();
  return kLevel;
}

FunnelPlace place_of(const Limits& at_95, const Limits& outer, double average) {
  if (outer.upper && *outer.upper < average) return FunnelPlace::low_998;
  if (outer.lower && *outer.lower > average) return FunnelPlace::high_998;
  if (at_95.upper && *at_95.upper < average) return FunnelPlace::low_95;
  if (at_95.lower && *at_95.lower > average) return FunnelPlace::high_95;
  return FunnelPlace::inside;
}

// The average as the number of events that it would have brought this unit.
FunnelUnit place_count(double events, double expected) {
  if (!(events >= 0) || !(expected >= 0)) return {Status::negative, {}};
  if (expected == 0) return {Status::zero_denominator, {}};
  return {Status::ok, place_of(ukhsa_count(events, Confidence()), ukhsa_count(events, at_998()), expected)};
}

// Who the rate speaks of; nobody where it does not say.
double implied_people(const UnitRate& unit, double per, bool standardised) {
  if (unit.rate && *unit.rate > 0) return unit.events / *unit.rate * per;
  return standardised ? 0 : unit.people;
}

}  // namespace

FunnelUnit place_share(double events, double people, double average) {
  if (const auto status = check_share(events, people); status != Status::ok) return {status, {}};
  if (!(average >= 0 && average <= 1)) return {Status::out_of_range, {}};
  return {Status::ok, place_of(wilson(events, people, Confidence()), wilson(events, people, at_998()), average)};
}

FunnelUnit place_ratio(double observed, double expected) { return place_count(observed, expected); }

FunnelRates place_rates(const std::vector<UnitRate>& units, double per, bool standardised) {
  double events = 0, people = 0;
  for (const auto& unit : units) {
    const double implied = implied_people(unit, per, standardised);
    if (implied > 0) events += unit.events;
    people += implied;
  }
  FunnelRates placed;
  if (people > 0) placed.average = events / people * per;
  for (const auto& unit : units) {
    if (standardised && unit.events < kFewEvents) placed.units.push_back({Status::withheld_few_events, {}});
    else if (people == 0) placed.units.push_back({Status::zero_denominator, {}});
    else placed.units.push_back(place_count(unit.events, events / people * implied_people(unit, per, standardised)));
  }
  return placed;
}

}  // namespace makegood
