#include "tasks/indicators.h"

#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "tasks/history.h"

namespace makegood::tasks {
namespace indicators_test {

struct Measuring {
  test::Bench bench = test::Bench::in_memory();
  std::string slug = test::adopt_small_plan(bench, true);
  Actor coordinator = first_coordinator();
  Actor analyst{"analyst", {{Role::analyst, slug, ""}}};
  IndicatorId id = bench.workspace.plans.find(slug, View::live).value()->plan.indicators[0].id;

  IndicatorTerms terms() const {
    return {.plan = slug, .id = id, .text = "Share of senior posts", .unit = "percent", .baseline = 5.1, .baseline_day = Day::make(2022, 3, 31).value(), .baseline_source = "HR"};
  }
  IndicatorValue value(double part, double whole) const {
    return {.plan = slug, .id = id, .first = Day::make(2022, 4, 1).value(), .last = Day::make(2023, 3, 31).value(), .numerator = part, .denominator = whole, .source = "HR system"};
  }
  Measured seen_by(const Actor* actor) { return measured_for(bench.workspace, actor, slug).value(); }
};

TEST_CASE("a value is written down, revised, and kept from the public where it counts people") {
  Measuring m;
  const auto& w = m.bench.workspace;
  REQUIRE(describe_indicator(w, m.coordinator, m.terms(), 0));
  const auto first = record_value(w, m.analyst, m.value(41, 800));
  REQUIRE(first);
  CHECK(*first->value == doctest::Approx(5.125));
  CHECK(record_value(w, m.analyst, m.value(41, 800)).error().fault == Fault::conflict);
  const auto second = record_value(w, m.analyst, m.value(47, 840));
  REQUIRE(second);
  CHECK(second->status == ValueStatus::revised);
  CHECK(m.seen_by(&m.analyst).values.size() == 1);  // the last word about the period
  const auto story = history(w, m.slug, {}, View::live).value();
  CHECK(story.at(0).quote == "2022-04-01/2023-03-31: 5.6 (47/840) [r], HR system");
  CHECK(story.at(1).quote == "2022-04-01/2023-03-31: 5.13 (41/800), HR system");  // what was put right stays to be read
  const auto shown = history(w, m.slug, {}, View::released).value();
  for (const auto& line : shown) CHECK(line.quote.find("HR system") == std::string::npos);
  auto to_come = m.value(47, 840);
  to_come.last = Day::make(2030, 3, 31).value();
  CHECK(record_value(w, m.analyst, to_come).error().fault == Fault::invalid_input);
  CHECK(m.seen_by(nullptr).values.empty());
  CHECK_FALSE(m.seen_by(nullptr).terms.at(0).baseline.has_value());

  auto open = m.terms();
  open.about_people = false;
  REQUIRE(describe_indicator(w, m.coordinator, open, m.seen_by(&m.coordinator).sequence));
  REQUIRE(m.seen_by(nullptr).values.size() == 1);
  CHECK(m.seen_by(nullptr).values[0].actor.empty());

  const auto before = m.bench.store->dump_derived().value();
  REQUIRE(w.ledger.rebuild());
  CHECK(m.bench.store->dump_derived().value() == before);
}

TEST_CASE("an indicator that no document names can be added") {
  Measuring m;
  auto terms = m.terms();
  terms.id = {};
  terms.text = "Policies reviewed";
  terms.unit = "count";
  terms.baseline = 5;
  terms.about_people = false;
  const auto id = describe_indicator(m.bench.workspace, m.coordinator, terms, 0);
  REQUIRE(id);
  const auto plan = m.bench.workspace.plans.find(m.slug, View::live).value()->plan;
  const auto all = all_terms(plan, m.seen_by(&m.coordinator));
  REQUIRE(all.size() == 2);
  CHECK(all[0].text == "Share of senior posts");
  CHECK(all[1].id == *id);
}

TEST_CASE("what does not fit is refused") {
  Measuring m;
  const auto& w = m.bench.workspace;
  REQUIRE(describe_indicator(w, m.coordinator, m.terms(), 0));
  CHECK(describe_indicator(w, m.coordinator, m.terms(), 0).error().fault == Fault::conflict);  // the form was made before that
  auto other = m.value(1, 2);
  other.id = IndicatorId("none");
  CHECK(record_value(w, m.analyst, other).error().fault == Fault::not_found);
  other = m.value(1, 2);
  other.plan = "no-such-plan";
  CHECK_FALSE(record_value(w, m.analyst, other));
  auto linked = m.terms();
  linked.items = {ItemId("none")};
  CHECK(describe_indicator(w, m.coordinator, linked, m.seen_by(&m.coordinator).sequence).error().fault == Fault::not_found);
  const Actor scrutineer{"s", {{Role::scrutineer, "", ""}}}, analyst_elsewhere{"a", {{Role::analyst, "elsewhere", ""}}};
  CHECK(record_value(w, scrutineer, m.value(1, 2)).error().fault == Fault::not_allowed);
  CHECK(record_value(w, analyst_elsewhere, m.value(1, 2)).error().fault == Fault::not_allowed);
}

}  // namespace indicators_test
}  // namespace makegood::tasks
