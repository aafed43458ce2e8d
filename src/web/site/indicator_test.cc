// The page of indicators, and its forms.

#include "web/site/visitor.h"

namespace makegood::web {
namespace indicator_test {

struct Measuring : Visitor {
  std::string slug = test::adopt_small_plan(bench, true);
  std::string id = bench.workspace.plans.find(slug, View::live).value()->plan.indicators[0].id.text;

  std::vector<Field> terms(const std::string& about_people) const {
    return {{"unit", "percent"}, {"baseline", "40"}, {"baseline-day-day", "31"}, {"baseline-day-month", "3"}, {"baseline-day-year", "2022"},
            {"baseline_source", "Survey"}, {"target_kind", "undecided_a_year"}, {"target", "1"}, {"target-day-day", "31"},
            {"target-day-month", "3"}, {"target-day-year", "2025"}, {"about_people", about_people}, {"seen", std::to_string(seen())}};
  }
  std::vector<Field> value(const std::string& part, const std::string& whole) const {
    return {{"first-day", "1"}, {"first-month", "4"}, {"first-year", "2022"}, {"last-day", "31"}, {"last-month", "3"}, {"last-year", "2023"},
            {"numerator", part}, {"denominator", whole}, {"source", "Survey of 2023"}};
  }
  std::int64_t seen() const { return bench.workspace.indicators.of_plan(slug).value()->sequence; }
  std::string form() const { return "/desk/plans/" + slug + "/indicators/" + id; }
  std::string shown() const { return "/plans/" + slug + "/indicators"; }
};

TEST_CASE("an indicator is settled, measured and shown, and its figures about people stay inside") {
  Measuring m;
  m.sign_in();
  CHECK(m.get(m.form()).status == 200);
  CHECK(location(m.post(m.form(), m.terms("yes"))) == m.shown());
  CHECK(location(m.post(m.form() + "/value", m.value("421", "1,000"))) == m.shown());
  const auto inside = m.get(m.shown());
  CHECK(says(inside, "42.1%"));
  CHECK(says(inside, "421 of 1,000"));
  CHECK(says(inside, "43.0%"));  // both ways to read one per cent a year
  CHECK(says(inside, "41.2%"));
  CHECK(says(m.get(m.shown() + ".csv"), "421"));

  m.token.clear();
  for (const auto* suffix : {"", ".json", ".csv"}) {
    const auto outside = m.get(m.shown() + suffix);
    CHECK(outside.status == 200);
    for (const auto* figure : {"42.1", "421", "43.0", "41.2", "40"}) CHECK_FALSE(says(outside, std::string(figure) + "%"));
    CHECK_FALSE(says(outside, "421"));
  }
  CHECK(says(m.get(m.shown()), "They are not published"));
}

TEST_CASE("what may be public is public") {
  Measuring m;
  m.sign_in();
  m.post(m.form(), m.terms("no"));
  m.post(m.form() + "/value", m.value("421", "1000"));
  m.token.clear();
  CHECK(says(m.get(m.shown()), "42.1%"));
  CHECK(says(m.get(m.shown() + ".json"), "\"numerator\": 421"));
  CHECK(says(m.get("/cy" + m.shown()), "42.1%"));
}

TEST_CASE("what does not fit comes back with what was typed") {
  Measuring m;
  m.sign_in();
  auto typed = m.terms("yes");
  typed[1].value = "forty";
  auto refused = m.post(m.form(), typed);
  CHECK(refused.status == 422);
  CHECK(says(refused, "&quot;forty&quot; is not a number"));
  CHECK(says(refused, "value=\"forty\""));
  CHECK(says(refused, "href=\"#baseline\""));
  refused = m.post(m.form() + "/value", m.value("1001", "1000"));
  CHECK(refused.status == 422);
  CHECK(says(refused, "value=\"1001\""));
  auto stale = m.terms("yes");
  m.post(m.form(), m.terms("no"));
  CHECK(m.post(m.form(), stale).status == 409);
  CHECK(m.get("/desk/plans/" + m.slug + "/indicators/nosuch").status == 404);
  CHECK(m.get("/plans/nosuch/indicators").status == 404);
}

}  // namespace indicator_test
}  // namespace makegood::web
