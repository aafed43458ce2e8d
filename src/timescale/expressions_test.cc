// Expressions of the shapes that adopted plans use, each with a reading worked out by hand.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "timescale/checks.h"

using namespace makegood;

namespace expressions_test {

struct Row {
  const char* rule;
  const char* text;
  const char* start = "";
  const char* due = "";
  const char* flags = "";     ///< recurrence, "ongoing", "complete", "unparsed", in that order
  const char* findings = "";  ///< codes, in the order of the text
  const char* milestones = "";
};

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : ""; }

std::string flags_of(const Timescale& t) {
  std::vector<std::string> flags;
  if (t.recurs != Recurrence::none) flags.emplace_back(word(t.recurs));
  if (t.ongoing) flags.emplace_back("ongoing");
  if (t.complete) flags.emplace_back("complete");
  if (t.unparsed) flags.emplace_back("unparsed");
  return join(flags, " ");
}

std::string codes_of(const Timescale& t) {
  std::vector<std::string> codes;
  for (const auto& finding : t.findings)
    if (std::find(codes.begin(), codes.end(), finding.code) == codes.end()) codes.push_back(finding.code);
  return join(codes, " ");
}

std::string milestones_of(const Timescale& t) {
  std::vector<std::string> days;
  for (const auto& milestone : t.milestones) days.push_back(milestone.day.iso());
  return join(days, " ");
}

template <std::size_t n>
void check(const Row (&rows)[n], const TimescaleSettings& settings = {}) {
  for (const auto& row : rows) {
    CAPTURE(row.rule);
    CAPTURE(row.text);
    const auto read = read_timescale(row.text, settings);
    CHECK(iso(read.start) == row.start);
    CHECK(iso(read.due) == row.due);
    CHECK(flags_of(read) == row.flags);
    CHECK(codes_of(read) == row.findings);
    CHECK(milestones_of(read) == row.milestones);
    CHECK(checks::fault_of(row.text, settings) == "");
  }
}

TEST_CASE("months and years") {
  static constexpr Row kRows[] = {
      {"two figures after a month are a year, never a day", "May 24", "", "2024-05-31"},
      {"February ends on the 29th in a leap year", "February 24", "", "2024-02-29"},
      {"February ends on the 28th otherwise", "Feb 2023", "", "2023-02-28"},
      {"month and year may touch", "November23", "", "2023-11-30"},
      {"Sept is September", "Sept 24", "", "2024-09-30"},
      {"a hyphen may join them", "Jun-24", "", "2024-06-30"},
      {"an apostrophe may stand for the century", "July '24", "", "2024-07-31"},
      {"a curly apostrophe too", "July ’24", "", "2024-07-31"},
      {"an abbreviation may end in a full stop", "Oct. 2024", "", "2024-10-31"},
      {"a comma may stand before a full year", "August, 2024", "", "2024-08-31"},
      {"of may stand between", "January of 2025", "", "2025-01-31"},
      {"capitals do not matter", "APRIL 2024", "", "2024-04-30"},
      {"a line break may fall between", "April\n2024", "", "2024-04-30"},
      {"a no-break space may stand between", "April\u00a02024", "", "2024-04-30"},
      {"month in figures", "05/2024", "", "2024-05-31"},
      {"month in figures, year first", "2024-05", "", "2024-05-31"},
      {"month and short year in figures is said to be unsure", "05/24", "", "2024-05-31", "", "ambiguous_date"},
      {"a slip of the pen is read and said", "Febuary 2024", "", "2024-02-29", "", "spelling"},
      {"swapped letters too", "Setpember 2024", "", "2024-09-30", "", "spelling"},
      {"a month of a financial year lies in its second half", "January 2023/24", "", "2024-01-31", "", "month_of_financial_year"},
      {"or in its first", "May 2023/24", "", "2023-05-31", "", "month_of_financial_year"},
      {"the verb may is no month", "It may slip to May 2024", "", "2024-05-31"},
      {"a month without a year gives no date", "June", "", "", "unparsed", "year_unknown"},
      {"by a month without a year too", "By May", "", "", "unparsed", "year_unknown"},
  };
  check(kRows);
}

TEST_CASE("days") {
  static constexpr Row kRows[] = {
      {"an ordinal day", "9th May 2024", "", "2024-05-09"},
      {"an ordinal with of", "the 1st of June 2024", "", "2024-06-01"},
      {"a plain day", "15 June 2024", "", "2024-06-15"},
      {"a day with a short year", "15 June 24", "", "2024-06-15"},
      {"a day after its month", "June 15th, 2024", "", "2024-06-15"},
      {"a weekday before it", "Thursday 9th May 2024", "", "2024-05-09"},
      {"the day comes first in figures", "04/05/2024", "", "2024-05-04"},
      {"with dots and a short year", "4.5.24", "", "2024-05-04"},
      {"with hyphens", "04-05-2024", "", "2024-05-04"},
      {"ISO", "2024-05-04", "", "2024-05-04"},
      {"a day that the calendar lacks", "31 April 2024", "", "", "unparsed", "impossible_date"},
      {"a month that the calendar lacks", "04/13/2024", "", "", "unparsed", "impossible_date"},
      {"the 29th of February in a common year", "29/02/2023", "", "", "unparsed", "impossible_date"},
      {"a day without a year", "9th May", "", "", "unparsed", "year_unknown"},
      {"a time of day does not disturb", "by noon on 9 May 2024", "", "2024-05-09"},
      {"a phase number is not a day", "Phase 2 May 2024", "", "2024-05-31"},
      {"a number that goes on from another begins no date", "313/22/2023", "", "", "unparsed", "unread"},
      {"days with a slash are one period", "5/12 March 2024", "", "2024-03-12", "", "either_date"},
      {"week commencing covers seven days", "w/c 6 May 2024", "", "2024-05-12"},
      {"week ending is its day", "week ending 10 May 2024", "", "2024-05-10"},
      {"a full year after a number from 20 may be two readings", "May 23, 2024", "", "2024-05-23", "", "ambiguous_date"},
  };
  check(kRows);
}

TEST_CASE("quarters, halves and years") {
  static constexpr Row kRows[] = {
      {"the fourth financial quarter ends in March", "Q4 2023/24", "", "2024-03-31", "", "quarter_read"},
      {"short years", "Q1 24/25", "", "2024-06-30", "", "quarter_read"},
      {"in words", "Quarter 3 2024-25", "", "2024-12-31", "", "quarter_read"},
      {"an ordinal quarter", "second quarter of 2024/25", "", "2024-09-30", "", "quarter_read"},
      {"the last quarter", "final quarter of 2024/25", "", "2025-03-31", "", "quarter_read"},
      {"a quarter of a single year is financial by setting", "Q4 2024", "", "2025-03-31", "", "quarter_read"},
      {"the year may come first", "2024/25 Q2", "", "2024-09-30", "", "quarter_read"},
      {"or stand in brackets", "Q2 (2024/25)", "", "2024-09-30", "", "quarter_read"},
      {"or follow a dash", "Q2 - 2024/25", "", "2024-09-30", "", "quarter_read"},
      {"with a label", "Q2 FY24/25", "", "2024-09-30", "", "quarter_read"},
      {"there is no fifth quarter", "Q5 2024/25", "", "", "unparsed", "impossible_date"},
      {"a quarter without a year", "by end of Q2", "", "", "unparsed", "year_unknown"},
      {"a split year alone is financial", "2024/25", "", "2025-03-31", "", "year_read"},
      {"with a hyphen", "2024-25", "", "2025-03-31", "", "year_read"},
      {"in full", "2024/2025", "", "2025-03-31", "", "year_read"},
      {"a labelled financial year is sure", "FY 2024/25", "", "2025-03-31"},
      {"labelled in words", "end of financial year 2024-25", "", "2025-03-31"},
      {"in full with a hyphen", "financial year 2024-2025", "", "2025-03-31"},
      {"one year with a label could be either", "financial year 2024", "", "2025-03-31", "", "ambiguous_year"},
      {"academic year", "academic year 2024/25", "", "2025-08-31"},
      {"label last", "2024/25 academic year", "", "2025-08-31"},
      {"a plain year ends in December", "2026", "", "2026-12-31"},
      {"by the end of a year", "by the end of 2026", "", "2026-12-31"},
      {"year end", "year end 2026", "", "2026-12-31"},
      {"a half year", "H1 2025", "", "2025-06-30", "", "half_read"},
      {"a half of a financial year", "H2 2024/25", "", "2025-03-31", "", "half_read"},
      {"a half in words", "second half of 2025", "", "2025-12-31", "", "half_read"},
      {"there is no third half", "H3 2025", "", "", "unparsed", "impossible_date"},
      {"the number of an Act is no date", "Equality Act 2010", "", "", "unparsed", "unread"},
      {"a number with a unit is no year", "2,500 people by March 2025", "", "2025-03-31"},
  };
  check(kRows);
}

TEST_CASE("seasons, terms and parts") {
  static constexpr Row kRows[] = {
      {"spring ends in May", "Spring 2025", "", "2025-05-31", "", "season_read"},
      {"summer ends in August", "summer of 2025", "", "2025-08-31", "", "season_read"},
      {"autumn ends in November", "by Autumn 24", "", "2024-11-30", "", "season_read"},
      {"winter ends in February", "Winter 2022/23", "", "2023-02-28", "", "season_read"},
      {"winter of one year runs into the next", "Winter 2024", "", "2025-02-28", "", "season_read"},
      {"spring of a split year could be either", "Spring 2023/24", "", "", "unparsed", "ambiguous_date"},
      {"the autumn term ends in December", "Autumn term 2024", "", "2024-12-31", "", "term_read"},
      {"the spring term ends in March", "Spring Term 2025", "", "2025-03-31", "", "term_read"},
      {"the summer term ends in July", "end of summer term 2025", "", "2025-07-31", "", "term_read"},
      {"a term of an academic year", "summer term 2024/25", "", "2025-07-31", "", "term_read"},
      {"early is the first third", "early 2025", "", "2025-04-30", "", "part_read"},
      {"mid is the second", "mid-2025", "", "2025-08-31", "", "part_read"},
      {"late is the last", "late 2025", "", "2025-12-31", "", "part_read"},
      {"mid of a month", "mid May 2025", "", "2025-05-20", "", "part_read"},
      {"early in a season", "early Autumn 2025", "", "2025-09-30", "", "season_read part_read"},
      {"before ends the day before", "before May 2025", "", "2025-04-30"},
      {"prior to a year", "prior to 2026", "", "2025-12-31"},
      {"no later than", "no later than 30 June 2025", "", "2025-06-30"},
      {"two months with a slash are one period", "May/June 2025", "", "2025-06-30", "", "either_date"},
      {"two seasons too", "Autumn/Winter 2024", "", "2025-02-28", "", "season_read either_date"},
      {"or means the later end", "May or June 2025", "", "2025-06-30", "", "either_date"},
  };
  check(kRows);
}

TEST_CASE("ranges and open-ended work") {
  static constexpr Row kRows[] = {
      {"a range shares its year", "May to July 2024", "2024-05-01", "2024-07-31"},
      {"with a dash", "May–July 2024", "2024-05-01", "2024-07-31"},
      {"over two years", "Nov 23 - Feb 24", "2023-11-01", "2024-02-29"},
      {"over the new year with one year given", "November to February 2024", "2023-11-01", "2024-02-29", "", "year_assumed"},
      {"until", "April 2024 until March 2026", "2024-04-01", "2026-03-31"},
      {"between", "between May 2024 and June 2025", "2024-05-01", "2025-06-30"},
      {"from and to with days", "from 1 April 2024 to 30 September 2025", "2024-04-01", "2025-09-30"},
      {"days of one month", "5 - 9 May 2024", "2024-05-05", "2024-05-09"},
      {"years", "2024-2027", "2024-01-01", "2027-12-31"},
      {"a short second year", "2024-27", "2024-01-01", "2027-12-31"},
      {"neighbouring years are unsure", "2024-2025", "2024-01-01", "2025-12-31", "", "ambiguous_year"},
      {"financial years", "2024/25 - 2026/27", "2024-04-01", "2027-03-31", "", "year_read"},
      {"quarters", "Q1-Q3 2024/25", "2024-04-01", "2024-12-31", "", "quarter_read"},
      {"quarters with one letter", "Q2-4 2024/25", "2024-07-01", "2025-03-31", "", "quarter_read"},
      {"to the end of a year", "from May 2024 to the end of 2025", "2024-05-01", "2025-12-31"},
      {"an end before its start is said and kept", "July 2025 to May 2024", "2025-07-01", "2024-05-31", "", "start_after_due"},
      {"an impossible end leaves the start", "May 2024 to 31 June 2024", "2024-05-01", "", "", "impossible_date"},
      {"then rolling", "May 2024 then rolling", "2024-05-01", "", "ongoing"},
      {"onwards", "Summer 2024 onwards", "2024-06-01", "", "ongoing", "season_read"},
      {"dash ongoing", "Autumn 2024 – ongoing", "2024-09-01", "", "ongoing", "season_read"},
      {"dash on-going without spaces", "Feb 2024-on-going", "2024-02-01", "", "ongoing"},
      {"and ongoing", "Feb 2024 and on going", "2024-02-01", "", "ongoing"},
      {"to date", "Feb 2024 to date", "2024-02-01", "", "ongoing"},
      {"side by side is unsure", "May 2024 ongoing", "2024-05-01", "", "ongoing", "open_ended_read"},
      {"from", "From 6 May 2024", "2024-05-06", "", "ongoing"},
      {"since", "since 2022", "2022-01-01", "", "ongoing"},
      {"ongoing from", "Ongoing from May 2024", "2024-05-01", "", "ongoing"},
      {"ongoing until", "Ongoing until May 26", "", "2026-05-31", "ongoing"},
      {"ongoing before a date on its own", "Ongoing Winter 2024/25", "", "2025-02-28", "ongoing", "season_read"},
      {"ongoing alone", "On-going.", "", "", "ongoing"},
      {"start and end apart", "Start May 2024. End June 2025.", "2024-05-01", "2025-06-30"},
      {"after moves the start of a range", "after May 2024 to July 2025", "2024-06-01", "2025-07-31"},
      {"before and ongoing starts nothing", "before May 2024, ongoing", "", "2024-04-30", "ongoing"},
      {"after says when it may begin", "after May 2024", "2024-06-01", "", "", "no_end"},
      {"started is no promise to go on", "Started May 2024", "2024-05-01", ""},
  };
  check(kRows);
}

TEST_CASE("lists and recurrences") {
  static constexpr Row kRows[] = {
      {"years after a month", "May 24, 25 and 26", "", "2026-05-31", "annual", "recurrence_read", "2024-05-31 2025-05-31 2026-05-31"},
      {"full years after a month", "May 2024 and 2025", "", "2025-05-31", "annual", "recurrence_read", "2024-05-31 2025-05-31"},
      {"half a year apart", "January 2025 and July 2025", "", "2025-07-31", "six-monthly", "recurrence_read", "2025-01-31 2025-07-31"},
      {"three months apart, three times", "January, April and July 2025", "", "2025-07-31", "quarterly", "recurrence_read", "2025-01-31 2025-04-30 2025-07-31"},
      {"three months apart, twice, is no rhythm", "January and April 2025", "", "2025-04-30", "", "", "2025-01-31 2025-04-30"},
      {"uneven dates are no rhythm", "January, March and July 2025", "", "2025-07-31", "", "", "2025-01-31 2025-03-31 2025-07-31"},
      {"days of one month", "5 and 19 May 2025", "", "2025-05-19", "", "", "2025-05-05 2025-05-19"},
      {"lines", "- May 2024\n- June 25 with support ongoing\n- May 2024", "", "2025-06-30", "ongoing", "", "2024-05-31 2025-06-30"},
      {"sentences", "Draft May 2024. Final June 2024.", "", "2024-06-30", "", "", "2024-05-31 2024-06-30"},
      {"the first and then quarterly", "May 24 and quarterly thereafter", "2024-05-01", "2024-05-31", "quarterly ongoing"},
      {"then annually", "May 2024, then annually", "2024-05-01", "2024-05-31", "annual ongoing"},
      {"and every six months after that", "May 2024 and every six months after that", "2024-05-01", "2024-05-31", "six-monthly ongoing"},
      {"quarterly from", "Quarterly from May 2024", "2024-05-01", "", "quarterly ongoing"},
      {"monthly until", "Monthly until March 2026", "", "2026-03-31", "monthly"},
      {"quarterly", "Quarterly meetings", "", "", "quarterly"},
      {"every three months", "every 3 months", "", "", "quarterly"},
      {"twice a year", "Twice a year", "", "", "six-monthly"},
      {"half-yearly", "Half-yearly report", "", "", "six-monthly"},
      {"six-monthly", "six-monthly", "", "", "six-monthly"},
      {"annually", "Annually", "", "", "annual"},
      {"every month of the calendar", "every November", "", "", "annual"},
      {"annually each month", "annually each May", "", "", "annual"},
      {"a month each year", "May each year", "", "", "annual"},
      {"every month", "every month", "", "", "monthly"},
      {"weekly", "weekly", "", "", "weekly"},
      {"termly", "once a term", "", "", "termly"},
      {"ongoing with a rhythm", "Ongoing, reviewed annually", "", "", "annual ongoing"},
      {"biannual can mean two things", "biannually", "", "", "unparsed", "ambiguous_recurrence"},
      {"with a hyphen too", "Bi-annual", "", "", "unparsed", "ambiguous_recurrence"},
      {"biennial is not annual", "Biennial", "", "", "unparsed", "unsupported_recurrence"},
      {"every two years is not annual", "every two years", "", "", "unparsed", "unsupported_recurrence"},
      {"two rhythms", "monthly and quarterly", "", "", "monthly", "several_recurrences"},
  };
  check(kRows);
}

TEST_CASE("what is not a date") {
  static constexpr Row kRows[] = {
      {"a length of time from an event", "within 3 months of approval", "", "", "", "relative_period"},
      {"from the start", "18 months from start", "", "", "", "relative_period"},
      {"a length alone", "9 months", "", "", "unparsed", "relative_period"},
      {"two lengths", "1 year-18 months", "", "", "unparsed", "relative_period"},
      {"a span of lengths", "3-6 months", "", "", "unparsed", "relative_period"},
      {"a length in words", "two years", "", "", "unparsed", "relative_period"},
      {"years of the plan", "Years 1-3", "", "", "unparsed", "relative_period"},
      {"an event", "when next available", "", "", "", "event_date"},
      {"the next review", "At next review", "", "", "", "event_date"},
      {"an event with a date inside", "Following the election in May 2025", "", "", "", "event_date"},
      {"a date on a condition", "May 2025, subject to funding", "", "2025-05-31", "", "event_date"},
      {"to be confirmed", "TBC", "", "", "unparsed", "placeholder"},
      {"to be agreed", "To be agreed", "", "", "unparsed", "placeholder"},
      {"not applicable", "N/A", "", "", "unparsed", "placeholder"},
      {"a gap left open", "By xx", "", "", "unparsed", "placeholder"},
      {"a gap with a year", "XX/XX/2025", "", "", "unparsed", "placeholder"},
      {"a dash", "–", "", "", "unparsed", "placeholder"},
      {"a date with a placeholder", "May 2025 (TBC)", "", "2025-05-31", "", "placeholder"},
      {"as soon as possible", "ASAP", "", "", "unparsed", "no_date"},
      {"immediately", "Immediately", "", "", "unparsed", "no_date"},
      {"short term", "Short term", "", "", "unparsed", "no_date"},
      {"next year", "next year", "", "", "unparsed", "year_unknown"},
      {"words", "See appendix", "", "", "unparsed", "unread"},
      {"nothing", "", "", "", "", ""},
      {"white space", " \n\t ", "", "", "", ""},
  };
  check(kRows);
}

TEST_CASE("what has been done") {
  static constexpr Row kRows[] = {
      {"complete", "Complete", "", "", "complete"},
      {"completed with its date", "Completed May 2024", "", "2024-05-31", "complete"},
      {"a date and done", "May 2024 - done", "", "2024-05-31", "complete"},
      {"to be completed is not complete", "To be completed by May 2024", "", "2024-05-31"},
      {"complete by is not complete", "Complete by May 2024", "", "2024-05-31"},
      {"not complete", "Not complete", "", "", ""},
      {"delivered or commenced is not complete", "delivered or commenced by May 2024", "", "2024-05-31"},
      {"a part that is complete", "Phase 1 complete, phase 2 May 2024", "", "2024-05-31", "", "part_complete"},
      {"in progress is neither", "In progress", "", "", ""},
      {"a date in progress", "May 2024 In progress", "", "2024-05-31"},
      {"underway", "Underway", "", "", ""},
      {"complete and ongoing at once", "Complete and ongoing", "", "", "ongoing complete", "complete_and_ongoing"},
  };
  check(kRows);
}

TEST_CASE("settings: calendar quarters") {
  static constexpr Row kRows[] = {
      {"a quarter of a single year", "Q4 2024", "", "2024-12-31", "", "quarter_read"},
      {"a split year stays financial", "Q4 2024/25", "", "2025-03-31", "", "quarter_read"},
  };
  check(kRows, {.quarters_are_financial = false});
}

TEST_CASE("settings: a financial year that begins in January") {
  static constexpr Row kRows[] = {
      {"the fourth quarter ends in December", "Q4 2024", "", "2024-12-31", "", "quarter_read"},
      {"the financial year is the calendar year", "financial year 2024", "", "2024-12-31"},
  };
  check(kRows, {.financial_year_starts = 1});
}

TEST_CASE("settings: an academic year that begins in August") {
  static constexpr Row kRows[] = {
      {"it ends in July", "academic year 2024/25", "", "2025-07-31"},
      {"the summer term ends in June", "summer term 2025", "", "2025-06-30", "", "term_read"},
  };
  check(kRows, {.academic_year_starts = 8});
}

TEST_CASE("settings: a year that the text leaves out") {
  static constexpr Row kRows[] = {
      {"a month", "June", "", "2024-06-30", "", "year_assumed"},
      {"a range", "June to August", "2024-06-01", "2024-08-31", "", "year_assumed"},
      {"a day", "9th May", "", "2024-05-09", "", "year_assumed"},
      {"a quarter", "Q4", "", "2025-03-31", "", "year_assumed quarter_read"},
      {"the financial year", "end of the financial year", "", "2025-03-31", "", "year_assumed ambiguous_year"},
      {"a year that is there stays", "June 2023", "", "2023-06-30"},
  };
  check(kRows, {.as_of = 2024});
}

}  // namespace expressions_test
