#include "progress/indicator.h"

#include <cmath>
#include <limits>

#include <doctest/doctest.h>

namespace makegood {
namespace indicator_test {

Day day(const char* iso) { return Day::parse(iso).value(); }

IndicatorTerms share() {
  return {.plan = "fair", .id = IndicatorId("i1"), .text = "Share of senior posts", .unit = "percent", .baseline = 40.0, .baseline_day = day("2022-03-31"), .baseline_source = "HR"};
}

IndicatorValue measured(std::optional<double> part, std::optional<double> whole, std::optional<double> value, ValueStatus status = ValueStatus::ok) {
  return {.plan = "fair", .id = IndicatorId("i1"), .first = day("2022-04-01"), .last = day("2023-03-31"), .numerator = part, .denominator = whole, .value = value, .status = status, .source = "HR"};
}

TEST_CASE("a value follows from what it was counted of, or is refused") {
  struct Case {
    const char* what;
    IndicatorValue typed;
    std::optional<double> value;  ///< nothing = refused
  };
  const std::vector<Case> cases = {
      {"worked out of its parts", measured(47, 840, {}), 47.0 / 840 * 100},
      {"typed to one place beside its parts", measured(47, 840, 5.6), 47.0 / 840 * 100},
      {"typed wrongly beside its parts", measured(47, 840, 5.1), {}},
      {"typed as a whole number beside its parts", measured(47, 840, 6), 47.0 / 840 * 100},
      {"typed to two places, wrongly", measured(47, 840, 5.63), {}},
      {"typed alone", measured({}, {}, 5.6), 5.6},
      {"half of its parts", measured(47, {}, {}), {}},
      {"a share of nobody", measured(0, 0, {}), {}},
      {"nobody of some", measured(0, 840, {}), 0.0},
      {"more than the whole", measured(841, 840, {}), {}},
      {"below nothing", measured(-1, 840, {}), {}},
      {"over a hundred per cent", measured({}, {}, 100.1), {}},
      {"nothing at all", measured({}, {}, {}), {}},
      {"not a number", measured({}, {}, std::nan("")), {}},
      {"endless", measured({}, {}, std::numeric_limits<double>::infinity()), {}},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    const auto checked = check_value(share(), c.typed);
    REQUIRE(checked.has_value() == c.value.has_value());
    if (checked) CHECK(*checked->value == doctest::Approx(*c.value));
  }
  CHECK(check_value(share(), measured({}, {}, {}, ValueStatus::not_available)).has_value());
  CHECK_FALSE(check_value(share(), measured({}, {}, 5.0, ValueStatus::not_available)).has_value());
  auto without_source = measured({}, {}, 5.6);
  without_source.source = " ";
  CHECK_FALSE(check_value(share(), without_source).has_value());
  without_source.source = std::string(2001, 'x');
  CHECK_FALSE(check_value(share(), without_source).has_value());
  auto backwards = measured({}, {}, 5.6);
  std::swap(backwards.first, backwards.last);
  CHECK_FALSE(check_value(share(), backwards).has_value());
}

TEST_CASE("a count is whole") {
  auto terms = share();
  terms.unit = "count";
  CHECK(check_value(terms, measured({}, {}, 12)).has_value());
  CHECK_FALSE(check_value(terms, measured({}, {}, 12.5)).has_value());
  CHECK_FALSE(check_value(terms, measured({}, {}, -1)).has_value());
}

TEST_CASE("one per cent a year leads to two places until somebody decides") {
  auto terms = share();
  terms.target_kind = TargetKind::undecided_a_year;
  terms.target = 1.0;
  terms.target_day = day("2025-03-31");
  const auto paths = target_paths(terms, day("2030-01-01"));
  REQUIRE(paths.size() == 2);
  CHECK(paths[0].kind == TargetKind::points_a_year);
  CHECK(paths[0].points.size() == 4);  // March 2022 to March 2025
  CHECK(*path_on(paths[0], day("2025-03-31")) == doctest::Approx(43.0));
  CHECK(*path_on(paths[1], day("2025-03-31")) == doctest::Approx(40.0 * 1.01 * 1.01 * 1.01));  // 41.212
  CHECK_FALSE(path_on(paths[0], day("2025-04-01")).has_value());
  CHECK_FALSE(path_on(paths[0], day("2022-03-30")).has_value());
  terms.target_kind = TargetKind::points_a_year;
  REQUIRE(target_paths(terms, day("2030-01-01")).size() == 1);
  terms.target_day = {};
  CHECK(target_paths(terms, day("2024-06-30"))[0].points.size() == 3);  // as far as today
}

TEST_CASE("a target by a day is reached in a straight line") {
  auto terms = share();
  terms.target_kind = TargetKind::value;
  terms.target = 50.0;
  terms.target_day = day("2024-03-30");  // 730 days on
  const auto paths = target_paths(terms, day("2023-01-01"));
  REQUIRE(paths.size() == 1);
  CHECK(*path_on(paths[0], day("2023-03-31")) == doctest::Approx(45.0));  // 365 days on
  terms.baseline = {};
  CHECK(target_paths(terms, day("2023-01-01"))[0].points.size() == 1);
  terms.target_kind = TargetKind::none;
  CHECK(target_paths(terms, day("2023-01-01")).empty());
}

TEST_CASE("terms that leave a question open are refused with it") {
  struct Case {
    const char* what;
    void (*change)(IndicatorTerms&);
    bool holds;
  };
  const std::vector<Case> cases = {
      {"as they are", [](IndicatorTerms&) {}, true},
      {"no words", [](IndicatorTerms& t) { t.text = " "; }, false},
      {"a start without its day", [](IndicatorTerms& t) { t.baseline_day = {}; }, false},
      {"a target without a number", [](IndicatorTerms& t) { t.target_kind = TargetKind::value; t.target_day = day("2025-01-01"); }, false},
      {"a target without a day", [](IndicatorTerms& t) { t.target_kind = TargetKind::value; t.target = 50; }, false},
      {"a step without a start", [](IndicatorTerms& t) { t.target_kind = TargetKind::points_a_year; t.target = 1; t.baseline = {}; t.baseline_day = {}; }, false},
      {"a step without an end", [](IndicatorTerms& t) { t.target_kind = TargetKind::points_a_year; t.target = 1; }, true},
      {"a start of more than a hundred per cent", [](IndicatorTerms& t) { t.baseline = 140; }, false},
      {"a target of more than a hundred per cent", [](IndicatorTerms& t) { t.target_kind = TargetKind::value; t.target = 140; t.target_day = day("2025-01-01"); }, false},
      {"a step is no share", [](IndicatorTerms& t) { t.target_kind = TargetKind::percent_a_year; t.target = 140; }, true},
      {"a pay gap may be below nothing", [](IndicatorTerms& t) { t.unit = "pay gap, %"; t.baseline = -3.2; }, true},
      {"half a school", [](IndicatorTerms& t) { t.unit = "count"; t.baseline = 12.5; }, false},
      {"words without end", [](IndicatorTerms& t) { t.text = std::string(2001, 'x'); }, false},
      {"an end before the start", [](IndicatorTerms& t) { t.target_kind = TargetKind::value; t.target = 50; t.target_day = day("2022-03-31"); }, false},
  };
  for (const auto& c : cases) {
    CAPTURE(std::string(c.what));
    auto terms = share();
    c.change(terms);
    CHECK(check_terms(terms).has_value() == c.holds);
  }
}

TEST_CASE("terms and values survive being written down") {
  auto terms = share();
  terms.target_kind = TargetKind::undecided_a_year;
  terms.target = 0.0;
  terms.about_people = false;
  terms.items = {ItemId("a"), ItemId("b")};
  CHECK(read_indicator_terms(write_indicator_terms(terms)).value() == terms);
  auto value = measured(47, 840, 47.0 / 840 * 100, ValueStatus::provisional);
  value.actor = "analyst";
  CHECK(read_indicator_value(write_indicator_value(value)).value() == value);
  for (const auto* text : {"", "[]", "{}", R"({"id":"x"})", R"({"id":"x","first":"2022-01-01","last":"soon"})", R"({"id":"x","first":"2022-01-01","last":"2022-01-02","value":"5"})"})
    CHECK_FALSE(read_indicator_value(text).has_value());
}

TEST_CASE("the public sees no figure about people, and the words of every indicator") {
  auto about_people = share(), about_things = share();
  about_things.id = IndicatorId("i2");
  about_things.about_people = false;
  auto of_things = measured({}, {}, 7);
  of_things.id = IndicatorId("i2");
  of_things.actor = "somebody";
  const auto open = public_part(Measured{.plan = "fair", .terms = {about_people, about_things}, .values = {measured(47, 840, 5.6), of_things}});
  REQUIRE(open.terms.size() == 2);
  CHECK_FALSE(open.terms[0].baseline.has_value());
  CHECK(open.terms[0].text == "Share of senior posts");
  CHECK(open.terms[1].baseline == 40.0);
  REQUIRE(open.values.size() == 1);
  CHECK(open.values[0].id == IndicatorId("i2"));
  CHECK(open.values[0].actor.empty());
}

}  // namespace indicator_test
}  // namespace makegood
