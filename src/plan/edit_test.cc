// Title, themes and indicators by hand: what fits, what is refused, and the same edit back from JSON.
#include "plan/plan.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace edit_test {

Plan small() {
  Plan plan;
  plan.title = "Fair Work Plan";
  plan.themes = {{ThemeId("1"), "Employment", {}, {}}, {ThemeId("7"), "Education", {}, {}}};
  plan.indicators = {{IndicatorId("2"), ThemeId("1"), "Share of senior posts", "percent", {}}};
  return plan;
}

std::string in_words(const Plan& plan) {
  std::string out = plan.title + "|" + plan.organisation;
  for (const auto& theme : plan.themes) out += "|" + theme.id.text + " " + theme.title;
  for (const auto& one : plan.indicators) out += "|" + one.id.text + " " + one.text + " " + one.theme.text + " " + one.unit;
  return out;
}

TEST_CASE("one edit puts one thing right") {
  struct Row {
    std::string what;
    PlanEdit edit;
    std::string after;
  };
  const Row rows[] = {
      {"a title", {PlanPart::title, "", " Fair  work ", "", ""}, "Fair work||1 Employment|7 Education|2 Share of senior posts 1 percent"},
      {"an organisation", {PlanPart::organisation, "", "Aberllyn", "", ""}, "Fair Work Plan|Aberllyn|1 Employment|7 Education|2 Share of senior posts 1 percent"},
      {"a new theme has the next ordinal", {PlanPart::new_theme, "", "Health", "", ""}, "Fair Work Plan||1 Employment|7 Education|8 Health|2 Share of senior posts 1 percent"},
      {"a theme's name", {PlanPart::theme, "7", "Schools", "", ""}, "Fair Work Plan||1 Employment|7 Schools|2 Share of senior posts 1 percent"},
      {"a new indicator", {PlanPart::new_indicator, "", "Complaints", "7", "count"}, "Fair Work Plan||1 Employment|7 Education|2 Share of senior posts 1 percent|3 Complaints 7 count"},
      {"an indicator's theme and unit", {PlanPart::indicator, "2", "Share of senior posts", "", ""}, "Fair Work Plan||1 Employment|7 Education|2 Share of senior posts  "},
      {"an indicator less", {PlanPart::no_indicator, "2", "", "", ""}, "Fair Work Plan||1 Employment|7 Education"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    auto plan = small();
    REQUIRE(apply(plan, row.edit));
    CHECK(in_words(plan) == row.after);
    CHECK(read_plan_edit(write_plan_edit(row.edit)).value() == row.edit);
  }
}

TEST_CASE("an edit that does not fit leaves the plan as it was") {
  struct Row {
    std::string what;
    PlanEdit edit;
    Fault fault;
  };
  const Row rows[] = {
      {"no title", {PlanPart::title, "", " ", "", ""}, Fault::invalid_input},
      {"the same title", {PlanPart::title, "", "Fair Work Plan", "", ""}, Fault::conflict},
      {"a theme that is there, in other letters", {PlanPart::new_theme, "", "EDUCATION", "", ""}, Fault::conflict},
      {"a theme without a name", {PlanPart::new_theme, "", "", "", ""}, Fault::invalid_input},
      {"no such theme", {PlanPart::theme, "9", "Health", "", ""}, Fault::not_found},
      {"no such indicator", {PlanPart::indicator, "9", "Complaints", "", ""}, Fault::not_found},
      {"an indicator of no theme that is there", {PlanPart::new_indicator, "", "Complaints", "9", ""}, Fault::not_found},
      {"an unknown unit", {PlanPart::new_indicator, "", "Complaints", "", "miles"}, Fault::invalid_input},
      {"an indicator without words", {PlanPart::indicator, "2", "", "1", "percent"}, Fault::invalid_input},
      {"the same indicator", {PlanPart::indicator, "2", "Share of senior posts", "1", "percent"}, Fault::conflict},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    auto plan = small();
    const auto done = apply(plan, row.edit);
    REQUIRE_FALSE(done);
    CHECK(done.error().fault == row.fault);
    CHECK(in_words(plan) == in_words(small()));
  }
  for (const char* json : {"", "[]", "{}", "{\"part\":\"colour\"}", "{\"part\":7}"}) CHECK_FALSE(read_plan_edit(json));
}

}  // namespace edit_test
