#include <doctest/doctest.h>

#include "faults/asked_owners.h"
#include "faults/fixture.h"
#include "progress/json.h"
#include "progress/standing.h"

using namespace makegood;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;

namespace progress_test {

const auto kActor = tasks::first_coordinator();
const std::string kSlug = "fair-work-plan";

struct Told {
  Bench bench = Bench::in_memory();
  std::vector<Item> items;

  Told() {
    adopt_small_plan(bench, true);
    items = plan()->plan.items;
  }
  std::shared_ptr<const KeptPlan> plan() { return bench.workspace.plans.find(kSlug, View::live).value(); }
  std::shared_ptr<const Progress> progress(std::string_view slug = kSlug) { return bench.workspace.progress.of_plan(slug).value(); }

  void tell(const char* kind, const ItemId& item, std::string payload) {
    Batch batch;
    batch.changes = {{kind, item.text, "Head of People", std::move(payload)}};
    batch.at = bench.workspace.clock.now().utc();
    REQUIRE(bench.workspace.ledger.append(batch));
  }
  void update(const char* kind, const char* id, UpdateState state, Claim claim = Claim::on_track, std::size_t item = 0) {
    Update u;
    u.id = UpdateId(id);
    u.plan = kSlug;
    u.item = items[item].id;
    u.claim = claim;
    u.state = state;
    u.day = bench.workspace.clock.now().today;
    tell(kind, u.item, write_update(u));
  }
  void finding(const char* kind, const char* id, bool held = false) {
    PanelFinding f;
    f.id = FindingId(id);
    f.plan = kSlug;
    f.item = items[0].id;
    f.found = Found::not_evidenced;
    if (held) f.hold = FindingHold{"legal", "A live case", ""};
    f.day = bench.workspace.clock.now().today;
    tell(kind, f.item, write_panel_finding(f));
  }
  void stage(std::size_t item, Stage stage) {
    tell("item.staged", items[item].id, write_stage_move({kSlug, items[item].id, stage, false, "Cabinet", {}, "", "", "", 0}));
  }
  void challenge(const char* kind, const char* id, const std::optional<Day>& answered) {
    Challenge c;
    c.id = ChallengeId(id);
    c.plan = kSlug;
    c.item = items[0].id;
    c.question = "Where are the minutes?";
    c.answered = answered;
    tell(kind, c.item, write_challenge(c));
  }
};

std::vector<std::string> ids_of(const Progress& progress) {
  std::vector<std::string> ids;
  for (const auto& update : progress.updates) ids.push_back(update.id.text);
  return ids;
}

TEST_CASE("whoever reads after every word has the same as whoever reads once at the end") {
  Told t;
  const auto seen = [&] { return t.progress(); };
  CHECK(seen()->updates.empty());
  t.update("update.submitted", "u1", UpdateState::submitted);
  CHECK(seen()->updates.size() == 1);
  t.finding("finding.recorded", "f1");
  t.update("update.submitted", "u2", UpdateState::submitted, Claim::at_risk, 1);
  CHECK(seen()->findings.size() == 1);
  t.update("update.approved", "u1", UpdateState::approved);  // what was said first keeps its place
  t.challenge("challenge.raised", "c1", {});
  CHECK(seen()->updates[0].state == UpdateState::approved);
  t.finding("finding.held", "f1", true);
  t.challenge("challenge.answered", "c1", t.bench.workspace.clock.now().today);
  t.stage(1, Stage::agreed);
  CHECK(seen()->findings.at(0).hold);
  t.update("update.submitted", "u1", UpdateState::submitted, Claim::complete);
  REQUIRE(tasks::redate(t.bench.workspace, kActor, kSlug, {{t.items[0].id, tasks::last_seen(t.bench.workspace, t.items[0].id).value()}}, Day::parse("2030-01-31").value(), "agreed"));
  CHECK(seen()->redatings.size() == 1);
  t.stage(0, Stage::closed);
  t.update("update.returned", "u2", UpdateState::returned, Claim::at_risk, 1);
  const auto followed = seen();
  const auto body = tasks::keep_organisation(t.bench.workspace, kActor, {{}, "Aberllyn Council"}).value();
  REQUIRE(tasks::erase_payload(t.bench.workspace, kActor, t.bench.workspace.ledger.last_about(body.text).value(), "by law"));  // all is read anew
  CHECK(*seen() == *followed);
  CHECK(seen() != followed);
  CHECK(ids_of(*followed) == std::vector<std::string>{"u1", "u2"});
  CHECK(followed->stages.size() == 2);
}

TEST_CASE("an update keeps its place, and counts how often it was said") {
  Told t;
  t.update("update.submitted", "u1", UpdateState::submitted);
  t.update("update.submitted", "u2", UpdateState::submitted, Claim::at_risk);
  t.update("update.returned", "u1", UpdateState::returned);
  t.update("update.submitted", "u1", UpdateState::submitted, Claim::complete);
  const auto said = t.progress()->updates[0].sequence;
  t.update("update.approved", "u1", UpdateState::approved, Claim::complete);
  const auto p = t.progress();
  CHECK(ids_of(*p) == std::vector<std::string>{"u1", "u2"});
  CHECK(p->updates[0].versions == 2);
  CHECK(p->updates[0].said == said);
  CHECK(p->updates[0].sequence == said + 1);
  CHECK(p->updates[0].state == UpdateState::approved);
  CHECK(p->updates[0].at == "2023-06-14T09:30:00Z");
  CHECK(p->sequence == said + 1);
  CHECK(standing_of(*p, t.items[0].id).claim->id.text == "u2");
}

TEST_CASE("what was said is not read again while nobody says more") {
  Told t;
  const auto before = t.progress();
  CHECK(t.progress() == before);
  t.update("update.submitted", "u1", UpdateState::submitted);
  CHECK(t.progress() != before);
  CHECK(t.progress()->updates.size() == 1);
}

TEST_CASE("a comment or a hold does not make a finding newer") {
  Told t;
  t.finding("finding.recorded", "f1");
  const auto said = t.progress()->findings[0].said;
  t.finding("finding.held", "f1", true);
  CHECK(t.progress()->findings[0].hold.has_value());
  CHECK(t.progress()->findings[0].said == said);
  t.finding("finding.freed", "f1");
  CHECK_FALSE(t.progress()->findings[0].hold.has_value());
  CHECK(t.progress()->findings[0].sequence == said + 2);
}

TEST_CASE("dates that were moved after the plan was adopted, and why") {
  struct Row {
    const char* name;
    Correction correction;  // of the item that is due on 31 March 2024
    const char* is_due;
    bool agreed;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"moved by agreement", {{}, ItemField::redated, {"2024-06-30"}, "A tender"}, "2024-06-30", true},
           {"read wrongly", {{}, ItemField::due, {"2025-03-31"}, "A tender"}, "2025-03-31", false},
           {"written otherwise", {{}, ItemField::timescale, {"Q1 2024/25"}, "A tender"}, "2024-06-30", false},
       }) {
    CAPTURE(row.name);
    Told t;
    auto correction = row.correction;
    correction.item = t.items[0].id;
    REQUIRE(tasks::correct_item(t.bench.workspace, kActor, kSlug, correction));
    const auto p = t.progress();
    REQUIRE(p->redatings.size() == 1);
    CHECK(p->redatings[0].from == Day::parse("2024-03-31").value());
    CHECK(p->redatings[0].to == Day::parse(row.is_due).value());
    CHECK(p->redatings[0].agreed == row.agreed);
    CHECK(p->redatings[0].reason == "A tender");
  }
}

TEST_CASE("a correction of anything else moves no date, and a newer document does by agreement") {
  Told t;
  REQUIRE(tasks::correct_item(t.bench.workspace, kActor, kSlug, {t.items[0].id, ItemField::title, {"Publish it"}, "Shorter"}));
  CHECK(t.progress()->redatings.empty());
  auto newer = test::small_draft();
  newer.items[0].title = "Publish it";
  newer.items[0].timescale_raw = "Q1 2024/25";
  newer.items[0].timescale = read_timescale(newer.items[0].timescale_raw);
  const auto id = tasks::propose_import(t.bench.workspace, kActor, {"v2", "v2.docx"}, newer).value().id;
  REQUIRE(tasks::accept_import(t.bench.workspace, kActor, id));
  REQUIRE(t.progress()->redatings.size() == 1);
  CHECK(t.progress()->redatings[0].agreed);
  CHECK(slippages(t.plan()->plan, *t.progress())[0].days == 91);
}

TEST_CASE("what is said about an item is said in every plan that shows it") {
  Told t;
  auto other = test::small_draft();
  other.title = "Another Plan";
  const auto id = tasks::propose_import(t.bench.workspace, kActor, {"v4", "v4.docx"}, other).value().id;
  REQUIRE(tasks::accept_import(t.bench.workspace, kActor, id, {true}));
  t.update("update.submitted", "u1", UpdateState::submitted);
  t.update("update.submitted", "under it", UpdateState::submitted, Claim::complete, 1);
  t.update("update.submitted", "elsewhere", UpdateState::submitted, Claim::complete, 2);
  CHECK(t.progress("another-plan")->updates.empty());
  REQUIRE(tasks::share_item(t.bench.workspace, kActor, {kSlug, t.items[0].id}, {"another-plan"}, "one promise"));
  auto ids = ids_of(*t.progress("another-plan"));
  std::sort(ids.begin(), ids.end());
  CHECK(ids == std::vector<std::string>{"u1", "under it"});
}

TEST_CASE("rebuilding gives what was said as it was said") {
  Told t;
  t.update("update.submitted", "u1", UpdateState::submitted);
  t.update("update.returned", "u1", UpdateState::returned);
  t.update("update.submitted", "u1", UpdateState::submitted);
  t.update("update.submitted", "u2", UpdateState::submitted);
  t.finding("finding.recorded", "f1");
  t.finding("finding.commented", "f1");
  t.challenge("challenge.raised", "c1", {});
  t.challenge("challenge.answered", "c1", t.bench.workspace.clock.now().today);
  t.stage(0, Stage::agreed);
  t.stage(0, Stage::in_plan);
  REQUIRE(tasks::correct_item(t.bench.workspace, kActor, kSlug, {t.items[0].id, ItemField::redated, {"2024-06-30"}, "A tender"}));
  const auto lived = t.bench.store->dump_derived().value();
  CHECK(lived.find("A tender") != std::string::npos);
  const auto before = *t.progress();
  REQUIRE(t.bench.workspace.ledger.rebuild());
  CHECK(t.bench.store->dump_derived().value() == lived);
  CHECK(*t.progress() == before);
}

TEST_CASE("what was erased is not remembered") {
  Told t;
  t.update("update.submitted", "u1", UpdateState::submitted);
  t.update("update.submitted", "u2", UpdateState::submitted);
  const auto sequence = t.progress()->updates[0].sequence;
  REQUIRE(tasks::erase_payload(t.bench.workspace, kActor, sequence, "it named a child"));
  CHECK(ids_of(*t.progress()) == std::vector<std::string>{"u2"});
}

TEST_CASE("an entry that is no update takes its batch back") {
  Told t;
  Batch batch;
  batch.changes = {{"update.submitted", t.items[0].id.text, "x", "{}"}};
  batch.at = "2023-06-14T09:30:00Z";
  CHECK_FALSE(t.bench.workspace.ledger.append(batch));
  CHECK(t.progress()->updates.empty());
}

TEST_CASE("what an owner just sent is held as it will be read") {
  test::Folder folder;
  auto bench = Bench::in(folder.path());
  const auto tokens = test::fresh_links(bench.workspace, test::have_owners_asked(bench.workspace, 1, 2));
  const auto first = test::must(test::answer_by_link(bench.workspace, tokens[0], 0, "\u201cHalf\u201d is done \u2014\nthe rest in May. "));
  test::must(test::answer_by_link(bench.workspace, tokens[0], 1, "Nothing yet"));
  const auto held = bench.workspace.progress.of_plan(first[0].plan).value();
  auto another = Bench::in(folder.path());  // has nothing in memory
  const auto read = another.workspace.progress.of_plan(first[0].plan).value();
  REQUIRE(held->updates.size() == 2);
  REQUIRE(read->updates.size() == 2);
  for (std::size_t i = 0; i < 2; ++i) CHECK(held->updates[i] == read->updates[i]);
}

}  // namespace progress_test
