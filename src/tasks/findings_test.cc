// The panel's voice: who may speak, what is kept, and what the public reads of it.
#include "tasks/tasks.h"

#include <doctest/doctest.h>

#include <functional>

#include "faults/fixture.h"
#include "progress/json.h"
#include "progress/standing.h"
#include "tasks/ask_fixture.h"
#include "tasks/voice.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace findings_test {

constexpr const char* kPlan = "fair-work-plan";
const Actor kPanel{"panel@aberllyn.example", {{Role::scrutineer, kPlan, ""}}};
const Actor kOtherPanel{"other@aberllyn.example", {{Role::scrutineer, "schools-plan", ""}}};
const Actor kCoordinator{"equality@aberllyn.example", {{Role::coordinator, "", ""}}};
const Actor kMonitoring{"legal@aberllyn.example", {{Role::monitoring_officer, "", ""}}};
const Actor kOwner{"housing@aberllyn.example", {{Role::owner, kPlan, ""}}};

Day day(const char* iso) { return Day::parse(iso).value(); }

struct Scrutiny {
  Bench bench = Bench::in_memory();
  Workspace& w = bench.workspace;
  ItemId item;

  Scrutiny() {
    test::adopt_small_plan(bench, true);
    item = w.plans.find(kPlan, View::live).value()->plan.items[0].id;
  }
  [[nodiscard]] HomeItem at() const { return {kPlan, item}; }
  [[nodiscard]] std::int64_t seen() const { return last_seen(w, item).value(); }
  [[nodiscard]] std::shared_ptr<const Progress> said() const { return w.progress.of_plan(kPlan).value(); }
  [[nodiscard]] std::shared_ptr<const Progress> open() const { return seen_progress(w, kPlan, View::released).value(); }

  /// The owner reports, with a link as evidence.
  UpdateId report(Claim claim, const char* id = "u1", UpdateState state = UpdateState::published) {
    Update update;
    update.id = UpdateId(id);
    update.plan = kPlan;
    update.item = item;
    update.claim = claim;
    update.state = state;
    update.narrative = "It was published in May.";
    update.day = bench.clock.now().today;
    Evidence link;
    link.id = EvidenceId(std::string("e-") + id);
    link.kind = EvidenceKind::link;
    link.url = "https://aberllyn.example/pay-gap";
    link.open = true;
    update.evidence = {link};
    Batch batch;
    batch.changes = {{"update.submitted", item.text, "housing@aberllyn.example", write_update(update)}};
    batch.at = bench.clock.now().utc();
    REQUIRE(w.ledger.append(batch));
    return update.id;
  }
  PanelFinding find(Found found = Found::partly_evidenced) {
    return record_finding(w, kPanel, at(), {found, "Two of three groups are missing.", {}}, seen()).value();
  }
};

TEST_CASE("a finding stands beside the claim that it looks at, with its reasons and what was looked at") {
  Scrutiny s;
  const auto claim = s.report(Claim::complete);
  const auto found = record_finding(s.w, kPanel, s.at(), {Found::partly_evidenced, "  Two of three groups are missing. ", {EvidenceId("e-u1")}}, s.seen());
  REQUIRE(found);
  CHECK(found->update == claim);
  CHECK(found->day == day("2023-06-14"));
  const auto said = s.said();
  const auto standing = standing_of(*said, s.item);
  REQUIRE(standing.finding != nullptr);
  CHECK(standing.finding->found == Found::partly_evidenced);
  CHECK(standing.finding->reasons == "Two of three groups are missing.");
  CHECK(standing.finding->looked_at == std::vector{EvidenceId("e-u1")});
  CHECK(standing.finding->voice.actor == kPanel.name);
  CHECK_FALSE(standing.finding_is_older);
  s.report(Claim::complete, "u2");
  CHECK(standing_of(*s.said(), s.item).finding_is_older);
}

TEST_CASE("each step is somebody's: who may, and who may not") {
  Scrutiny s;
  s.report(Claim::complete);
  const auto finding = s.find();
  const auto challenge = raise_challenge(s.w, kPanel, s.at(), "Which groups are missing?", day("2023-07-01")).value();
  struct Row {
    const char* name;
    const Actor* may;
    std::vector<const Actor*> may_not;
    std::function<Result<void>(const Actor&)> step;
  };
  const auto done = [](const auto& result) -> Result<void> {
    if (!result) return tl::unexpected(result.error());
    return {};
  };
  const std::vector<Row> rows = {
      {"record a finding", &kPanel, {&kOtherPanel, &kCoordinator, &kMonitoring, &kOwner},
       [&](const Actor& who) { return done(record_finding(s.w, who, s.at(), {Found::evidenced, "All of it is there.", {}}, s.seen())); }},
      {"comment on it", &kCoordinator, {&kPanel, &kMonitoring, &kOwner},
       [&](const Actor& who) { return done(comment_finding(s.w, who, s.at(), finding.id, "The third follows in July.")); }},
      {"hold it", &kMonitoring, {&kPanel, &kCoordinator, &kOwner},
       [&](const Actor& who) { return done(hold_finding(s.w, who, s.at(), finding.id, "A live case")); }},
      {"show it again", &kMonitoring, {&kPanel, &kCoordinator, &kOwner},
       [&](const Actor& who) { return done(free_finding(s.w, who, s.at(), finding.id)); }},
      {"ask a question", &kPanel, {&kOtherPanel, &kCoordinator, &kMonitoring, &kOwner},
       [&](const Actor& who) { return done(raise_challenge(s.w, who, s.at(), "When?", day("2023-07-01"))); }},
      {"answer it", &kOwner, {&kPanel, &kMonitoring},
       [&](const Actor& who) { return done(answer_challenge(s.w, who, s.at(), challenge.id, "The smallest two.")); }},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    for (const auto* who : row.may_not) {
      CAPTURE(who->name);
      const auto refused = row.step(*who);
      REQUIRE_FALSE(refused);
      CHECK(refused.error().fault == Fault::not_allowed);
    }
    CHECK(row.step(*row.may).has_value());
  }
}

TEST_CASE("what says nothing is refused in a sentence") {
  Scrutiny s;
  s.report(Claim::complete);
  const auto finding = s.find();
  const auto record = [&](FindingWords words) { return record_finding(s.w, kPanel, s.at(), words, s.seen()).error(); };
  CHECK(record({Found::not_yet_assessed, "why", {}}).message == "say what the panel finds");
  CHECK(record({Found::evidenced, " \n", {}}).message == "say why the panel finds that");
  CHECK(record({Found::evidenced, "why", {EvidenceId("of another item")}}).message == "that is no evidence of this item");
  CHECK(comment_finding(s.w, kCoordinator, s.at(), finding.id, " ").error().fault == Fault::invalid_input);
  CHECK(hold_finding(s.w, kMonitoring, s.at(), finding.id, "").error().message == "give the reason in law for which it is held back");
  CHECK(free_finding(s.w, kMonitoring, s.at(), finding.id).error().fault == Fault::conflict);
  CHECK(comment_finding(s.w, kCoordinator, s.at(), FindingId("none"), "x").error().fault == Fault::not_found);
  CHECK(raise_challenge(s.w, kPanel, s.at(), "Why?", day("2023-06-13")).error().fault == Fault::invalid_input);
  CHECK(raise_challenge(s.w, kPanel, s.at(), "Why?", day("2023-06-14")).has_value());
  CHECK(raise_challenge(s.w, kPanel, {kPlan, ItemId("none")}, "Why?", day("2023-07-01")).error().fault == Fault::not_found);
}

TEST_CASE("whoever writes about an item that was spoken of meanwhile is told, and may send again") {
  Scrutiny s;
  s.report(Claim::on_track);
  const auto seen = s.seen();
  s.report(Claim::complete, "u2");
  const auto late = record_finding(s.w, kPanel, s.at(), {Found::evidenced, "As claimed.", {}}, seen);
  REQUIRE_FALSE(late);
  CHECK(late.error().fault == Fault::conflict);
  CHECK(s.said()->findings.empty());
  CHECK(record_finding(s.w, kPanel, s.at(), {Found::evidenced, "As claimed.", {}}, s.seen()).value().update == UpdateId("u2"));
}

TEST_CASE("a comment neither changes a finding nor makes it newer") {
  Scrutiny s;
  s.report(Claim::complete);
  const auto finding = s.find();
  s.report(Claim::complete, "u2");
  REQUIRE(comment_finding(s.w, kCoordinator, s.at(), finding.id, "The third follows."));
  const auto said = s.said();
  const auto standing = standing_of(*said, s.item);
  CHECK(standing.finding->reasons == finding.reasons);
  CHECK(standing.finding->found == finding.found);
  REQUIRE(standing.finding->comments.size() == 1);
  CHECK(standing.finding->comments[0].text == "The third follows.");
  CHECK(standing.finding_is_older);
}

TEST_CASE("a held finding keeps its words from the public, and the public knows since when") {
  Scrutiny s;
  s.report(Claim::complete);
  const auto finding = s.find(Found::not_evidenced);
  CHECK(s.open()->findings.at(0).reasons == finding.reasons);
  s.bench.clock.seconds += 86400;  // 15 June 2023
  REQUIRE(hold_finding(s.w, kMonitoring, s.at(), finding.id, "Proceedings are live"));
  CHECK(hold_finding(s.w, kMonitoring, s.at(), finding.id, "again").error().fault == Fault::conflict);
  const auto open = s.open();
  REQUIRE(open->findings.size() == 1);
  const auto& shell = open->findings.at(0);
  CHECK(shell.found == Found::not_yet_assessed);
  CHECK(shell.reasons.empty());
  CHECK(shell.hold->at == "2023-06-15T09:30:00Z");
  CHECK(shell.hold->legal_reason.empty());
  CHECK(s.said()->findings.at(0).hold->legal_reason == "Proceedings are live");
  REQUIRE(free_finding(s.w, kMonitoring, s.at(), finding.id));
  CHECK(s.open()->findings.at(0).reasons == finding.reasons);
}

TEST_CASE("the public's story has findings by their post, a hold without its reason, and no challenge") {
  Scrutiny s;
  s.report(Claim::complete);
  const auto finding = s.find(Found::not_evidenced);
  const auto challenge = raise_challenge(s.w, kPanel, s.at(), "Which groups?", day("2023-07-01")).value();
  REQUIRE(answer_challenge(s.w, kCoordinator, s.at(), challenge.id, "The smallest."));
  struct Row {
    std::string kind, actor, said, words, reason;
  };
  const auto story = [&](View view) {
    std::vector<Row> rows;
    const auto lines = history(s.w, kPlan, s.item, view).value();
    for (const auto& line : lines)
      if (line.kind.starts_with("finding.") || line.kind.starts_with("challenge.")) rows.push_back({line.kind, line.actor, line.says, line.quote, line.reason});
    return rows;
  };
  auto lines = story(View::released);
  REQUIRE(lines.size() == 1);
  CHECK(lines[0].kind == "finding.recorded");
  CHECK(lines[0].actor.empty());  // no post is known of this account, and the account is nobody's business
  CHECK(lines[0].said == "found.not_evidenced");
  CHECK(lines[0].words == finding.reasons);

  REQUIRE(hold_finding(s.w, kMonitoring, s.at(), finding.id, "Proceedings are live"));
  lines = story(View::released);
  REQUIRE(lines.size() == 2);
  CHECK(lines[0].kind == "finding.held");
  CHECK(lines[0].reason.empty());
  CHECK(lines[0].actor.empty());
  CHECK(lines[1].said.empty());
  CHECK(lines[1].words.empty());

  lines = story(View::live);
  REQUIRE(lines.size() == 4);
  CHECK(lines[0].reason == "Proceedings are live");
  CHECK(lines[1].kind == "challenge.answered");
  CHECK(lines[1].words == "The smallest.");
  CHECK(lines[2].words == "Which groups?");
  CHECK(lines[3].actor == kPanel.name);
}

TEST_CASE("a private plan's story tells the public nothing, and an owner's report is not public before it is published") {
  Scrutiny s;
  s.report(Claim::on_track, "u1", UpdateState::submitted);
  const auto lines = history(s.w, kPlan, s.item, View::released).value();
  for (const auto& line : lines) CHECK(line.kind != "update.submitted");
  CHECK(history(s.w, kPlan, s.item, View::live).value().front().kind == "update.submitted");
}

TEST_CASE("the panel's question is brought to the owners of the item and to who looks after the plan") {
  test::AskBench b;
  b.set_day("2023-06-14");
  b.people.now.people.push_back({PersonId("e"), "", "equality@exampleshire.example"});
  b.people.now.grants = {{PersonId("e"), {Role::coordinator, "", ""}, {}}, {PersonId("d"), {Role::scrutineer, "", ""}, {}}};
  const auto item = b.w.plans.find(b.slug, View::live).value()->plan.items[0].id;
  const Actor panel{"director@exampleshire.example", {{Role::scrutineer, "", ""}}, "d"};
  const auto challenge = raise_challenge(b.w, panel, {b.slug, item}, "Which groups are missing?", day("2023-07-02")).value();
  CHECK(b.letters().size() == 3);
  const auto owner = b.letter_to("people@exampleshire.example").letter;
  CHECK(owner.subject == "The panel asks: Publish the pay gap by ethnic group");
  CHECK(owner.text.find("Which groups are missing?") != std::string::npos);
  CHECK(owner.text.find("It wants an answer by 2 July 2023.") != std::string::npos);
  CHECK(owner.text.find("/panel/") == std::string::npos);  // they have no account
  CHECK(owner.reply_to == "equality@exampleshire.example");
  CHECK(b.letter_to("comms@exampleshire.example").letter.language == Language::cy);
  const auto officer = b.letter_to("equality@exampleshire.example").letter;
  CHECK(officer.text.find("/panel/plans/" + b.slug + "/items/" + item.text + "/answer?challenge=" + challenge.id.text) != std::string::npos);
  CHECK(officer.reply_to.empty());
}

TEST_CASE("a challenge is answered once") {
  Scrutiny s;
  const auto challenge = raise_challenge(s.w, kPanel, s.at(), "Which groups?", day("2023-06-20")).value();
  CHECK_FALSE(s.said()->challenges.at(0).is_late(day("2023-06-20")));
  CHECK(s.said()->challenges.at(0).is_late(day("2023-06-21")));
  REQUIRE(answer_challenge(s.w, kCoordinator, s.at(), challenge.id, "The smallest."));
  CHECK(answer_challenge(s.w, kCoordinator, s.at(), challenge.id, "No, all.").error().fault == Fault::conflict);
  CHECK(s.said()->challenges.at(0).answer == "The smallest.");
  CHECK_FALSE(s.said()->challenges.at(0).is_open());
}

TEST_CASE("what the panel said is the same after everything was rebuilt from the ledger") {
  Scrutiny s;
  s.report(Claim::complete);
  const auto finding = s.find();
  REQUIRE(comment_finding(s.w, kCoordinator, s.at(), finding.id, "The third follows."));
  REQUIRE(hold_finding(s.w, kMonitoring, s.at(), finding.id, "A live case"));
  const auto challenge = raise_challenge(s.w, kPanel, s.at(), "Which groups?", day("2023-07-01")).value();
  REQUIRE(answer_challenge(s.w, kOwner, s.at(), challenge.id, "The smallest."));
  const auto before = s.bench.store->dump_derived().value();
  REQUIRE(s.w.ledger.rebuild());
  CHECK(s.bench.store->dump_derived().value() == before);
  CHECK(s.w.ledger.verify()->fault.empty());
}

TEST_CASE("a voice is the post that somebody holds on the day, and the public reads no address") {
  Directory directory;
  directory.organisations = {{.id = OrganisationId("o1"), .name = "Aberllyn Council"}};
  directory.posts = {{.id = PostId("t1"), .title = "Head of Housing", .organisation = OrganisationId("o1")}};
  directory.people = {{.id = PersonId("p1"), .name = "Head of Housing", .email = "housing@aberllyn.example"}};
  directory.holdings = {{PostId("t1"), PersonId("p1"), {day("2023-01-01"), day("2023-06-30")}}};
  const Actor actor{"housing@aberllyn.example", {}, "p1"};
  const auto voice = voice_of(directory, actor, day("2023-06-30"));
  CHECK(voice.post_words == "Head of Housing, Aberllyn Council");
  CHECK(voice.organisation_words == "Aberllyn Council");
  CHECK(voice_of(directory, actor, day("2023-07-01")).post_words.empty());
  CHECK(voice_of(directory, actor, day("2023-07-01")).actor == "housing@aberllyn.example");
  CHECK(public_name(directory, "housing@aberllyn.example", "2023-06-30T23:00:00Z") == "Head of Housing, Aberllyn Council");
  CHECK(public_name(directory, "housing@aberllyn.example", "2023-07-01T01:00:00Z").empty());
  CHECK(public_name(directory, "coordinator", "2023-07-01T01:00:00Z") == "coordinator");

  directory.matches = {{.plan = kPlan, .written = "Housing lead", .post = PostId("t1")}};
  const auto organisation = [&](std::string_view plan, const std::vector<std::string>& owners) { return organisation_of_owner(directory, plan, owners, day("2023-06-30")); };
  CHECK(organisation(kPlan, {"Nobody", "Housing lead"}) == OrganisationId("o1"));
  CHECK(organisation("schools-plan", {"Housing lead"}).empty());
  CHECK(organisation("schools-plan", {"Head of Housing"}) == OrganisationId("o1"));  // called just that
}

}  // namespace findings_test
