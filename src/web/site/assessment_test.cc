// Assessing a framework through its pages, by people with different roles.

#include "framework/fixture.h"
#include "web/site/visitor.h"

namespace makegood::web {
namespace assessment_test {

struct Assessing : Visitor {
  std::string slug = "ladder-2026", criterion;

  Assessing() {
    const auto bytes = R"({"framework":)" + framework::write(framework::fixture::ladder()) + "}";
    const auto proposal = tasks::propose_import(bench.workspace, tasks::first_coordinator(), {bytes, "ladder.json"}, framework::fixture::plan_of_criteria(2), {.slug = slug}).value();
    (void)tasks::accept_import(bench.workspace, tasks::first_coordinator(), proposal.id, {.release = true}).value();
    criterion = bench.workspace.plans.find(slug, View::live).value()->plan.items[0].id.text;
    sign_in();
  }
  std::string desk() const { return "/desk/plans/" + slug + "/assessment"; }
  std::string one() const { return desk() + "/" + criterion; }
  Response step(const std::string& to, const std::string& step, std::vector<Field> fields) {
    fields.push_back({"step", step});
    return post(to, fields);
  }
  Response rate(const std::string& level, const std::string& assessor = "") {
    return step(one(), "rate", {{"level", level}, {"reasons", "Seen in the minutes"}, {"evidence", ""}, {"assessor", assessor}});
  }
};

TEST_CASE("a round is opened, two assessors differ, what they agree is written down, and the public reads it once it is closed") {
  Assessing a;
  CHECK(says(a.get(a.desk()), "No round has been opened yet"));
  CHECK(location(a.step(a.desk(), "open", {{"round", "2026"}, {"aim", "achieving"}})) == a.desk());
  CHECK(location(a.rate("achieving")) == a.one());
  CHECK(location(a.rate("developing", "Race Council Wales")) == a.one());
  CHECK(says(a.get(a.one()), "The assessors differ"));
  CHECK(a.step(a.desk(), "close", {}).status == 409);
  const auto refused = a.step(a.one(), "agree", {{"level", "developing"}, {"reasons", ""}, {"seen", "999"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "href=\"#agree-reasons\""));
  CHECK(a.step(a.one(), "agree", {{"level", "developing"}, {"reasons", "After a talk"}, {"seen", "999"}}).status == 303);
  CHECK(says(a.get("/plans/" + a.slug + "/assessment"), "No assessment has been completed yet"));
  CHECK(a.step(a.desk(), "close", {}).status == 303);
  const auto shown = a.get("/plans/" + a.slug + "/assessment");
  CHECK(says(shown, "Developing"));
  CHECK_FALSE(says(shown, "Seen in the minutes"));
  CHECK(says(a.get("/cy/plans/" + a.slug + "/assessment"), "Datblygu"));
  CHECK(says(a.get("/plans/" + a.slug), "/plans/" + a.slug + "/assessment"));
}

TEST_CASE("what is typed comes back when a step is refused, and a step that is not known changes nothing") {
  Assessing a;
  const auto refused = a.step(a.desk(), "open", {{"round", "Spring"}, {"again-day", "31"}, {"again-month", "2"}, {"again-year", "2027"}});
  CHECK(refused.status == 422);
  CHECK(says(refused, "value=\"Spring\""));
  CHECK(says(refused, "value=\"31\""));
  CHECK(a.step(a.desk(), "dance", {}).status == 422);
  CHECK(a.step(a.one(), "dance", {}).status == 422);
  CHECK(a.rate("achieving").status == 409);
  CHECK(a.get(a.desk() + "/nowhere").status == 404);
  CHECK(a.get("/desk/plans/nowhere/assessment").status == 404);
}

TEST_CASE("a criterion is tied to what serves it, and untied") {
  Assessing a;
  a.step(a.desk(), "open", {{"round", "2026"}});
  CHECK(says(a.get(a.desk()), "this is a gap"));
  CHECK(a.step(a.one(), "serve", {{"plan", a.slug}, {"item", "9.9"}}).status == 404);
  CHECK(a.step(a.one(), "serve", {{"plan", a.slug}, {"item", "1.2"}}).status == 303);
  CHECK(says(a.get(a.one()), "1.2 Criterion 2"));
  CHECK(a.step(a.one(), "reason", {{"reason", "Another body does it"}}).status == 303);
  CHECK(says(a.get(a.one()), "Another body does it"));
  CHECK(a.step(a.one(), "end", {{"plan", ""}, {"item", ""}}).status == 303);
  CHECK_FALSE(says(a.get(a.one()), "Another body does it"));
}

TEST_CASE("whoever is not signed in, or assesses nothing here, stays outside") {
  Assessing a;
  a.token.clear();
  CHECK(a.get(a.desk()).status != 200);
  CHECK(a.post(a.one(), {{"step", "rate"}, {"level", "achieving"}, {"reasons", "x"}}).status == 403);
}

}  // namespace assessment_test
}  // namespace makegood::web
