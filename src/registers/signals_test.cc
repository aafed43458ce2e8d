// Signals: what is raised, with values worked out by hand, and how often nothing raises something.
#include "registers/signals.h"

#include <doctest/doctest.h>

#include <cmath>
#include <random>

#include "registers/fixture.h"

using namespace makegood;
using namespace makegood::registers;

namespace signals_test {

Day day(std::string_view iso) { return *Day::parse(iso); }

RegisterField field(std::string name, FieldType type = FieldType::string) {
  RegisterField made;
  made.name = std::move(name);
  made.type = type;
  return made;
}

/// Visits to places: who came, by when an answer is due, and whether there was one.
Definition visits(std::vector<Signal> signals) {
  Definition d;
  d.name = "visits";
  d.date = "day";
  d.organisation = "place";
  d.fields = {field("place"), field("day", FieldType::date), field("answer_by", FieldType::date), field("wanted"), field("answer")};
  d.fields[4].shown_if = Condition{"wanted", {"yes"}, false};
  d.states = {{.name = "open", .title = {}, .moves = {"shut"}, .needs = {}, .within_days = 5, .within_working_days = {}, .is_final = false},
              {.name = "shut", .title = {}, .moves = {}, .needs = {}, .within_days = {}, .within_working_days = {}, .is_final = true}};
  d.signals = std::move(signals);
  return d;
}

Signal signal(SignalKind kind, std::vector<std::string> by = {}, std::string about = {}, std::optional<int> days = {}) {
  return {.name = "it", .title = {}, .kind = kind, .by = std::move(by), .field = std::move(about), .days = days, .to = "coordinator"};
}

Record visit(std::string id, std::string place, std::string_view on, Answers more = {}, std::string state = "open") {
  Record record{.id = RecordId(std::move(id)), .register_name = "visits", .organisation = place, .state = std::move(state), .recorded = day(on), .entered = day(on), .answers = std::move(more)};
  record.answers["place"] = std::move(place);
  record.answers["day"] = std::string(on);
  return record;
}

std::vector<RaisedSignal> raised(const Definition& d, const std::vector<Record>& records, std::string_view today) {
  SignalWatch watch(d, day(today));
  for (const auto& record : records) watch.take(record);
  return watch.raised();
}

/// `counts` records of a place in the quarters from the first of 2024 on; the ninth is the one that is looked at on 15 April 2026.
void add(std::vector<Record>& records, const std::string& place, const std::vector<int>& counts) {
  for (std::size_t quarter = 0; quarter < counts.size(); ++quarter)
    for (int i = 0; i < counts[quarter]; ++i)
      records.push_back(visit(place + std::to_string(quarter) + "-" + std::to_string(i), place, day("2024-01-02").plus_months(3 * static_cast<int>(quarter)).iso()));
}

TEST_CASE("a rise: the chance is worked out by hand, and adjusted for how many were asked") {
  const auto d = visits({signal(SignalKind::rise, {"place"})});
  std::vector<Record> records;
  add(records, "Quay", {1, 1, 1, 1, 1, 1, 1, 1, 1});
  add(records, "Mill", {0, 0, 0, 0, 0, 0, 0, 0, 5});
  const auto found = raised(d, records, "2026-04-15");
  REQUIRE(found.size() == 1);
  CHECK(found[0].values == std::vector<std::string>{"Mill"});
  CHECK(found[0].records == 5);
  CHECK(found[0].usual == 0);
  CHECK(found[0].from == day("2026-01-01"));
  CHECK(found[0].until == day("2026-03-31"));
  CHECK(found[0].chance == doctest::Approx(2 * std::pow(90.0 / 821, 5)));  // 90 of 821 days; two places were asked
  CHECK(raised(d, records, "2026-03-31").empty());                        // the period has not ended
}

TEST_CASE("what is no rise") {
  struct Row {
    const char* what;
    std::vector<int> quarters;
  };
  const auto d = visits({signal(SignalKind::rise, {"place"})});
  for (const auto& row : {Row{"two where there was none", {0, 0, 0, 0, 0, 0, 0, 0, 2}}, Row{"six where four are usual", {4, 4, 4, 4, 4, 4, 4, 4, 6}},
                          Row{"twelve where they come in clusters of ten or none", {0, 10, 0, 10, 0, 0, 10, 0, 12}},
                          Row{"a register that is younger than three whole quarters", {0, 0, 0, 0, 0, 0, 1, 1, 9}}}) {
    CAPTURE(row.what);
    std::vector<Record> records;
    add(records, "Mill", row.quarters);
    const bool young = row.quarters[6] == 1;
    if (!young) add(records, "Quay", {1, 1, 1, 1, 1, 1, 1, 1, 1});
    CHECK(raised(d, records, "2026-04-15").empty());
  }
}

TEST_CASE("a signal that says days looks at stretches of so many, each once") {
  const auto d = visits({signal(SignalKind::rise, {"place"}, "", 28)});
  const auto now = stretches_of(d, d.signals[0], day("2026-04-15"));
  REQUIRE(now.size() == 9);
  CHECK(days_between(now[0].from, now[0].until) == 27);
  CHECK(now[0].until < day("2026-04-15"));
  CHECK(days_between(now[0].until, day("2026-04-15")) <= 28);
  CHECK(now[1].until.plus_days(1) == now[0].from);
  CHECK(stretches_of(d, d.signals[0], now[0].until.plus_days(1))[0].from == now[0].from);  // the first day on which it is looked at
  CHECK(stretches_of(d, d.signals[0], now[0].until)[0].from == now[1].from);
  CHECK(stretches_of(d, d.signals[0], now[0].until.plus_days(28))[0].from == now[0].from);  // and the last
}

TEST_CASE("overdue by a state, by a day in a field, and by the newest record of a value") {
  const std::vector<Record> records = {visit("a", "Mill", "2026-03-01"), visit("b", "Mill", "2026-03-09"), visit("c", "Quay", "2026-03-01", {}, "shut"),
                                       visit("d", "Quay", "2026-03-02", {{"answer_by", "2026-03-10"}})};
  const auto by_state = raised(visits({signal(SignalKind::overdue)}), records, "2026-03-15");
  REQUIRE(by_state.size() == 1);
  CHECK(by_state[0].records == 3);
  CHECK(by_state[0].late[0] == LateRecord{RecordId("a"), day("2026-03-06")});
  CHECK(raised(visits({signal(SignalKind::overdue)}), records, "2026-03-06").empty());  // the last day is in time
  const auto by_field = raised(visits({signal(SignalKind::overdue, {}, "answer_by", 4)}), records, "2026-03-15");
  REQUIRE(by_field.size() == 1);
  CHECK(by_field[0].late == std::vector<LateRecord>{{RecordId("d"), day("2026-03-14")}});
  CHECK(raised(visits({signal(SignalKind::overdue, {}, "answer_by", 5)}), records, "2026-03-15").empty());
  const auto newest = raised(visits({signal(SignalKind::overdue, {"place"})}), records, "2026-03-15");
  REQUIRE(newest.size() == 1);
  CHECK(newest[0].late == std::vector<LateRecord>{{RecordId("d"), day("2026-03-07")}, {RecordId("b"), day("2026-03-14")}});
}

TEST_CASE("missing is what was asked and is empty, after so many days") {
  auto erased = visit("e", "Mill", "2026-01-01", {{"wanted", "yes"}});
  erased.emptied = true;
  const std::vector<Record> records = {visit("a", "Mill", "2026-03-01", {{"wanted", "yes"}}), visit("b", "Mill", "2026-03-01", {{"wanted", "no"}}),
                                       visit("c", "Mill", "2026-03-01", {{"wanted", "yes"}, {"answer", "done"}}), visit("d", "Mill", "2026-03-12", {{"wanted", "yes"}}), erased};
  const auto d = visits({signal(SignalKind::missing, {}, "answer", 10)});
  const auto found = raised(d, records, "2026-03-15");
  REQUIRE(found.size() == 1);
  CHECK(found[0].late == std::vector<LateRecord>{{RecordId("a"), day("2026-03-11")}});
}

TEST_CASE("silence of a value that had records, and of who returns") {
  const std::vector<Record> records = {visit("a", "Mill", "2026-01-01"), visit("b", "Quay", "2026-01-01"), visit("c", "Quay", "2026-03-01")};
  auto d = visits({signal(SignalKind::silence, {"place"}, "", 60)});
  const auto found = raised(d, records, "2026-03-15");
  REQUIRE(found.size() == 1);
  CHECK(found[0].values == std::vector<std::string>{"Mill"});
  CHECK(found[0].from == day("2026-01-01"));
  CHECK(found[0].until == day("2026-03-02"));
  d.returns = Returns{.every = Every::quarter, .expected = "listed", .nil = true, .due_days = 14};
  CHECK(returns_due(*d.returns, day("2026-04-14")).name == "2025-26 Q3");
  CHECK(returns_due(*d.returns, day("2026-04-15")).name == "2025-26 Q4");
  SignalWatch watch(d, day("2026-04-15"));
  for (const auto& record : records) watch.take(record);
  watch.returned(returns_due(*d.returns, day("2026-04-15")), {{"Mill", 1, false}, {"Quay", 0, true}, {"Ferry", 0, false}});
  const auto silent = watch.raised();
  REQUIRE(silent.size() == 1);
  CHECK(silent[0].values == std::vector<std::string>{"Ferry"});
  CHECK(silent[0].from == day("2026-01-01"));
}

/// How many of `trials` periods raise anything, with forty places of which nothing changes; `clusters` above 1: not one by one.
int false_alarms(int trials, int clusters, double excess) {
  std::mt19937_64 chance(20260415);
  const auto d = visits({signal(SignalKind::rise, {"place"})});
  int alarms = 0;
  for (int trial = 0; trial < trials; ++trial) {
    std::vector<Record> records;
    for (int place = 0; place < 40; ++place) {
      std::vector<int> quarters(9);
      for (std::size_t q = 0; q < 9; ++q) {
        const double mean = (0.5 + place % 5) * (q == 8 && place == 7 ? excess : 1);
        quarters[q] = clusters * std::poisson_distribution<int>(mean / clusters)(chance);
      }
      add(records, "Place " + std::to_string(place), quarters);
    }
    alarms += raised(d, records, "2026-04-15").empty() ? 0 : 1;
  }
  return alarms;
}

TEST_CASE("where nothing changes, fewer than one period in twenty raises anything; a planted rise is found") {
  CHECK(false_alarms(200, 1, 1) <= 10);
  CHECK(false_alarms(200, 3, 1) <= 10);  // in clusters of three
  CHECK(false_alarms(50, 1, 6) >= 48);   // fifteen where two or three are usual
}

}  // namespace signals_test
