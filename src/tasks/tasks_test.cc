#include "tasks/tasks.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;
using makegood::test::small_draft;

namespace tasks_test {

const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kPublisher{"publisher", {{Role::publisher, "", ""}}};
const Actor kNobody{"nobody", {}};
const GivenDocument kDocument{"the document", "plan.docx"};

const Item& item_with(const Plan& plan, std::string_view ref) {
  return *std::find_if(plan.items.begin(), plan.items.end(), [&](const Item& i) { return i.ref == ref; });
}

std::int64_t count_of(Bench& bench) { return bench.store->ledger().head().value().count; }

Settlement no_date_for_last() {
  Settlement settlement;
  settlement.item = ItemId("3");
  settlement.code = "unreadable_date";
  settlement.decision = Decision::no_date;
  return settlement;
}

TEST_CASE("a document becomes a proposal, the proposal a private plan, the plan a public one") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto proposal = propose_import(w, kCoordinator, kDocument, small_draft());
  REQUIRE(proposal);
  CHECK(proposal->slug == "fair-work-plan");
  CHECK_FALSE(proposal->revision);
  CHECK(proposal->changes.count(Fate::added) == 3);
  CHECK(w.plans.find("fair-work-plan", View::live).error().fault == Fault::not_found);

  REQUIRE(accept_import(w, kCoordinator, proposal->id));
  const auto kept = w.plans.find("fair-work-plan", View::live).value();
  REQUIRE(kept->plan.items.size() == 3);
  const auto& first = kept->plan.items[0];
  CHECK(first.ref == "01.05");
  CHECK(first.id.text.size() == 10);
  CHECK(kept->plan.items[1].parent == first.id);
  CHECK(theme_title(kept->plan, first.theme) == "Employment");
  CHECK(first.first_due == Day::parse("2024-03-31").value());
  CHECK(first.last_word == Day::parse("2023-06-14").value());
  CHECK(w.plans.find("fair-work-plan", View::released).error().fault == Fault::not_found);
  CHECK(w.plans.list(View::released)->empty());

  CHECK(release_plan(w, kCoordinator, "fair-work-plan").error().fault == Fault::not_allowed);
  REQUIRE(release_plan(w, kPublisher, "fair-work-plan"));
  CHECK(w.plans.find("fair-work-plan", View::released).value()->plan.items == kept->plan.items);
  CHECK(release_plan(w, kPublisher, "fair-work-plan").error().fault == Fault::conflict);
  CHECK(w.ledger.verify()->fault.empty());
}

TEST_CASE("importing the same file twice writes nothing") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench);
  const auto before = count_of(bench);
  const auto again = propose_import(bench.workspace, kCoordinator, kDocument, small_draft());
  REQUIRE(again);
  CHECK(again->unchanged);
  CHECK(again->slug == "fair-work-plan");
  CHECK(count_of(bench) == before);
}

TEST_CASE("a file that is still being looked through is found again, a discarded one starts anew") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto first = propose_import(w, kCoordinator, kDocument, small_draft()).value();
  const auto again = propose_import(w, kCoordinator, kDocument, small_draft()).value();
  CHECK(again.unchanged);
  CHECK(again.id == first.id);
  REQUIRE(discard_import(w, kCoordinator, first.id));
  CHECK(w.imports.open_imports()->empty());
  CHECK_FALSE(propose_import(w, kCoordinator, kDocument, small_draft())->unchanged);
}

TEST_CASE("what cannot be proposed is refused in one line") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  CHECK(propose_import(w, kNobody, kDocument, small_draft()).error().fault == Fault::not_allowed);
  CHECK(propose_import(w, kCoordinator, kDocument, Plan{}).error().fault == Fault::invalid_input);
  for (const auto* slug : {"Fair Work", "../etc", "a/b", "-a", "æ"}) {
    CAPTURE(slug);
    CHECK(propose_import(w, kCoordinator, kDocument, small_draft(), {slug}).error().fault == Fault::invalid_input);
  }
  CHECK(count_of(bench) == 0);
}

TEST_CASE("a finding is settled once, and the decision comes along into the plan") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto id = propose_import(w, kCoordinator, kDocument, small_draft())->id;
  REQUIRE(settle_finding(w, kCoordinator, id, no_date_for_last()));
  CHECK(settle_finding(w, kCoordinator, id, no_date_for_last()).error().fault == Fault::conflict);
  const auto draft = w.imports.find(id)->draft();
  CHECK(std::none_of(draft.settlements.begin(), draft.settlements.end(), [](const Settlement& s) { return s.item.empty(); }));
  CHECK(item_with(draft, "02.01").confirmed == Timescale{});
  REQUIRE(accept_import(w, kCoordinator, id));
  const auto plan = w.plans.find("fair-work-plan", View::live).value()->plan;
  REQUIRE(plan.settlements.size() == 1);
  CHECK(plan.settlements[0].item == item_with(plan, "02.01").id);
  for (const auto& open : open_findings(plan)) CHECK(open.finding.code != "unreadable_date");
}

TEST_CASE("steps are taken back one by one, the last first") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto id = propose_import(w, kCoordinator, kDocument, small_draft())->id;
  REQUIRE(edit_import(w, kCoordinator, id, {ItemId("1"), ItemField::title, {"First wording"}, ""}));
  REQUIRE(edit_import(w, kCoordinator, id, {ItemId("1"), ItemField::title, {"Second wording"}, ""}));
  REQUIRE(settle_finding(w, kCoordinator, id, no_date_for_last()));
  CHECK(w.imports.find(id)->steps.size() == 3);
  CHECK(w.imports.find(id)->steps[1].changes[0].before == std::vector<std::string>{"First wording"});
  REQUIRE(undo_last_step(w, kCoordinator, id));
  CHECK_FALSE(item_with(w.imports.find(id)->draft(), "02.01").confirmed);
  REQUIRE(undo_last_step(w, kCoordinator, id));
  CHECK(w.imports.find(id)->draft().items[0].title == "First wording");
  REQUIRE(undo_last_step(w, kCoordinator, id));
  CHECK(w.imports.find(id)->draft().items == small_draft().items);
  CHECK(undo_last_step(w, kCoordinator, id).error().fault == Fault::conflict);
}

TEST_CASE("of two who accept the same proposal the second is refused, and nothing is doubled") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto id = propose_import(w, kCoordinator, kDocument, small_draft())->id;
  REQUIRE(accept_import(w, kCoordinator, id));
  const auto before = count_of(bench);
  CHECK(accept_import(w, kCoordinator, id).error().fault == Fault::conflict);
  CHECK(discard_import(w, kCoordinator, id).error().fault == Fault::conflict);
  CHECK(count_of(bench) == before);
  CHECK(w.plans.find("fair-work-plan", View::live).value()->plan.items.size() == 3);
}

TEST_CASE("a writer who saw an older state is refused by the ledger itself") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench);
  Batch stale;
  stale.changes = {{"plan.released", "fair-work-plan", "publisher", "{}"}};
  stale.expectations = {{"fair-work-plan", 0}};
  stale.at = "2023-06-14T09:30:00Z";
  CHECK(bench.workspace.ledger.append(stale).error().fault == Fault::conflict);
}

TEST_CASE("accepting and releasing at once needs the right to release") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto id = propose_import(w, kCoordinator, kDocument, small_draft())->id;
  CHECK(accept_import(w, kCoordinator, id, {true}).error().fault == Fault::not_allowed);
  CHECK(w.imports.find(id)->summary.state == ImportState::open);
  REQUIRE(accept_import(w, first_coordinator(), id, {true}));
  CHECK(w.plans.find("fair-work-plan", View::released));
}

TEST_CASE("a correction needs a reason and keeps what stood there before") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench);
  const auto id = item_with(w.plans.find("fair-work-plan", View::live).value()->plan, "01.05").id;
  Correction correction{id, ItemField::title, {"Publish both pay gaps"}, " "};
  CHECK(correct_item(w, kCoordinator, "fair-work-plan", correction).error().fault == Fault::invalid_input);
  correction.reason = "a line was lost in the reading";
  REQUIRE(correct_item(w, kCoordinator, "fair-work-plan", correction));
  CHECK(correct_item(w, kCoordinator, "fair-work-plan", correction).error().fault == Fault::conflict);

  const auto story = history(w, "fair-work-plan", id, View::live);
  REQUIRE(story);
  REQUIRE(story->size() == 2);
  const auto& line = story->front();
  CHECK(line.message == "history.item_corrected");
  CHECK(line.actor == "coordinator");
  CHECK(line.at == "2023-06-14T09:30:00Z");
  CHECK(line.reason == "a line was lost in the reading");
  REQUIRE(line.changes.size() == 1);
  CHECK(line.changes[0].before == std::vector<std::string>{"Publish the pay gap by ethnic group"});
  CHECK(line.changes[0].after == std::vector<std::string>{"Publish both pay gaps"});
}

TEST_CASE("a coordinator's correction of a released plan waits, a publisher's is public at once") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto plan = w.plans.find("fair-work-plan", View::live).value()->plan;
  const auto first = plan.items[0].id, last = plan.items[2].id;
  REQUIRE(correct_item(w, kCoordinator, "fair-work-plan", {first, ItemField::ref, {"1.5"}, "a slip"}));
  const auto seen_by = [&](View view, const ItemId& id) {
    return find_item(w.plans.find("fair-work-plan", view).value()->plan, id)->ref;
  };
  CHECK(seen_by(View::live, first) == "1.5");
  CHECK(seen_by(View::released, first) == "01.05");
  CHECK(w.plans.find("fair-work-plan", View::live).value()->summary.pending);
  CHECK(history(w, "fair-work-plan", first, View::released)->size() == 1);

  REQUIRE(correct_item(w, kPublisher, "fair-work-plan", {last, ItemField::ref, {"2.1"}, "a slip"}));
  CHECK(seen_by(View::released, last) == "2.1");
  CHECK(seen_by(View::released, first) == "01.05");
  CHECK(history(w, "fair-work-plan", last, View::released)->size() == 2);

  REQUIRE(release_plan(w, kPublisher, "fair-work-plan"));
  CHECK(seen_by(View::released, first) == "1.5");
}

TEST_CASE("a withdrawn plan is private again") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  REQUIRE(withdraw_plan(w, kPublisher, "fair-work-plan", "released too early"));
  CHECK(w.plans.find("fair-work-plan", View::released).error().fault == Fault::not_found);
  CHECK(w.plans.search("curriculum", "", View::released, 10, 0)->total == 0);
  CHECK(w.plans.search("curriculum", "", View::live, 10, 0)->total == 1);
  CHECK(withdraw_plan(w, kPublisher, "fair-work-plan", "again").error().fault == Fault::conflict);
}

TEST_CASE("another file under the same slug is a revision that keeps ids and deletes nothing") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto before = w.plans.find("fair-work-plan", View::live).value()->plan;

  auto draft = small_draft();
  draft.items[0].title = "Publish the pay gap by ethnic group each year";
  draft.items[0].timescale_raw = "Q1 2024/25";
  draft.items[0].timescale = read_timescale("Q1 2024/25");
  draft.items[2] = draft.items[0];
  draft.items[2].id = ItemId("3");
  draft.items[2].ref = "09.01";
  draft.items[2].title = "Open a mentoring scheme for apprentices";
  const auto proposal = propose_import(w, kCoordinator, {"another document", "plan v2.docx"}, draft).value();
  CHECK(proposal.revision);
  CHECK(proposal.changes.count(Fate::changed) == 1);
  CHECK(proposal.changes.count(Fate::unchanged) == 1);
  CHECK(proposal.changes.count(Fate::added) == 1);
  CHECK(proposal.changes.count(Fate::gone) == 1);
  REQUIRE(accept_import(w, kCoordinator, proposal.id, {.as_matched = true}));

  const auto kept = w.plans.find("fair-work-plan", View::live).value();
  REQUIRE(kept->plan.items.size() == 4);
  const auto& first = item_with(kept->plan, "01.05");
  CHECK(first.id == before.items[0].id);
  CHECK(first.theme == before.items[0].theme);
  CHECK(first.dates().due == Day::parse("2024-06-30").value());
  CHECK(first.first_due == Day::parse("2024-03-31").value());
  CHECK(rule_status(first, Day::parse("2023-07-01").value()).rule == Rule::slipping);
  CHECK(kept->plan.items[1].id == before.items[1].id);
  CHECK(kept->plan.items[1].parent == first.id);
  const auto& gone = item_with(kept->plan, "02.01");
  CHECK(gone.absent);
  CHECK(gone.id == before.items[2].id);
  CHECK(kept->summary.pending);
  CHECK(w.plans.find("fair-work-plan", View::released).value()->plan.items.size() == 3);
  const auto story = history(w, "fair-work-plan", first.id, View::live).value();
  CHECK(story.front().message == "history.item_revised");
  CHECK(story.back().message == "history.item_adopted");
  CHECK(bench.workspace.ledger.verify()->fault.empty());
}

TEST_CASE("the story of a plan is told newest first, without the items that merely came with it") {
  auto bench = Bench::in_memory();
  adopt_small_plan(bench, true);
  const auto story = history(bench.workspace, "fair-work-plan", {}, View::live);
  REQUIRE(story);
  REQUIRE(story->size() == 2);
  CHECK((*story)[0].message == "history.plan_released");
  CHECK((*story)[1].message == "history.plan_adopted");
  CHECK((*story)[1].arguments == std::vector<std::string>{"plan.docx"});
}

TEST_CASE("what waits for a release does not shorten the story that the public reads") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench, true);
  const auto id = w.plans.find("fair-work-plan", View::live).value()->plan.items[0].id;
  for (const auto* ref : {"a", "b", "c"})
    REQUIRE(correct_item(w, kCoordinator, "fair-work-plan", {id, ItemField::ref, {ref}, "x"}));
  const auto story = history(w, "fair-work-plan", {}, View::released, 2);
  REQUIRE(story);
  REQUIRE(story->size() == 2);
  CHECK((*story)[0].message == "history.plan_released");
  CHECK(history(w, "fair-work-plan", {}, View::live, 2)->size() == 2);
  CHECK(history(w, "fair-work-plan", {}, View::live, 2, story->front().sequence)->size() == 1);
}

TEST_CASE("a sign-in link shows whose it is without being used up, then works once") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto token = make_sign_in_link(w, first_coordinator()).value();
  CHECK(token.size() == 64);
  CHECK(look_at_link(w, token)->actor.name == "coordinator");
  CHECK(look_at_link(w, token)->actor.name == "coordinator");
  const auto signed_in = sign_in(w, token);
  REQUIRE(signed_in);
  CHECK(sign_in(w, token).error().fault == Fault::not_found);
  CHECK(look_at_link(w, token).error().fault == Fault::not_found);
  const auto session = resume_session(w, signed_in->token);
  REQUIRE(session);
  CHECK(may(session->actor, Action::release));
  CHECK(csrf_holds(*session, signed_in->session.csrf));
  CHECK_FALSE(csrf_holds(*session, ""));
  CHECK_FALSE(csrf_holds(*session, std::string(64, '0')));
  REQUIRE(sign_out(w, signed_in->token));
  CHECK(resume_session(w, signed_in->token).error().fault == Fault::not_allowed);
}

TEST_CASE("links last 15 minutes, sessions 30 idle minutes and 12 hours at most") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  const auto old_link = make_sign_in_link(w, first_coordinator()).value();
  bench.clock.seconds += 15 * 60 + 1;
  CHECK(sign_in(w, old_link).error().fault == Fault::not_allowed);

  const auto idle = sign_in(w, make_sign_in_link(w, first_coordinator()).value()).value();
  const auto busy = sign_in(w, make_sign_in_link(w, first_coordinator()).value()).value();
  for (int i = 0; i < 3; ++i) {
    bench.clock.seconds += 11 * 60;
    CHECK(resume_session(w, busy.token));
  }
  CHECK(resume_session(w, idle.token).error().fault == Fault::not_allowed);
  for (int i = 0; i < 30; ++i) {
    bench.clock.seconds += 25 * 60;
    if (!resume_session(w, busy.token)) {
      CHECK(i > 26);  // 33 minutes and 28 times 25 minutes are 12 hours and 13 minutes
      return;
    }
  }
  FAIL("the session never ended");
}

TEST_CASE("tokens that are not tokens open nothing") {
  auto bench = Bench::in_memory();
  for (const auto* token : {"", "abc", "' OR 1=1 --", "ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789"}) {
    CAPTURE(token);
    CHECK_FALSE(look_at_link(bench.workspace, token));
    CHECK_FALSE(resume_session(bench.workspace, token));
  }
}

TEST_CASE("the policy is one table: a coordinator may not release, a publisher may not import") {
  struct Row {
    const Actor* actor;
    Action action;
    bool allowed;
  };
  for (const auto& row : {Row{&kCoordinator, Action::import, true}, Row{&kCoordinator, Action::release, false},
                          Row{&kCoordinator, Action::erase, false}, Row{&kPublisher, Action::import, false},
                          Row{&kPublisher, Action::release, true}, Row{&kNobody, Action::see_private, false}})
    CHECK(may(*row.actor, row.action) == row.allowed);
  CHECK(view_for(nullptr, "fair-work-plan") == View::released);
  CHECK(view_for(&kNobody, "fair-work-plan") == View::released);
  CHECK(view_for(&kCoordinator, "fair-work-plan") == View::live);
}

TEST_CASE("UTC is written to the second") {
  CHECK(Now{1686735000, {}}.utc() == "2023-06-14T09:30:00Z");
  CHECK(Now{0, {}}.utc() == "1970-01-01T00:00:00Z");
}

TEST_CASE("what was put right before the first release is not in the public history") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench);
  const auto id = item_with(w.plans.find("fair-work-plan", View::live).value()->plan, "01.05").id;
  REQUIRE(correct_item(w, kCoordinator, "fair-work-plan", {id, ItemField::owners, {"Head of Pay"}, "a name stood here"}));
  REQUIRE(release_plan(w, kPublisher, "fair-work-plan"));
  CHECK(history(w, "fair-work-plan", id, View::live)->size() == 2);
  const auto lines = history(w, "fair-work-plan", id, View::released);
  for (const auto& line : *lines) CHECK(line.changes.empty());
}

TEST_CASE("several fields are corrected together or not at all") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  adopt_small_plan(bench);
  const auto before = w.plans.find("fair-work-plan", View::live).value()->plan;
  const auto id = item_with(before, "01.05").id;
  const Correction good{id, ItemField::title, {"Publish both pay gaps"}, "misread"};
  const Correction bad{id, ItemField::due, {"31 June"}, "misread"};
  CHECK_FALSE(correct_fields(w, kCoordinator, "fair-work-plan", {good, bad}));
  CHECK(w.plans.find("fair-work-plan", View::live).value()->plan.items == before.items);
  const Correction also{id, ItemField::ref, {"1.5"}, "misread"};
  REQUIRE(correct_fields(w, kCoordinator, "fair-work-plan", {good, also}));
  const auto after = item_with(w.plans.find("fair-work-plan", View::live).value()->plan, "1.5");
  CHECK(after.title == "Publish both pay gaps");
  CHECK(correct_fields(w, kCoordinator, "fair-work-plan", {}).error().fault == Fault::conflict);
}

TEST_CASE("a finding of a plan in force is settled once, and rebuilding remembers") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  auto draft = small_draft();
  draft.items[0].findings.push_back({"personal_name", "this looks like a person's name", "row 2"});
  const auto id = propose_import(w, first_coordinator(), kDocument, draft)->id;
  REQUIRE(accept_import(w, first_coordinator(), id, {true}));
  const auto item = w.plans.find("fair-work-plan", View::live).value()->plan.items[0].id;
  Settlement keep;
  keep.item = item;
  keep.code = "personal_name";
  REQUIRE(settle_in_plan(w, first_coordinator(), "fair-work-plan", keep));
  CHECK(settle_in_plan(w, first_coordinator(), "fair-work-plan", keep).error().fault == Fault::conflict);
  REQUIRE(w.ledger.rebuild());
  const auto kept = w.plans.find("fair-work-plan", View::live).value();
  CHECK(kept->plan.settlements.size() == 1);
  CHECK_FALSE(kept->summary.pending);
}

TEST_CASE("a name that may stand is asked about once, wherever it stands") {
  auto bench = Bench::in_memory();
  auto& w = bench.workspace;
  auto draft = small_draft();
  for (auto& item : draft.items) item.findings = {{"personal_name", "\"A B\" looks like a person's name.", "row " + item.id.text}};
  draft.items[2].findings[0].message = "\"C D\" looks like a person's name.";
  const auto id = propose_import(w, first_coordinator(), kDocument, draft)->id;
  REQUIRE(accept_import(w, first_coordinator(), id));
  const auto live = [&] { return w.plans.find("fair-work-plan", View::live).value()->plan; };
  const auto names = [&] {
    const auto open = open_findings(live());
    return std::count_if(open.begin(), open.end(), [](const OpenFinding& f) { return f.finding.code == "personal_name"; });
  };
  REQUIRE(names() == 3);
  Settlement keep;
  keep.item = live().items[0].id;
  keep.code = "personal_name";
  REQUIRE(settle_in_plan(w, first_coordinator(), "fair-work-plan", keep));
  CHECK(names() == 1);
}

}  // namespace tasks_test
