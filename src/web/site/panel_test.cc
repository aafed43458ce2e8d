// The panel's pages, as a scrutineer, a coordinator, a monitoring officer and the public see them.
#include "json/json.h"
#include "progress/json.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;
using tasks::Actor;
using tasks::Role;

namespace panel_test {

constexpr const char* kPlan = "fair-work-plan";
const Actor kPanel{"panel@aberllyn.example", {{Role::scrutineer, "", ""}}};
const Actor kMonitoring{"legal@aberllyn.example", {{Role::monitoring_officer, "", ""}}};

struct Scrutiny : Visitor {
  ItemId item;
  Scrutiny() {
    test::adopt_small_plan(bench, true);
    item = bench.workspace.plans.find(kPlan, View::live).value()->plan.items[0].id;
  }
  void as(const Actor& who) { sign_in(who); }
  void as_public() { token.clear(); }
  void report(const char* id = "u1", Claim claim = Claim::complete, UpdateState state = UpdateState::published) {
    Update update;
    update.id = UpdateId(id);
    update.plan = kPlan;
    update.item = item;
    update.claim = claim;
    update.narrative = "It was <b>published</b> in May.";
    update.state = state;
    update.day = bench.clock.now().today;
    Evidence link;
    link.id = EvidenceId(std::string("e-") + id);
    link.kind = EvidenceKind::link;
    link.text = "The page of the pay gap";
    link.url = "https://aberllyn.example/pay-gap";
    update.evidence = {link};
    Batch batch;
    batch.changes = {{"update.submitted", item.text, "people@aberllyn.example", write_update(update)}};
    batch.at = bench.clock.now().utc();
    REQUIRE(bench.workspace.ledger.append(batch));
  }
  [[nodiscard]] std::string page() const { return "/plans/" + std::string(kPlan) + "/items/" + item.text; }
  [[nodiscard]] std::string form(const std::string& step = "") const { return "/panel" + page() + (step.empty() ? "" : "/" + step); }
  [[nodiscard]] std::string seen() const { return std::to_string(tasks::last_seen(bench.workspace, item).value()); }
  [[nodiscard]] std::string last_finding() const { return bench.workspace.progress.of_plan(kPlan).value()->findings.back().id.text; }
  Reply find(const char* found = "not_evidenced", const char* reasons = "The page has no figures.") {
    return post(form(), {{"found", found}, {"reasons", reasons}, {"looked_at", "e-u1"}, {"seen", seen()}});
  }
};

TEST_CASE("a scrutineer finds what waits, records a finding, and everybody reads it beside the claim") {
  Scrutiny s;
  s.report();
  s.as(kPanel);
  const auto waits = s.get("/panel");
  CHECK(waits.status == 200);
  CHECK(says(waits, "1 claim without a finding"));
  CHECK(says(waits, "Owner reports Complete, 14 June 2023, with 1 piece of evidence."));
  CHECK(says(waits, "href=\"" + s.form() + "\""));
  const auto form = s.get(s.form());
  CHECK(form.status == 200);
  CHECK(says(form, "The page of the pay gap"));
  CHECK(says(form, "It was &lt;b&gt;published&lt;/b&gt; in May."));

  const auto done = s.find();
  CHECK(done.status == 303);
  CHECK(location(done) == s.page());
  CHECK(says(s.get("/panel"), "The panel has looked at every claim."));
  CHECK(says(s.get("/panel"), "Owner reports Complete; the panel finds Not evidenced."));
  s.as_public();
  const auto page = s.get(s.page());
  CHECK(says(page, "Not evidenced"));
  CHECK(says(page, "The page has no figures."));
  CHECK_FALSE(says(page, kPanel.name));
  CHECK_FALSE(says(page, s.form()));
  CHECK(says(s.get("/plans/fair-work-plan"), "The panel has assessed 1 of 2."));
  CHECK(says(s.get("/cy" + s.page()), "Heb ei dystiolaethu"));
  CHECK(says(s.get("/plans/fair-work-plan/history"), "The page has no figures."));
}

TEST_CASE("a form that says nothing comes back with what was typed, and so does one that was overtaken") {
  Scrutiny s;
  s.report();
  s.as(kPanel);
  const auto empty = s.post(s.form(), {{"found", ""}, {"reasons", "I looked twice"}, {"seen", s.seen()}});
  CHECK(empty.status == 422);
  CHECK(says(empty, "href=\"#found\""));
  CHECK(says(empty, "I looked twice"));
  const auto before = s.seen();
  s.report("u2", Claim::paused);
  const auto late = s.post(s.form(), {{"found", "evidenced"}, {"reasons", "As it says"}, {"looked_at", "e-u1"}, {"seen", before}});
  CHECK(late.status == 409);
  CHECK(says(late, "As it says"));
  CHECK(says(late, "Said while you wrote"));
  CHECK(says(late, "name=\"seen\" value=\"" + s.seen() + "\""));
  CHECK(s.find("evidenced", "As it says").status == 303);
}

TEST_CASE("nobody but the panel records, nobody but the monitoring officer holds") {
  Scrutiny s;
  s.report();
  s.as(kPanel);
  REQUIRE(s.find().status == 303);
  const auto about = "?finding=" + s.last_finding();
  CHECK(s.get(s.form("hold") + about).status == 403);
  CHECK(s.get(s.form("comment") + about).status == 403);
  s.sign_in();  // the coordinator
  CHECK(s.get(s.form()).status == 403);
  CHECK(s.find().status == 403);
  CHECK(s.post(s.form("hold"), {{"finding", s.last_finding()}, {"text", "no"}}).status == 403);
  CHECK(s.get(s.form("comment") + about).status == 200);
  CHECK(s.post(s.form("comment"), {{"finding", s.last_finding()}, {"text", " "}}).status == 422);
  CHECK(s.post(s.form("comment"), {{"finding", "none"}, {"text", "x"}}).status == 404);
  CHECK(s.post(s.form("comment"), {{"finding", s.last_finding()}, {"text", "They follow in July."}}).status == 303);
  s.as_public();
  CHECK(says(s.get(s.page()), "They follow in July."));
}

TEST_CASE("a held finding is never silently gone") {
  Scrutiny s;
  s.report();
  s.as(kPanel);
  REQUIRE(s.find().status == 303);
  s.as(kMonitoring);
  CHECK(s.get(s.form("hold") + "?finding=" + s.last_finding()).status == 200);
  CHECK(s.post(s.form("hold"), {{"finding", s.last_finding()}, {"text", ""}}).status == 422);
  REQUIRE(s.post(s.form("hold"), {{"finding", s.last_finding()}, {"text", "Proceedings are live"}}).status == 303);
  CHECK(says(s.get(s.page()), "Proceedings are live"));
  s.as_public();
  for (const auto& target : {s.page(), std::string("/plans/fair-work-plan"), std::string("/plans/fair-work-plan/history"), std::string("/plans/fair-work-plan/history.json")}) {
    CAPTURE(target);
    const auto seen = s.get(target);
    CHECK_FALSE(says(seen, "The page has no figures."));
    CHECK_FALSE(says(seen, "Proceedings are live"));
    CHECK_FALSE(says(seen, kMonitoring.name));
    CHECK_FALSE(says(seen, "Not evidenced"));
  }
  CHECK(says(s.get(s.page()), "Held since 14 June 2023 by the monitoring officer"));
  CHECK(says(s.get("/plans/fair-work-plan"), "1 finding is held by the monitoring officer."));
  s.as(kMonitoring);
  REQUIRE(s.post(s.form("free"), {{"finding", s.last_finding()}}).status == 303);
  CHECK(s.post(s.form("free"), {{"finding", s.last_finding()}}).status == 409);
  s.as_public();
  CHECK(says(s.get(s.page()), "The page has no figures."));
}

TEST_CASE("a question is asked, late, answered, and seen by those who are signed in alone") {
  Scrutiny s;
  s.as(kPanel);
  const auto past = s.post(s.form("challenge"), {{"question", "Which groups?"}, {"due-day", "1"}, {"due-month", "6"}, {"due-year", "2023"}});
  CHECK(past.status == 422);
  CHECK(says(past, "href=\"#due-day\""));
  CHECK(says(past, "Which groups?"));
  REQUIRE(s.post(s.form("challenge"), {{"question", "Which groups?"}, {"due-day", "20"}, {"due-month", "6"}, {"due-year", "2023"}}).status == 303);
  CHECK(says(s.get("/panel"), "Waiting for an answer by 20 June 2023"));
  s.bench.clock.seconds += 7 * 86400;  // 21 June 2023: the session has ended
  s.as(kPanel);
  CHECK(says(s.get("/panel"), "No answer: it was due on 20 June 2023, 1 day ago"));
  const auto id = s.bench.workspace.progress.of_plan(kPlan).value()->challenges.back().id.text;
  CHECK(s.get(s.form("answer") + "?challenge=" + id).status == 403);
  s.sign_in();
  CHECK(says(s.get(s.form("answer") + "?challenge=" + id), "Which groups?"));
  CHECK(s.post(s.form("answer"), {{"challenge", id}, {"text", "The two smallest."}}).status == 303);
  CHECK(s.post(s.form("answer"), {{"challenge", id}, {"text", "All."}}).status == 409);
  CHECK(says(s.get(s.page()), "The two smallest."));
  s.as_public();
  CHECK_FALSE(says(s.get(s.page()), "Which groups?"));
  CHECK_FALSE(says(s.get("/plans/fair-work-plan/history"), "The two smallest."));
}

TEST_CASE("a scrutineer of one plan sees and records there alone") {
  Scrutiny s;
  s.report();
  s.as({"panel@aberllyn.example", {{Role::scrutineer, "schools-plan", ""}}});
  CHECK_FALSE(says(s.get("/panel"), "Publish the pay gap"));
  CHECK(s.get(s.form()).status == 403);
  CHECK(s.find().status == 403);
  s.as({"panel@aberllyn.example", {{Role::scrutineer, kPlan, ""}}});
  CHECK(says(s.get("/panel"), "Publish the pay gap"));
  CHECK(s.find().status == 303);
}

TEST_CASE("the JSON of a plan and of an item has claim, finding and rule side by side, as far as the page shows them") {
  Scrutiny s;
  const auto item_json = [&] { return OrderedJson::parse(s.get(s.page() + ".json").body); };
  const auto silent = item_json();
  CHECK(silent["claim"]["claim"] == "not_yet_reported");
  CHECK(silent["claim"]["day"].is_null());
  CHECK(silent["finding"]["finding"] == "not_yet_assessed");
  CHECK(silent["finding"]["older_than_claim"] == false);
  s.report();
  s.as(kPanel);
  REQUIRE(s.find().status == 303);
  s.as_public();
  const auto said = item_json();
  CHECK(said["claim"]["claim"] == "complete");
  CHECK(said["claim"]["day"] == "2023-06-14");
  CHECK(said["claim"]["state"] == "published");
  CHECK(said["claim"]["words"] == "It was <b>published</b> in May.");
  CHECK(said["claim"]["last_word"] == "2023-06-14");
  CHECK(said["finding"]["finding"] == "not_evidenced");
  CHECK(said["finding"]["reasons"] == "The page has no figures.");
  CHECK(said["finding"]["day"] == "2023-06-14");
  CHECK(said["finding"]["held_since"].is_null());
  CHECK(said["rule"] == "complete");
  CHECK(said.dump().find("@aberllyn.example") == std::string::npos);
  const auto plan = OrderedJson::parse(s.get("/plans/fair-work-plan.json").body);
  CHECK(plan["items"][0]["claim"] == said["claim"]);
  CHECK(plan["items"][0]["finding"] == said["finding"]);
  CHECK(plan["items"][1]["claim"]["claim"] == "not_yet_reported");

  s.as(kMonitoring);
  REQUIRE(s.post(s.form("hold"), {{"finding", s.last_finding()}, {"text", "Proceedings are live"}}).status == 303);
  for (const bool inside : {false, true}) {  // files are passed on: held is held in them for everybody
    CAPTURE(inside);
    if (!inside) s.as_public();
    if (inside) s.as(kMonitoring);
    const auto held = item_json()["finding"];
    CHECK(held["finding"] == "not_yet_assessed");
    CHECK(held["held_since"] == "2023-06-14");
    CHECK(held["reasons"].is_null());
    CHECK_FALSE(says(s.get("/plans/fair-work-plan.json"), "The page has no figures."));
    CHECK_FALSE(says(s.get("/plans/fair-work-plan.json"), "Proceedings are live"));
  }
}

TEST_CASE("a claim that nobody has published is in the JSON of those who keep the plan alone") {
  Scrutiny s;
  s.report("u1", Claim::at_risk, UpdateState::approved);
  CHECK(OrderedJson::parse(s.get(s.page() + ".json").body)["claim"]["claim"] == "not_yet_reported");
  CHECK_FALSE(says(s.get("/plans/fair-work-plan.json"), "in May"));
  s.sign_in();
  const auto claim = OrderedJson::parse(s.get(s.page() + ".json").body)["claim"];
  CHECK(claim["claim"] == "at_risk");
  CHECK(claim["state"] == "approved");
}

}  // namespace panel_test
