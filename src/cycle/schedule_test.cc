// Settings of a plan's cycle: what is taken, what is refused, and the same back from JSON.
#include "cycle/schedule.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace schedule_test {

Day day(std::string_view iso) { return Day::parse(iso).value(); }

TEST_CASE("a schedule is taken or refused with a reason") {
  struct Row {
    std::string what, json, refused;  // part of the refusal; empty = it is taken
  };
  const Row rows[] = {
      {"nothing said is quarterly", "{}", ""},
      {"monthly for its longest", R"({"frequency":"monthly","open_days":24,"remind":[],"escalates":{"before_closing":3}})", ""},
      {"monthly for as long as a month", R"({"frequency":"monthly","open_days":28})", "a monthly cycle stays open for at most 24 days"},
      {"too short", R"({"open_days":6,"remind":[],"escalates":{"before_closing":0}})", "at least 7 days"},
      {"reminders three days apart", R"({"remind":[{"after_opening":10},{"after_opening":13}]})", ""},
      {"reminders two days apart", R"({"remind":[{"after_opening":10},{"after_opening":12}]})", "closer than 3 days"},
      {"the same day counted from both ends", R"({"remind":[{"after_opening":21},{"before_closing":7}]})", "closer than 3 days"},
      {"reminders in any order", R"({"remind":[{"before_closing":4},{"after_opening":7}]})", ""},
      {"a reminder the day after the letter", R"({"remind":[{"after_opening":1}]})", "at least 3 days after it opens"},
      {"a reminder after the closing", R"({"remind":[{"after_opening":29}]})", "not within the 28 days"},
      {"daily for a week", R"({"remind":[{"after_opening":5},{"after_opening":6},{"after_opening":7}]})", "closer than 3 days"},
      {"seven reminders", R"({"open_days":84,"remind":[{"after_opening":5},{"after_opening":10},{"after_opening":15},{"after_opening":20},{"after_opening":25},{"after_opening":30},{"after_opening":35}]})", "at most 6 reminders"},
      {"an escalation before the cycle", R"({"escalates":{"before_closing":40}})", "the escalation"},
      {"a quarter that opens before its end", R"({"opens":{"before_end":14}})", ""},
      {"a month that opens a month after its end", R"({"frequency":"monthly","open_days":14,"remind":[],"opens":{"after_end":28}})", "less than 28 days"},
      {"named dates", R"({"frequency":"named-dates","dates":["2024-06-01","2023-12-15"]})", ""},
      {"named dates without one", R"({"frequency":"named-dates"})", "at least one date"},
      {"named dates too close", R"({"frequency":"named-dates","dates":["2023-12-15","2024-01-12"]})", "closer together than the 28 days"},
      {"dates of another frequency", R"({"dates":["2023-12-15"]})", "for named dates only"},
      {"a date that is none", R"({"frequency":"named-dates","dates":["2023-02-30"]})", "not a date"},
      {"an unknown frequency", R"({"frequency":"daily"})", "not a known word: daily"},
      {"a number as text", R"({"open_days":"28"})", "\"open_days\" is not a whole number"},
      {"no JSON", "quarterly", "JSON"},
      {"a list", "[]", "an object is expected"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto read = read_schedule(row.json);
    if (row.refused.empty()) {
      REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message));
      CHECK(read_schedule(write_schedule(*read)).value() == *read);
    } else {
      REQUIRE(!read.has_value());
      CHECK_MESSAGE(read.error().message.find(row.refused) != std::string::npos, read.error().message);
    }
  }
}

TEST_CASE("what is set is written out in full") {
  Schedule schedule;
  schedule.opens = {OpeningEdge::before_end, 14};
  schedule.escalates_to = " Director of  Policy ";
  schedule.officer = "Equality Officer";
  CHECK(write_schedule(checked(schedule).value()) ==
        R"({"frequency":"quarterly","opens":{"before_end":14},"open_days":28,"remind":[{"after_opening":10},{"before_closing":7}],)"
        R"("escalates":{"before_closing":3},"escalates_to":"Director of Policy","lock_days":14,"officer":"Equality Officer"})");
  const auto named = read_schedule(R"({"frequency":"named-dates","dates":["2024-06-01","2023-12-15"]})").value();
  CHECK(named.dates == std::vector{day("2023-12-15"), day("2024-06-01")});
  CHECK(write_schedule(named).starts_with(R"({"frequency":"named-dates","dates":["2023-12-15","2024-06-01"],"open_days":28)"));
}

TEST_CASE("reminders are typed as words") {
  struct Row {
    std::string what, typed, written;  // written empty = refused
  };
  const Row rows[] = {
      {"as they are written", "10 after opening, 7 before closing", "10 after opening, 7 before closing"},
      {"with days, a line each", "10 days after opening\n3 Days before the closing\n", "10 after opening, 3 before closing"},
      {"semicolons and space", " 5  after opening ;; 9 after opening;", "5 after opening, 9 after opening"},
      {"a number alone", "10", ""},
      {"words alone", "before closing", ""},
      {"below nothing", "-3 after opening", ""},
      {"another edge", "3 after closing", ""},
      {"a number too long to be one", "1234567890123 after opening", ""},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto read = read_reminders(row.typed);
    CHECK(read.has_value() == !row.written.empty());
    if (read) CHECK(write_reminders(*read) == row.written);
  }
  CHECK(read_reminders(" \n").value().empty());
}

}  // namespace schedule_test
