// What every reading owes its reader: spans, conditions, confidence, words, and patience.
#include <doctest/doctest.h>

#include <fmt/format.h>

#include "timescale/checks.h"

using namespace makegood;

namespace timescale_test {

std::string credited(std::string_view text, Span span) { return std::string(text.substr(span.from, span.to - span.from)); }

TEST_CASE("each day is credited to the words that name it") {
  struct Row {
    const char* rule;
    const char* text;
    const char* start;
    const char* due;
  };
  static constexpr Row kRows[] = {
      {"a date among words", "To be agreed with partners by June 2024 at the latest", "", "June 2024"},
      {"both ends of a range", "from May 2024 to July 2025.", "May 2024", "July 2025"},
      {"a borrowed year takes its lender in", "May to July 2024", "May to July 2024", "July 2024"},
      {"before belongs to the date that it moves", "finish before May 2025", "", "before May 2025"},
      {"early does too", "in early 2025", "", "early 2025"},
      {"a year said for a list", "May 24, 25 and 26", "", "May 24, 25 and 26"},
      {"bytes are counted, not letters", "– erläutert – June 2024", "", "June 2024"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.rule);
    const auto read = read_timescale(row.text);
    CHECK(credited(row.text, read.start_span) == row.start);
    CHECK(credited(row.text, read.due_span) == row.due);
    CHECK(checks::fault_of(row.text, {}) == "");
  }
}

TEST_CASE("what is not a date is kept as written") {
  struct Row {
    const char* rule;
    const char* text;
    const char* condition;
  };
  static constexpr Row kRows[] = {
      {"a note after a dash", "May to July 2024 – Plan to be revised after the festival.", "Plan to be revised after the festival."},
      {"before and in brackets", "Several – all to be started by May 2024 (Mentoring when next available)", "Several – all to be started; Mentoring when next available"},
      {"a state of work", "May 2024 In progress", "In progress"},
      {"a length of time", "within 3 months of approval", "within 3 months of approval"},
      {"a month that comes round", "every November", "every November"},
      {"nothing beside the date", "by the end of May 2024.", ""},
      {"an unread text whole", "See appendix 2", "See appendix 2"},
      {"ill-formed bytes are replaced", "May 2024 \xff later", "\uFFFD later"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.rule);
    CHECK(read_timescale(row.text).condition == row.condition);
    CHECK(checks::fault_of(row.text, {}) == "");
  }
}

TEST_CASE("the worked example at the door is read as it says") {
  const auto read = read_timescale("June 23, 24 and quarterly thereafter (subject to funding)");
  REQUIRE(read.milestones.size() == 2);
  CHECK(read.milestones[0].day.iso() == "2023-06-30");
  CHECK(read.due->iso() == "2024-06-30");
  CHECK(read.start->iso() == "2023-06-01");
  CHECK(read.recurs == Recurrence::quarterly);
  CHECK(read.ongoing);
  CHECK(read.condition == "subject to funding");
  CHECK(read.findings.back().code == "event_date");
  CHECK(periods_named("Q1 2023/24") == std::vector<Period>{{Day::first_of_month(2023, 4), Day::last_of_month(2023, 6)}});
  CHECK(describe(read_timescale("January to April 2023")) == "January to April 2023");
}

TEST_CASE("confidence falls with what had to be taken for granted") {
  const auto confidence = [](const char* text) { return read_timescale(text).confidence; };
  CHECK(confidence("May 2024") == 1.0);
  CHECK(confidence("May 24") == 1.0);
  CHECK(confidence("Q4 2023/24") < 1.0);
  CHECK(confidence("Q4 2024") < confidence("Q4 2023/24"));
  CHECK(confidence("Winter 2024") < confidence("Winter 2024/25"));
  CHECK(confidence("early 2024") < confidence("2024"));
  CHECK(confidence("TBC") == 0.0);
}

TEST_CASE("a timescale in plain English") {
  struct Row {
    const char* text;
    const char* words;
  };
  static constexpr Row kRows[] = {
      {"May to July 2024", "May to July 2024"},
      {"November 2023 - May 2024", "November 2023 to May 2024"},
      {"5 - 9 May 2024", "5 to 9 May 2024"},
      {"6 May 2024 to 7 June 2024", "6 May 2024 to 7 June 2024"},
      {"May 2024", "due 31 May 2024"},
      {"May 2024 - ongoing", "from May 2024, ongoing, no end date"},
      {"From 6 May 2024", "from 6 May 2024, ongoing, no end date"},
      {"Ongoing", "ongoing, no end date"},
      {"Ongoing until May 26", "due 31 May 2026, ongoing"},
      {"May 24 and quarterly thereafter", "first due 31 May 2024, then every quarter, ongoing"},
      {"May 24, 25 and 26", "due 31 May 2024, 31 May 2025 and 31 May 2026, every year"},
      {"Twice a year", "every six months"},
      {"July 2025 to May 2024", "from July 2025, due 31 May 2024"},
      {"Complete", "complete"},
      {"within 6 months of adoption", "no date: 'within 6 months of adoption'"},
      {"May 2024 In progress", "due 31 May 2024 (In progress)"},
      {"", "no date"},
  };
  for (const auto& row : kRows) {
    CAPTURE(row.text);
    CHECK(describe(read_timescale(row.text)) == row.words);
  }
}

TEST_CASE("recurrences have one word each") {
  for (const auto recurrence : {Recurrence::none, Recurrence::weekly, Recurrence::monthly, Recurrence::quarterly, Recurrence::termly, Recurrence::six_monthly, Recurrence::annual})
    CHECK(recurrence_from(word(recurrence)) == recurrence);
  CHECK(word(Recurrence::none).empty());
  CHECK(recurrence_from("hourly") == Recurrence::none);
}

TEST_CASE("only the first 2,000 bytes are read, and a date is not cut in two") {
  const std::string before(1991, 'x');
  const auto read = read_timescale(before + " May 2024 and so on");  // byte 2,000 falls inside 2024
  CHECK_FALSE(read.due);
  CHECK(read.findings.back().code == "too_long");
  const auto early = read_timescale("May 2024 " + std::string(100000, 'x'));
  REQUIRE(early.due);
  CHECK(early.due->iso() == "2024-05-31");
  CHECK(early.confidence < 1.0);
  CHECK(read_timescale(std::string(100000, 'x')).unparsed);
}

TEST_CASE("junk costs no more than its first 2,000 bytes") {
  for (const auto* piece : {"May 23, - 5 ", "5,", "(", "- ", "by the end of ", "6 months-", "Q1-", "9/", "quarterly and "}) {
    std::string junk;
    while (junk.size() < 100000) junk += piece;
    const auto read = read_timescale(junk);
    CHECK(read.milestones.size() < 2000);
    CHECK(checks::fault_of(std::string_view(junk).substr(0, 300), {}) == "");
  }
}

TEST_CASE("settings out of range do no harm") {
  for (const int month : {-1, 0, 13, 99}) {
    const TimescaleSettings settings{.financial_year_starts = month, .academic_year_starts = month, .as_of = 2023};
    for (const auto* text : {"Q4 2022/23", "FY23/24", "Autumn term", "June 2023/24", "early Q2"}) CHECK(checks::fault_of(text, settings) == "");
  }
  for (const int year : {-5, 0, 9998, 9999, 123456}) CHECK_NOTHROW(read_timescale("Winter", {.as_of = year}));
}

}  // namespace timescale_test
