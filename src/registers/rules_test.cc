#include <doctest/doctest.h>

#include "registers/fixture.h"

using namespace makegood;
using namespace makegood::test;
using access::Actor;
using access::Role;

namespace rules_test {

Day day(std::string_view iso) { return *Day::parse(iso); }

TEST_CASE("a school reaches its own records and nothing else") {
  const auto d = incidents();
  const Actor school{"head", {{Role::contributor, "", "org1"}}};
  const Actor anyone{"head", {{Role::contributor, "", ""}}};
  const Actor council{"desk", {{Role::coordinator, "", ""}}};
  const Actor other_register{"desk", {{Role::coordinator, "register:other", ""}}};
  const Actor this_register{"desk", {{Role::coordinator, "register:incidents", ""}}};
  CHECK(reach_of(d, d.roles.see, school).covers("org1"));
  CHECK_FALSE(reach_of(d, d.roles.see, school).covers("org2"));
  CHECK_FALSE(reach_of(d, d.roles.see, school).covers(""));
  CHECK(reach_of(d, d.roles.see, anyone).nobody());
  CHECK(reach_of(d, d.roles.see, council).covers("org2"));
  CHECK(reach_of(d, d.roles.see, other_register).nobody());
  CHECK(reach_of(d, d.roles.see, this_register).all);
  CHECK(reach_of(d, d.roles.handle, school).nobody());
  CHECK_FALSE(open_to_anybody(d));
}

TEST_CASE("monitoring data is hidden from who decides, and from roles that may not see it") {
  const auto d = incidents();
  const Actor analyst{"a", {{Role::analyst, "", ""}}}, council{"c", {{Role::coordinator, "", ""}}};
  CHECK(hidden_fields(d, council, false).contains("ethnicity"));
  CHECK(hidden_fields(d, analyst, false).empty());
  CHECK(hidden_fields(d, analyst, true).contains("ethnicity"));
}

TEST_CASE("a move needs its fields, its place in the order and somebody else") {
  const auto d = incidents();
  Answers answers{{"author", "Head of year"}};
  CHECK(may_move(d, "reported", "closed", answers).error().fault == Fault::conflict);
  CHECK(may_move(d, "gone", "closed", answers).error().fault == Fault::conflict);
  CHECK(may_move(d, "reported", "reviewed", answers).error().where == "reviewer");
  answers["reviewer"] = "Head of Year";
  const auto own = may_move(d, "reported", "reviewed", answers);
  REQUIRE_FALSE(own);
  CHECK(own.error().message == "\"Reviewed by\" must be somebody other than \"Reported by\"");
  answers["reviewer"] = "Deputy head";
  CHECK(may_move(d, "reported", "reviewed", answers));
  CHECK(due_in_state(d, "reported", day("2026-03-02")) == day("2026-03-07"));
  CHECK_FALSE(due_in_state(d, "closed", day("2026-03-02")));
}

TEST_CASE("retention runs from when it was closed") {
  const auto d = incidents();
  CHECK_FALSE(past_retention(d, {}, day("2020-01-01"), std::nullopt));
  CHECK(past_retention(d, {}, day("2020-01-01"), day("2020-02-29")) == day("2026-02-28"));
}

TEST_CASE("periods") {
  struct Row {
    Every every;
    const char *day, *name, *from, *until;
  };
  const Row rows[] = {
      {Every::month, "2026-02-28", "2026-02", "2026-02-01", "2026-02-28"},
      {Every::quarter, "2026-03-31", "2025-26 Q4", "2026-01-01", "2026-03-31"},
      {Every::quarter, "2026-04-01", "2026-27 Q1", "2026-04-01", "2026-06-30"},
      {Every::half_year, "2026-12-31", "2026-27 H2", "2026-10-01", "2027-03-31"},
      {Every::year, "2000-01-01", "1999-00", "1999-04-01", "2000-03-31"},
      {Every::term, "2026-09-01", "2026-27 autumn", "2026-09-01", "2026-12-31"},
      {Every::term, "2026-04-30", "2025-26 spring", "2026-01-01", "2026-04-30"},
      {Every::term, "2026-08-31", "2025-26 summer", "2026-05-01", "2026-08-31"},
      {Every::academic_year, "2026-08-31", "2025-26", "2025-09-01", "2026-08-31"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.day);
    CAPTURE(row.name);
    CHECK(return_period(row.every, day(row.day)) == ReturnPeriod{row.name, day(row.from), day(row.until)});
  }
  CHECK(period_before(Every::term, return_period(Every::term, day("2026-09-01"))).name == "2025-26 summer");
}

TEST_CASE("nothing returned is not zero") {
  const auto d = incidents();
  const auto period = return_period(Every::term, day("2026-10-01"));
  const std::vector<ReturnCount> counts{{"a", 3, false}, {"b", 0, true}, {"c", 0, false}, {"d", 1, true}};
  CHECK(standing_of(*d.returns, period, counts[2], day("2027-01-14")) == ReturnStanding::not_due);
  CHECK(standing_of(*d.returns, period, counts[2], day("2027-01-15")) == ReturnStanding::silent);
  CHECK(standing_of(*d.returns, period, counts[1], day("2027-01-15")) == ReturnStanding::nil);
  const auto sum = completeness(*d.returns, period, counts, day("2027-01-15"));
  CHECK(sum.expected == 4);
  CHECK(sum.returned == 3);
  CHECK(sum.nil == 1);
  CHECK(sum.silent == 1);
}

TEST_CASE("a record is open to its sender in the first state, in those that say so, and in no other") {
  const auto ours = incidents();
  auto opened = ours;
  opened.states[1].sender_may_change = true;
  auto only = ours;
  only.states.resize(1);
  only.states[0].is_final = true;
  auto none = ours;
  none.states.clear();
  struct Row {
    const char* what;
    const Definition& definition;
    const char* state;
    bool open;
  };
  for (const auto& row : {Row{"the first", ours, "reported", true}, Row{"another", ours, "reviewed", false}, Row{"another that says so", opened, "reviewed", true},
                          Row{"a final one", opened, "closed", false}, Row{"the first, and final", only, "reported", false}, Row{"none", none, "", false}}) {
    CAPTURE(row.what);
    CHECK(open_to_sender(row.definition, row.state) == row.open);
  }
}

}  // namespace rules_test
