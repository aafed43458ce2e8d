// What slipped, how far, who agreed: the page, the data beside it, and moving a date.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace slipped_test {

struct Dates : Visitor {
  ItemId item;
  Dates() {
    test::adopt_small_plan(bench, true);
    item = bench.workspace.plans.find("fair-work-plan", View::live).value()->plan.items[0].id;
  }
  [[nodiscard]] std::string form() const { return "/desk/plans/fair-work-plan/items/" + item.text + "/redate"; }
  [[nodiscard]] std::string seen() const { return std::to_string(tasks::last_seen(bench.workspace, item).value()); }
};

TEST_CASE("a date is moved by a form, and the page says from when to when, how far and why") {
  Dates d;
  CHECK(says(d.get("/plans/fair-work-plan/slipped"), "No date has moved, as at 14 June 2023."));
  CHECK(says(d.get("/plans/fair-work-plan"), "href=\"/plans/fair-work-plan/slipped\""));
  d.sign_in();
  CHECK(d.get(d.form()).status == 200);
  const auto vague = d.post(d.form(), {{"redate", "soon"}, {"reason", "The board asked"}, {"seen", d.seen()}});
  CHECK(vague.status == 422);
  CHECK(says(vague, "href=\"#redate\""));
  CHECK(says(vague, "The board asked"));
  CHECK(d.post(d.form(), {{"redate", "Summer 2024"}, {"reason", ""}, {"seen", d.seen()}}).status == 422);
  CHECK(d.post(d.form(), {{"redate", "Summer 2024"}, {"reason", "The board asked"}, {"seen", d.seen()}}).status == 303);

  d.token.clear();
  const auto page = d.get("/plans/fair-work-plan/slipped");
  CHECK(page.status == 200);
  CHECK(says(page, "153 days later"));  // 31 March to 31 August 2024
  CHECK(says(page, "Re-dated once."));
  CHECK(says(page, "31 March 2024"));
  CHECK(says(page, "31 August 2024"));
  CHECK(says(page, "The board asked"));
  const auto json = d.get("/plans/fair-work-plan/slipped.json");
  CHECK(says(json, "\"original\": \"2024-03-31\""));
  CHECK(says(json, "\"days\": 153"));
  const auto csv = d.get("/plans/fair-work-plan/slipped.csv");
  CHECK(says(csv, "01.05,Publish the pay gap by ethnic group,2024-03-31,2024-08-31,,153,1,2023-06-14,2024-03-31,2024-08-31,yes,,The board asked"));
  CHECK(says(d.get("/cy/plans/fair-work-plan/slipped"), "153 diwrnod yn hwyrach"));
}

TEST_CASE("a form that was overtaken shows what happened and keeps what was typed") {
  Dates d;
  d.sign_in();
  const auto before = d.seen();
  REQUIRE(tasks::correct_item(d.bench.workspace, tasks::first_coordinator(), "fair-work-plan", {d.item, ItemField::title, {"Publish both pay gaps"}, "misread"}));
  const auto late = d.post(d.form(), {{"redate", "Summer 2024"}, {"reason", "The board asked"}, {"seen", before}});
  CHECK(late.status == 409);
  CHECK(says(late, "Publish both pay gaps"));
  CHECK(says(late, "The board asked"));
  CHECK(d.post(d.form(), {{"redate", "Summer 2024"}, {"reason", "The board asked"}, {"seen", d.seen()}}).status == 303);
}

TEST_CASE("what slipped in a private plan is nobody's business") {
  Dates d;
  REQUIRE(tasks::withdraw_plan(d.bench.workspace, tasks::first_coordinator(), "fair-work-plan", "too early"));
  for (const auto* suffix : {"", ".json", ".csv"}) CHECK(d.get(std::string("/plans/fair-work-plan/slipped") + suffix).status == 404);
}

}  // namespace slipped_test
