#pragma once
// timescale: reads the vague dates of adopted plans.
//
// A plan says "Q4 2022/23", "March 23", "Spring 2023 - ongoing". The words are a promise and are
// kept by whoever holds them; this module says what they promise. Three steps, each in its place:
//
//   tokens    words, numbers and marks with their byte spans: "March23" is a word and a number
//   phrases   a small grammar over tokens: periods ("Q4 2022/23") with what qualifies them ("by
//             the end of"), the joints between them ("to", "and"), and set phrases ("TBC")
//   reading   runs of periods lend each other years and become ranges or lists; these, and the
//             phrases beside them, become one Timescale
//
// Worked example: "June 23, 24 and quarterly thereafter (subject to funding)".
//   "June 23" is a month and its year, never a day. "24" stands where only a year can be, so it
//   is June once more. The two are a list: milestones 30 June 2023 and 30 June 2024, the latest
//   is due. "and quarterly thereafter" makes the work recur, go on, and start on 1 June 2023.
//   "subject to funding" names no day: it is the condition, and a finding says so.
//
// Due is the last day of the period named; start is set only for ranges and open-ended work.
// What could be read in two ways is read in the way usual in the UK, with a finding that says
// what was taken and a confidence below 1. Where the calendar or the text gives no answer there
// is no date. Each day is credited to a span that, read alone, names a period holding that day.
//
//   TimescaleSettings settings{.financial_year_starts = 4};
//   Timescale read = read_timescale("January to April 2023", settings);
//   if (read.due && *read.due < today) overdue(*read.due);        // 2023-04-30
//   std::string words = describe(read);                           // "January to April 2023"
//   for (const Finding& finding : read.findings) show(finding.message);
//   std::vector<Period> periods = periods_named("Q1 2023/24");    // April to June 2023
//
// timescale must not know plans, documents, or what day it is today.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// What varies between bodies. A plan carries its own.
struct TimescaleSettings {
  int financial_year_starts = 4;   ///< month; UK public bodies: April
  int academic_year_starts = 9;    ///< month; England and Wales: September (Scotland: August)
  bool quarters_are_financial = true;  ///< "Q4 2023" without "/24" is a quarter of the financial year 2023/24
  std::optional<int> as_of;        ///< the year that a text without one means; without it: finding year_unknown
};

enum class Recurrence { none, weekly, monthly, quarterly, termly, six_monthly, annual };

/// "quarterly", "six-monthly", ...; empty for none.
[[nodiscard]] std::string_view word(Recurrence recurrence);
[[nodiscard]] Recurrence recurrence_from(std::string_view word);

/// Which bytes of the text a reading is credited to.
struct Span {
  std::size_t from = 0;
  std::size_t to = 0;  ///< one past the last
  bool operator==(const Span&) const = default;
};

struct Milestone {
  Day day;    ///< last day of the period that was named
  Span span;
  bool operator==(const Milestone&) const = default;
};

/// A timescale as read. The text as written is kept beside it by whoever holds it.
struct Timescale {
  std::optional<Day> start;  ///< first day; only for ranges and open-ended work
  std::optional<Day> due;    ///< last day of the stated period; the latest of several
  std::vector<Milestone> milestones;  ///< only where several dates are named
  Recurrence recurs = Recurrence::none;
  bool ongoing = false;
  bool complete = false;   ///< the text says that it is done
  bool unparsed = false;   ///< there is text, but nothing can be read from it
  std::string condition;   ///< what it hangs on, as written: "within 6 months of adoption"
  double confidence = 1.0; ///< 0 to 1
  Span start_span, due_span;
  Findings findings;
  bool operator==(const Timescale&) const = default;
};

/// A period that a text names.
struct Period {
  Day first, last;
  bool operator==(const Period&) const = default;
};

/// Never fails: odd text gives findings, unreadable text `unparsed`; empty text gives nothing.
[[nodiscard]] Timescale read_timescale(std::string_view text, const TimescaleSettings& settings = {});

/// The periods that a text names, in the order of the text; a range is one period.
[[nodiscard]] std::vector<Period> periods_named(std::string_view text, const TimescaleSettings& settings = {});

/// In plain English: "January to March 2023", "from March 2023, ongoing, no end date",
/// "due 31 March 2023", "no date: 'within 6 months of adoption'".
[[nodiscard]] std::string describe(const Timescale& timescale);

}  // namespace makegood
