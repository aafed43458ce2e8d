// One item in two plans, as the coordinator and the public see it.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace share_test {

constexpr const char* kHome = "fair-work-plan";
constexpr const char* kOther = "schools-plan";

struct TwoPlans : Visitor {
  std::string item, theme;

  explicit TwoPlans(bool released = true) {
    test::adopt_small_plan(bench, released);
    auto draft = test::small_draft();
    draft.title = "Schools Plan";
    const auto actor = tasks::first_coordinator();
    const auto id = tasks::propose_import(bench.workspace, actor, {"schools", "schools.docx"}, draft).value().id;
    REQUIRE(tasks::accept_import(bench.workspace, actor, id, {released}));
    item = bench.workspace.plans.find(kHome, View::live).value()->plan.items[2].id.text;
    theme = bench.workspace.plans.find(kOther, View::live).value()->plan.themes[1].id.text;
    sign_in();
  }
  [[nodiscard]] std::string page() const { return "/plans/" + std::string(kHome) + "/items/" + item; }
  [[nodiscard]] std::string desk(const char* step) const { return "/desk/plans/" + std::string(kHome) + "/items/" + item + "/" + step; }
  Reply share() { return post(desk("share"), {{"place", std::string(kOther) + "/" + theme}, {"reason", "The schools carry it out"}}); }
  [[nodiscard]] std::string other(const char* suffix = "") const { return "/plans/" + std::string(kOther) + suffix; }
};

TEST_CASE("an item is shown in another plan, put right once, and taken out again, by forms alone") {
  TwoPlans two;
  CHECK(says(two.get(two.page()), two.desk("share")));
  CHECK(says(two.get(two.desk("share")), "value=\"schools-plan/" + two.theme + "\""));
  CHECK_FALSE(says(two.get(two.desk("share")), "value=\"fair-work-plan\""));
  const auto shared = two.share();
  CHECK(shared.status == 303);
  CHECK(location(shared) == two.page());
  CHECK(says(two.get(two.page()), "href=\"/plans/schools-plan\""));

  REQUIRE(tasks::correct_item(two.bench.workspace, tasks::first_coordinator(), kHome,
                              {ItemId(two.item), ItemField::title, {"Review every lesson"}, "misread"}));
  two.token.clear();
  const auto other = two.get(two.other());
  CHECK(says(other, "href=\"" + two.page() + "\" lang=\"en\">Review every lesson"));
  CHECK(says(other, "1 item is at home in another plan and is counted there too."));
  CHECK(says(other, "lang=\"en\">Fair Work Plan</a>"));
  CHECK(says(two.get("/plans/fair-work-plan"), "1 item is shown in another plan too"));
  CHECK(says(two.get("/cy/plans/schools-plan"), "/cy" + two.page()));

  two.sign_in();
  CHECK(two.post(two.desk("unshare"), {{"plan", kOther}}).status == 422);
  CHECK(two.post(two.desk("unshare"), {{"plan", kOther}, {"reason", "they have their own"}}).status == 303);
  CHECK_FALSE(says(two.get(two.other()), two.page()));
  CHECK(two.post(two.desk("unshare"), {{"plan", kOther}, {"reason", "again"}}).status == 404);
}

TEST_CASE("a form that cannot be followed comes back with what was typed") {
  TwoPlans two;
  const auto nowhere = two.post(two.desk("share"), {{"place", ""}, {"reason", "The schools carry it out"}});
  CHECK(nowhere.status == 422);
  CHECK(says(nowhere, "href=\"#place\""));
  CHECK(says(nowhere, "The schools carry it out"));
  CHECK(two.post(two.desk("share"), {{"place", kOther}}).status == 422);
  CHECK(two.post(two.desk("share"), {{"place", "fair-work-plan"}, {"reason", "its own home"}}).status == 409);
  CHECK(two.share().status == 303);
  CHECK(two.share().status == 409);
}

TEST_CASE("data names the home of an included item apart from the plan's own, and files hold the own ones alone") {
  TwoPlans two;
  REQUIRE(two.share().status == 303);
  const auto json = two.get(two.other(".json"));
  CHECK(says(json, "\"home\": \"fair-work-plan\""));
  CHECK(says(json, "\"url\": \"" + two.page() + "\""));
  CHECK_FALSE(says(two.get("/plans/fair-work-plan.json"), "\"home\""));
  CHECK_FALSE(says(two.get(two.other(".csv")), two.item));
  const auto again = read_any_plan(json.body);  // what is at home elsewhere is not read as a copy
  REQUIRE(again);
  CHECK(again->items.size() == 3);
  REQUIRE(again->findings.size() == 1);
  CHECK(again->findings[0].code == "included_elsewhere");
}

TEST_CASE("the public does not see a private plan's item through another plan") {
  TwoPlans two;
  REQUIRE(two.share().status == 303);
  REQUIRE(tasks::withdraw_plan(two.bench.workspace, tasks::first_coordinator(), kHome, "too early"));
  CHECK(says(two.get(two.other()), two.page()));
  CHECK_FALSE(says(two.get("/desk/plans/schools-plan/release"), two.page()));  // the preview is what the public sees
  two.token.clear();
  for (const auto* suffix : {"", ".json", "/history", "/history.json"}) {
    CAPTURE(suffix);
    const auto seen = two.get(two.other(suffix));
    CHECK(seen.status == 200);
    CHECK_FALSE(says(seen, two.item));
    CHECK_FALSE(says(seen, "The schools carry it out"));
  }
}

TEST_CASE("the public does not learn from an item which private plans show it") {
  TwoPlans two;
  REQUIRE(two.share().status == 303);
  REQUIRE(tasks::withdraw_plan(two.bench.workspace, tasks::first_coordinator(), kOther, "too early"));
  two.token.clear();
  CHECK(two.get(two.page()).status == 200);
  CHECK_FALSE(says(two.get(two.page()), "schools-plan"));
  CHECK_FALSE(says(two.get("/plans/fair-work-plan"), "shown in another plan too"));
}

}  // namespace share_test
