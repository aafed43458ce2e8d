#pragma once
// When a named period is: its first and last day, how sure that is, and what was taken for granted.

#include "timescale/stem.h"

namespace makegood::dates {

/// "early", "mid", "late" are thirds; `end` is the last day; weeks are named by a day.
enum class Narrowing { none, early, mid, late, end, week_from, week_to };

struct Dated {
  Day first, last;
  double confidence = 1.0;
  Findings findings;
  bool possible = true;  ///< false: the calendar has no such period, as the finding says
};

/// `stem` has its year. `written` is the text that named it, for the findings.
[[nodiscard]] Dated date_of(const Stem& stem, Narrowing narrowing, const TimescaleSettings& settings, std::string_view written);

/// "March 2023", "January to March 2023", "the year 2023", "6 to 12 March 2023".
[[nodiscard]] std::string period_in_words(Day first, Day last);

}  // namespace makegood::dates
