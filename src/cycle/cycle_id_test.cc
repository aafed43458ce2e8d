// Periods and the cycles that are due, worked out on a calendar by hand.
#include "cycle/cycle_id.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace cycle_id_test {

Day day(std::string_view iso) { return Day::parse(iso).value(); }

const TimescaleSettings kFinancial;
const TimescaleSettings kCalendar{.quarters_are_financial = false};

std::string in_words(const Period& period) { return period.first.iso() + ".." + period.last.iso(); }

std::string in_words(const std::optional<PlannedCycle>& cycle) {
  return cycle ? cycle->id.text() + " " + cycle->opens.iso() + ".." + cycle->closes.iso() : "none";
}

TEST_CASE("a cycle's name says its period") {
  struct Row {
    std::string what, text;
    const TimescaleSettings& settings;
    std::string period, year;
  };
  const Row rows[] = {
      {"a month", "2023-06", kFinancial, "2023-06-01..2023-06-30", "2023"},
      {"February of a leap year", "2024-02", kFinancial, "2024-02-01..2024-02-29", "2024"},
      {"the first financial quarter", "2023-Q1", kFinancial, "2023-04-01..2023-06-30", "2023/24"},
      {"the second financial quarter", "2023-Q2", kFinancial, "2023-07-01..2023-09-30", "2023/24"},
      {"the last financial quarter lies in the next year", "2023-Q4", kFinancial, "2024-01-01..2024-03-31", "2023/24"},
      {"a calendar quarter", "2023-Q2", kCalendar, "2023-04-01..2023-06-30", "2023"},
      {"the first half", "2023-H1", kFinancial, "2023-04-01..2023-09-30", "2023/24"},
      {"the second half", "2023-H2", kFinancial, "2023-10-01..2024-03-31", "2023/24"},
      {"a year", "2023", kFinancial, "2023-04-01..2024-03-31", "2023/24"},
      {"a year at the turn of the century", "2099", kFinancial, "2099-04-01..2100-03-31", "2099/00"},
      {"a named date, alone", "2023-12-15", kFinancial, "2022-12-16..2023-12-15", "2023"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto id = CycleId::parse(row.text);
    REQUIRE(id.has_value());
    CHECK(id->text() == row.text);
    CHECK(in_words(period_of(*id, row.settings)) == row.period);
    CHECK(year_words(*id, row.settings) == row.year);
    if (id->frequency() == Frequency::named_dates) continue;
    const auto period = period_of(*id, row.settings);
    CHECK(CycleId::containing(period.first, id->frequency(), row.settings) == *id);
    CHECK(CycleId::containing(period.last, id->frequency(), row.settings) == *id);
    CHECK(CycleId::containing(period.last.plus_days(1), id->frequency(), row.settings) != *id);
  }
  const std::vector dates = {day("2023-12-15"), day("2024-06-01")};
  CHECK(in_words(period_of(CycleId::named(dates[1]), kFinancial, dates)) == "2023-12-16..2024-06-01");
}

TEST_CASE("what is not the name of a cycle is refused") {
  for (const auto* text : {"", "23", "2023-", "2023-Q5", "2023-Q0", "2023-H3", "2023-13", "2023-00", "2023-Q12", "2023-02-30", "2023-6",
                           "20x3", "0000", "2023/Q1", "2023-Q\xff", "2023-q1"}) {
    CAPTURE(text);
    CHECK(!CycleId::parse(text).has_value());
  }
}

TEST_CASE("the cycle that is due today, and the next") {
  struct Row {
    std::string what, schedule, today, due, next;
  };
  const std::string quarterly = "{}", named = R"({"frequency":"named-dates","dates":["2023-12-15","2024-06-01"]})";
  const Row rows[] = {
      {"the first day of a quarter", quarterly, "2023-04-01", "2023-Q1 2023-04-01..2023-04-29", "2023-Q2 2023-07-01..2023-07-29"},
      {"its last day: late, but open as long", quarterly, "2023-06-30", "2023-Q1 2023-04-01..2023-07-28", "2023-Q2 2023-07-01..2023-07-29"},
      {"the day before a financial year", quarterly, "2024-03-31", "2023-Q4 2024-01-01..2024-04-28", "2024-Q1 2024-04-01..2024-04-29"},
      {"before the end of the quarter it is the one before", R"({"opens":{"before_end":14}})", "2023-06-15",
       "2022-Q4 2023-03-17..2023-07-13", "2023-Q1 2023-06-16..2023-07-14"},
      {"from 14 days before its end", R"({"opens":{"before_end":14}})", "2023-06-16", "2023-Q1 2023-06-16..2023-07-14",
       "2023-Q2 2023-09-16..2023-10-14"},
      {"a week after its end", R"({"opens":{"after_end":7}})", "2023-07-07", "2023-Q1 2023-07-07..2023-08-04", "2023-Q2 2023-10-07..2023-11-04"},
      {"monthly at the end of January", R"({"frequency":"monthly","open_days":14,"remind":[]})", "2024-01-31",
       "2024-01 2024-01-01..2024-02-14", "2024-02 2024-02-01..2024-02-15"},
      {"six-monthly", R"({"frequency":"six-monthly"})", "2023-10-01", "2023-H2 2023-10-01..2023-10-29", "2024-H1 2024-04-01..2024-04-29"},
      {"annual", R"({"frequency":"annual"})", "2024-02-29", "2023 2023-04-01..2024-03-28", "2024 2024-04-01..2024-04-29"},
      {"long before a named date", named, "2023-11-16", "none", "2023-12-15 2023-11-17..2023-12-15"},
      {"28 days before it", named, "2023-11-17", "2023-12-15 2023-11-17..2023-12-15", "2024-06-01 2024-05-04..2024-06-01"},
      {"on it", named, "2023-12-15", "2023-12-15 2023-11-17..2023-12-15", "2024-06-01 2024-05-04..2024-06-01"},
      {"the day after", named, "2023-12-16", "none", "2024-06-01 2024-05-04..2024-06-01"},
      {"after the last", named, "2024-07-01", "none", "none"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto schedule = read_schedule(row.schedule).value();
    CHECK(in_words(cycle_due(schedule, kFinancial, day(row.today))) == row.due);
    CHECK(in_words(cycle_after(schedule, kFinancial, day(row.today))) == row.next);
  }
}

}  // namespace cycle_id_test
