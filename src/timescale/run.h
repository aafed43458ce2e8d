#pragma once
// A run of dates that belong together ("January to April 2023", "October 23, 24 and 25"):
// who lends whom a year, what is a range, what is a list, when each period is.

#include "timescale/phrases.h"

namespace makegood::dates {

/// One statement: a single period, or a range from the first day of one to the last of another.
struct Statement {
  Dated start, end;       ///< the same period unless `is_range`
  bool is_range = false;
  Role role = Role::none;
  Role end_role = Role::none;
  Unit unit = Unit::month;
  bool has_year = true;   ///< false: "every October"
  Span start_span, end_span;
};

struct Run {
  std::vector<Statement> statements;
  bool is_list = false;   ///< joined by commas or "and", so that a rhythm may be meant
  std::size_t next = 0;   ///< the part after it
  Findings findings;
  Findings yearless;      ///< what lacks its year: a trouble, unless a rhythm says that it comes round
  double confidence = 1.0;
};

/// `parts[at]` is a date.
[[nodiscard]] Run run_at(const Tokens& tokens, const std::vector<Part>& parts, std::size_t at, const TimescaleSettings& settings);

}  // namespace makegood::dates
