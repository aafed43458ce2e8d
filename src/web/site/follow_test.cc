// Following a plan, as a resident does it: by forms alone, without a cookie.
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace follow_test {

struct Resident : Visitor {
  std::string item;
  Resident() {
    test::adopt_small_plan(bench, true);
    item = bench.workspace.plans.find("fair-work-plan", View::live).value()->plan.items[2].id.text;
  }
  /// The path behind /WORD/ in the newest letter.
  std::string path_in_letter(const std::string& word) {
    const auto id = bench.workspace.outbox.list({}, 1).value().at(0).id;
    const auto text = bench.workspace.outbox.find(id)->letter.text;
    const auto at = text.find("/follow/" + word + "/");
    REQUIRE(at != std::string::npos);
    return text.substr(at, word.size() + 9 + 64);
  }
  void correct() {
    REQUIRE(tasks::correct_item(bench.workspace, tasks::first_coordinator(), "fair-work-plan",
                                {ItemId(item), ItemField::title, {"Review every lesson"}, "misread"}));
  }
};

TEST_CASE("a resident follows an item, is told, and ends it with one press") {
  Resident resident;
  const auto about = "item:" + resident.item;
  CHECK(says(resident.get("/plans/fair-work-plan/items/" + resident.item), "/plans/fair-work-plan/follow?about=item%3A" + resident.item));
  CHECK(says(resident.get("/plans/fair-work-plan/follow?about=" + about), "value=\"" + about + "\" selected"));
  const auto asked = resident.post("/plans/fair-work-plan/follow", {{"about", about}, {"email", "resident@example.org"}});
  CHECK(asked.status == 200);
  const auto confirm = resident.path_in_letter("confirm");
  CHECK(says(resident.get(confirm), "Review the school curriculum"));
  CHECK(resident.bench.workspace.subscriptions.confirmed({})->empty());  // a look changes nothing
  CHECK(resident.post(confirm).status == 200);
  CHECK(resident.bench.workspace.subscriptions.confirmed({})->size() == 1);
  CHECK(says(resident.get(confirm), "You will hear of changes"));  // the link opened again asks nothing again

  resident.bench.clock.seconds += 60;
  resident.correct();
  CHECK(tasks::tell_subscribers(resident.bench.workspace).value() == 1);
  const auto stop = resident.path_in_letter("stop");
  CHECK(says(resident.get(stop), "Review every lesson"));
  CHECK(resident.bench.workspace.subscriptions.confirmed({})->size() == 1);
  const auto stopped = resident.post(stop, {{"List-Unsubscribe", "One-Click"}});
  CHECK(stopped.status == 200);
  CHECK(resident.bench.workspace.subscriptions.confirmed({})->empty());
  CHECK(resident.post(stop).status == 200);
  CHECK(resident.get(stop).status == 404);
}

TEST_CASE("one click may come from a mail program anywhere, asking may not") {
  Resident resident;
  const auto other_sites = [&](const char* path) {
    return policy(resident.app, resident.request(Method::post, path)).other_sites_may_post;
  };
  CHECK(other_sites("/follow/stop/x"));
  CHECK_FALSE(other_sites("/follow/confirm/x"));
  CHECK_FALSE(other_sites("/plans/fair-work-plan/follow"));
}

TEST_CASE("what is typed wrongly is said at its field, and kept") {
  Resident resident;
  const auto again = resident.post("/plans/fair-work-plan/follow", {{"about", "plan"}, {"email", "resident@<b>"}});
  CHECK(again.status == 422);
  CHECK(says(again, "value=\"resident@&lt;b&gt;\""));
  CHECK(says(again, "href=\"#email\""));
  CHECK(says(resident.post("/plans/fair-work-plan/follow", {{"about", "theme:none"}, {"email", "a@example.org"}}), "href=\"#about\""));
  CHECK(resident.get("/plans/nothing/follow").status == 404);
  CHECK(resident.get("/follow/confirm/" + std::string(64, 'a')).status == 404);
  CHECK(resident.post("/follow/confirm/" + std::string(64, 'a')).status == 404);
}

TEST_CASE("a feed for the plan, a theme, an owner and an item") {
  Resident resident;
  resident.correct();
  const std::string feed = "/plans/fair-work-plan/history.atom";
  struct Row {
    const char* name;
    std::string query;
    bool has_it;
  };
  const auto theme = resident.bench.workspace.plans.find("fair-work-plan", View::live).value()->plan.items[0].theme.text;
  const Row rows[] = {
      {"the plan", "", true},
      {"the item", "?about=item%3A" + resident.item, true},
      {"another theme", "?about=theme%3A" + theme, false},
      {"somebody else", "?about=owner%3AHead%20of%20People", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto answer = resident.get(feed + row.query);
    CHECK(answer.status == 200);
    CHECK(says(answer, "Review every lesson</title><updated>") == row.has_it);
    CHECK(says(answer, "history.atom" + row.query + "</id>"));
  }
  CHECK(resident.get(feed + "?about=theme%3Anone").status == 404);
}

}  // namespace follow_test
