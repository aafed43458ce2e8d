#pragma once
// What is to be returned for which period, and how each organisation stands. "Said nothing",
// "said that there was nothing" and "returned" are three different things.

#include <string>
#include <string_view>
#include <vector>

#include "registers/definition.h"

namespace makegood {

/// Both days count.
struct ReturnPeriod {
  std::string name;  ///< "2025-26 autumn", "2025-26 Q2", "2026-03"
  Day from, until;
  bool operator==(const ReturnPeriod&) const = default;
};

/// The period in which a day falls. Quarters, half-years and years are financial (from 1 April), school
/// terms are September to December, January to April and May to August.
[[nodiscard]] ReturnPeriod return_period(Every every, Day day);
/// The one before.
[[nodiscard]] ReturnPeriod period_before(Every every, const ReturnPeriod& period);

enum class ReturnStanding { not_due, silent, nil, returned };

/// One organisation and one period: how many records, whether it said nil.
struct ReturnCount {
  std::string organisation;
  int records = 0;
  bool nil = false;
};

/// Records count before a nil: somebody remembered after all.
[[nodiscard]] ReturnStanding standing_of(const Returns& returns, const ReturnPeriod& period, const ReturnCount& count, Day today);
[[nodiscard]] std::string_view word(ReturnStanding standing);

/// "7 of 9 returned (2 of them: nothing to report); 2 have not": beside every count that is shown.
struct Completeness {
  int expected = 0, returned = 0, nil = 0, silent = 0;
};
[[nodiscard]] Completeness completeness(const Returns& returns, const ReturnPeriod& period, const std::vector<ReturnCount>& counts, Day today);

}  // namespace makegood
