// A plan by its days, as the public reads it: what is not released is not there.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace timeline_test {

struct Told : Visitor {
  ItemId item;
  explicit Told(bool released) {
    test::adopt_small_plan(bench, released);
    item = bench.workspace.plans.find("fair-work-plan", View::live).value()->plan.items[0].id;
  }
  void decide(const char* day) {
    REQUIRE(tasks::record_stage(bench.workspace, tasks::first_coordinator(), "fair-work-plan",
                                {{item}, Stage::agreed, false, "Cabinet", Day::parse(day).value(), "A close vote"}));
  }
};

TEST_CASE("a plan's timeline begins with what lies ahead, and is reached from the plan") {
  Told told(true);
  CHECK(says(told.get("/plans/fair-work-plan"), "href=\"/plans/fair-work-plan/timeline\""));
  const auto page = told.get("/plans/fair-work-plan/timeline");
  CHECK(page.status == 200);
  CHECK(says(page, "What has happened, and what comes next?"));
  CHECK(says(page, "31 March 2024"));
  CHECK(says(page, "The plan was made public"));
  CHECK(page.body.find("What lies ahead") < page.body.find("What has happened</h2>"));
  const auto json = told.get("/plans/fair-work-plan/timeline.json");
  CHECK(says(json, "\"kind\": \"due\""));
  CHECK(says(told.get("/cy/plans/fair-work-plan/timeline"), "Beth sydd wedi digwydd, a beth sy’n dod nesaf?"));
}

TEST_CASE("a date that was moved and a decision stand there with who and why, and nobody's note or account") {
  Told told(true);
  told.decide("2023-06-12");
  REQUIRE(tasks::redate(told.bench.workspace, tasks::first_coordinator(), "fair-work-plan", {{told.item, tasks::last_seen(told.bench.workspace, told.item).value()}},
                        Day::parse("2024-08-31").value(), "The board asked"));
  const auto page = told.get("/plans/fair-work-plan/timeline");
  CHECK(says(page, "Decided: Agreed"));
  CHECK(says(page, "Cabinet"));
  CHECK(says(page, "Date moved by agreement"));
  CHECK(says(page, "The board asked"));
  CHECK_FALSE(says(page, "A close vote"));
  CHECK_FALSE(says(page, "first coordinator"));
  const auto json = told.get("/plans/fair-work-plan/timeline.json");
  CHECK(says(json, "\"to\": \"2024-08-31\""));
  CHECK_FALSE(says(json, "A close vote"));
}

TEST_CASE("the timeline of a private plan is nobody's business") {
  Told told(false);
  CHECK(told.get("/plans/fair-work-plan/timeline").status == 404);
  CHECK(told.get("/plans/fair-work-plan/timeline.json").status == 404);
  told.sign_in();
  CHECK(told.get("/plans/fair-work-plan/timeline").status == 200);
}

}  // namespace timeline_test
