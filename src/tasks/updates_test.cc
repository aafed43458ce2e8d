#include <doctest/doctest.h>

#include "faults/fixture.h"
#include "progress/answer.h"
#include "progress/json.h"
#include "progress/standing.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::adopt_small_plan;
using makegood::test::Bench;

namespace updates_test {

const auto kCoordinator = first_coordinator();
const std::string kSlug = "fair-work-plan";

class Scripted final : public Scanner {
 public:
  std::vector<Result<Verdict>> verdicts;  // the last one again and again
  std::string looked_at;
  Result<Verdict> scan(std::string_view bytes) override {
    looked_at = bytes;
    auto verdict = verdicts.front();
    if (verdicts.size() > 1) verdicts.erase(verdicts.begin());
    return verdict;
  }
};

// The plan in force, and what a link of two people opens.
struct Round {
  Bench bench = Bench::in_memory();
  std::vector<Item> items;

  Round() {
    adopt_small_plan(bench, true);
    items = bench.workspace.plans.find(kSlug, View::live).value()->plan.items;
  }
  Workspace& w() { return bench.workspace; }
  std::shared_ptr<const Progress> progress() { return w().progress.of_plan(kSlug).value(); }

  OpenReply reply(const char* request, std::vector<std::size_t> asked, Part part = Part::accountable, const char* named = "Head of People") {
    OpenReply open;
    open.kept = w().plans.find(kSlug, View::live).value();
    open.directory = w().people.directory().value();
    open.request.id = RequestId(request);
    open.request.plan = kSlug;
    open.post_words = named;
    for (const auto i : asked) open.request.items.push_back({items[i].id, part, named, {}, false});
    return open;
  }
  tasks::Said says(std::size_t item, Claim claim, std::string narrative = "It goes on.", std::int64_t seen = -1) {
    tasks::Said said{items[item].id, {}, seen < 0 ? last_said(*progress(), items[item].id) : seen};
    said.words.claim = claim;
    said.words.narrative = std::move(narrative);
    return said;
  }
  Update last() { return progress()->updates.back(); }
  UpdateSeen seen() { return {last().id, last().sequence}; }
};

TEST_CASE("an owner's answer is kept as it was written, under the post's name") {
  Round r;
  auto said = r.says(0, Claim::at_risk, "The tender \"came back\"\nempty.");
  said.words.forecast = Day::parse("2024-06-30").value();
  said.words.forecast_reason = "A second tender";
  const auto sent = answer_request(r.w(), r.reply("r1", {0, 1}), {said});
  REQUIRE(sent.has_value());
  const auto kept = r.last();
  CHECK(kept.narrative == "The tender \"came back\"\nempty.");
  CHECK(kept.state == UpdateState::submitted);
  CHECK(kept.speaker == Speaker::owner);
  CHECK(kept.voice.post_words == "Head of People");
  CHECK(kept.voice.actor == "reply link");
  CHECK(kept.request == "r1");
  CHECK(kept.day == Day::parse("2023-06-14").value());
  CHECK(r.w().ledger.about(r.items[0].id.text)->back().actor == "Head of People");
}

TEST_CASE("all answers of one sending or none") {
  Round r;
  const auto sent = answer_request(r.w(), r.reply("r1", {0, 1}), {r.says(0, Claim::on_track), r.says(1, Claim::dropped)});
  REQUIRE_FALSE(sent.has_value());
  CHECK(sent.error().fault == Fault::invalid_input);
  CHECK(r.progress()->updates.empty());
}

TEST_CASE("a link reaches its own items and no others") {
  Round r;
  const auto sent = answer_request(r.w(), r.reply("r1", {0}), {r.says(2, Claim::complete)});
  REQUIRE_FALSE(sent.has_value());
  CHECK(sent.error().fault == Fault::not_found);
}

TEST_CASE("who contributes speaks beside the owner") {
  Round r;
  REQUIRE(answer_request(r.w(), r.reply("r1", {0}), {r.says(0, Claim::on_track)}));
  REQUIRE(answer_request(r.w(), r.reply("r2", {0}, Part::contributing, "Health board"), {r.says(0, Claim::complete)}));
  const auto now = standing_of(*r.progress(), r.items[0].id);
  CHECK(now.claim->claim == Claim::on_track);
  CHECK(now.contributions.size() == 1);
}

TEST_CASE("an answer is put right until it is approved, and then another one is given") {
  Round r;
  const auto link = r.reply("r1", {0});
  REQUIRE(answer_request(r.w(), link, {r.says(0, Claim::on_track, "first")}));
  REQUIRE(answer_request(r.w(), link, {r.says(0, Claim::at_risk, "second")}));
  REQUIRE(r.progress()->updates.size() == 1);
  CHECK(r.last().versions == 2);
  CHECK(r.last().narrative == "second");
  REQUIRE(approve_update(r.w(), kCoordinator, kSlug, r.seen(), {}));
  REQUIRE(answer_request(r.w(), link, {r.says(0, Claim::complete, "third")}));
  REQUIRE(r.progress()->updates.size() == 2);
  CHECK(r.progress()->updates[0].narrative == "second");
  CHECK(r.progress()->updates[0].state == UpdateState::approved);
  CHECK(r.last().narrative == "third");
}

TEST_CASE("of two who save the same item the second sees the first's words") {
  Round r;
  const auto mine = r.says(0, Claim::on_track, "mine");
  REQUIRE(answer_request(r.w(), r.reply("r2", {0}, Part::contributing, "Health board"), {r.says(0, Claim::at_risk, "theirs")}));
  const auto refused = answer_request(r.w(), r.reply("r1", {0}), {mine});
  REQUIRE_FALSE(refused.has_value());
  CHECK(refused.error().fault == Fault::conflict);
  const auto since = said_since(*r.progress(), r.items[0].id, mine.seen, "r1");
  REQUIRE(since.size() == 1);
  CHECK(since[0]->narrative == "theirs");
  auto again = mine;
  again.seen = last_said(*r.progress(), r.items[0].id);
  CHECK(answer_request(r.w(), r.reply("r1", {0}), {again}).has_value());
  CHECK(r.progress()->updates.size() == 2);
}

TEST_CASE("a signed-in owner reports on items of their post only, and needs the right to") {
  Round r;
  const Actor stranger{"housing@aberllyn.example", {{Role::owner, "", ""}}, "p9"};
  CHECK(record_updates(r.w(), stranger, kSlug, {r.says(0, Claim::complete)}).error().fault == Fault::not_allowed);
  const Actor reader{"reader@aberllyn.example", {{Role::analyst, "", ""}}, "p1"};
  CHECK(record_updates(r.w(), reader, kSlug, {r.says(0, Claim::complete)}).error().fault == Fault::not_allowed);
}

TEST_CASE("a coordinator writes down what somebody else said") {
  Round r;
  CHECK(record_on_behalf(r.w(), kCoordinator, kSlug, {}, {r.says(0, Claim::on_track)}).error().fault == Fault::invalid_input);
  REQUIRE(record_on_behalf(r.w(), kCoordinator, kSlug, {{}, "Youth forum"}, {r.says(0, Claim::on_track)}));
  CHECK(r.last().speaker == Speaker::on_behalf);
  CHECK(r.last().voice.post_words == "Youth forum");
  CHECK(r.last().voice.actor == kCoordinator.name);
}

TEST_CASE("what may be done with an update in which state") {
  struct Row {
    const char* name;
    UpdateState from;
    bool can_return, can_approve, can_publish;
  };
  for (const auto& row : std::initializer_list<Row>{{"submitted", UpdateState::submitted, true, true, false},
                                                    {"returned", UpdateState::returned, false, false, false},
                                                    {"approved", UpdateState::approved, false, true, true},
                                                    {"published", UpdateState::published, false, false, false}}) {
    CAPTURE(row.name);
    const auto in_state = [&](Round& r) {
      REQUIRE(answer_request(r.w(), r.reply("r1", {0}), {r.says(0, Claim::on_track)}));
      if (row.from == UpdateState::returned) REQUIRE(return_update(r.w(), kCoordinator, kSlug, r.seen(), "Which round?"));
      if (row.from == UpdateState::approved || row.from == UpdateState::published)
        REQUIRE(approve_update(r.w(), kCoordinator, kSlug, r.seen(), {}));
      if (row.from == UpdateState::published) REQUIRE(publish_update(r.w(), kCoordinator, kSlug, r.seen()));
      CHECK(r.last().state == row.from);
    };
    Round a, b, c;
    in_state(a), in_state(b), in_state(c);
    CHECK(return_update(a.w(), kCoordinator, kSlug, a.seen(), "Why?").has_value() == row.can_return);
    CHECK(approve_update(b.w(), kCoordinator, kSlug, b.seen(), {}).has_value() == row.can_approve);
    CHECK(publish_update(c.w(), kCoordinator, kSlug, c.seen()).has_value() == row.can_publish);
  }
}

TEST_CASE("approval says what the public reads, and the owner's words stay") {
  Round r;
  auto said = r.says(0, Claim::complete, "A named officer ran it.");
  Evidence link{EvidenceId("e1"), EvidenceKind::link, "The page", "https://aberllyn.example/page"};
  Evidence quote{EvidenceId("e2"), EvidenceKind::quotation, "It helped me."};
  said.words.evidence = {link, quote};
  REQUIRE(answer_request(r.w(), r.reply("r1", {0}), {said}));
  CHECK(public_part(*r.progress()).updates.empty());
  Approval approval{" Human Resources ran it. ", {{"cy", "Cynhaliwyd."}, {"ur", " "}}, {EvidenceId("e1"), EvidenceId("e2")}, true};
  REQUIRE(approve_update(r.w(), kCoordinator, kSlug, r.seen(), approval));
  CHECK(r.last().state == UpdateState::published);
  CHECK(r.last().narrative == "A named officer ran it.");
  const auto open = public_part(*r.progress());
  REQUIRE(open.updates.size() == 1);
  CHECK(open.updates[0].narrative == "Human Resources ran it.");
  CHECK(open.updates[0].translations == std::vector<Translation>{{"cy", "Cynhaliwyd."}});
  REQUIRE(open.updates[0].evidence.size() == 1);
  CHECK(open.updates[0].evidence[0].id.text == "e1");
}

TEST_CASE("who approves may not publish without that right, and nobody acts on what has changed since") {
  Round r;
  const auto link = r.reply("r1", {0});
  REQUIRE(answer_request(r.w(), link, {r.says(0, Claim::on_track)}));
  const Actor clerk{"clerk@aberllyn.example", {{Role::coordinator, "", ""}}};
  CHECK(approve_update(r.w(), clerk, kSlug, r.seen(), {"", {}, {}, true}).error().fault == Fault::not_allowed);
  const auto seen = r.seen();
  REQUIRE(answer_request(r.w(), link, {r.says(0, Claim::at_risk)}));
  CHECK(approve_update(r.w(), clerk, kSlug, seen, {}).error().fault == Fault::conflict);
  CHECK(return_update(r.w(), clerk, kSlug, r.seen(), " \n").error().fault == Fault::invalid_input);
  CHECK(approve_update(r.w(), {"panel", {{Role::scrutineer, "", ""}}}, kSlug, r.seen(), {}).error().fault == Fault::not_allowed);
}

TEST_CASE("while publication is held an update is approved, and published when that has ended") {
  Round r;
  REQUIRE(answer_request(r.w(), r.reply("r1", {0}), {r.says(0, Claim::on_track)}));
  const auto today = r.w().clock.now().today;
  const auto hold = hold_publication(r.w(), kCoordinator, {"", today, today.plus_days(20), "Local elections"}).value();
  const auto refused = approve_update(r.w(), kCoordinator, kSlug, r.seen(), {"It goes on.", {}, {}, true});
  REQUIRE_FALSE(refused);
  CHECK(refused.error().message.starts_with("publication is paused until "));
  CHECK(r.last().state == UpdateState::submitted);
  REQUIRE(approve_update(r.w(), kCoordinator, kSlug, r.seen(), {"It goes on.", {}, {}, false}));
  CHECK(publish_update(r.w(), kCoordinator, kSlug, r.seen()).error().fault == Fault::conflict);
  CHECK(summarise_item(r.w(), kCoordinator, {std::string(kSlug), r.items[0].id, "en", false, "It goes on.", "Head of People", {}}).error().fault == Fault::conflict);
  const auto newer = propose_import(r.w(), kCoordinator, {"another paper", "new.docx"}, makegood::test::small_draft()).value();
  CHECK(accept_import(r.w(), kCoordinator, newer.id, {true}).error().message.starts_with("publication is paused until "));
  REQUIRE(withdraw_plan(r.w(), kCoordinator, kSlug, "Published too early"));
  CHECK(release_plan(r.w(), kCoordinator, kSlug).error().fault == Fault::conflict);
  REQUIRE(resume_publication(r.w(), kCoordinator, hold.id));
  CHECK(publish_update(r.w(), kCoordinator, kSlug, r.seen()));
  CHECK(release_plan(r.w(), kCoordinator, kSlug));
}

TEST_CASE("a draft is kept until it is sent, and goes with the sending") {
  Round r;
  const auto holder = holder_of_request("r1");
  Draft draft{holder, r.items[0].id, {{"claim", "on_track"}, {"day", "31"}, {"month", "Febuary \"x\""}}, {}, 7};
  REQUIRE(save_drafts(r.w(), {draft}));
  draft.item = r.items[1].id;
  REQUIRE(save_drafts(r.w(), {draft}));
  const auto kept = r.w().drafts.of(holder).value();
  REQUIRE(kept.size() == 2);
  CHECK(kept[0].fields == draft.fields);
  CHECK(kept[0].seen == 7);
  CHECK(kept[0].saved_at == "2023-06-14T09:30:00Z");
  const auto about = r.w().drafts.about(r.items[0].id).value();
  REQUIRE(about.size() == 1);
  CHECK(about[0].fields == draft.fields);
  REQUIRE(answer_request(r.w(), r.reply("r1", {0, 1}), {r.says(0, Claim::on_track)}));
  const auto left = r.w().drafts.of(holder).value();
  REQUIRE(left.size() == 1);
  CHECK(left[0].item == r.items[1].id);
}

TEST_CASE("a file waits in quarantine, goes into the ledger with its update, and the scanner's word stays") {
  Round r;
  Scripted scanner;
  scanner.verdicts = {refuse(Fault::unavailable, "not there"), Verdict{true, {}}};
  r.bench.workspace.scanner = &scanner;
  const auto piece = receive_file(r.w(), {"..\\minutes  of\nJune.pdf", "What was decided"}, "%PDF-1.7 minutes").value();
  CHECK(piece.media == "application/pdf");
  CHECK(piece.size == 16);
  CHECK(piece.name.find('\n') == std::string::npos);
  CHECK(find_evidence_file(r.w(), piece.digest)->state == ScanState::waiting);
  CHECK(scan_waiting(r.w(), 10).value() == 0);
  CHECK(scan_waiting(r.w(), 10).value() == 0);  // not yet again
  r.bench.clock.seconds += 60;
  auto said = r.says(0, Claim::complete);
  said.words.evidence = {piece};
  REQUIRE(answer_request(r.w(), r.reply("r1", {0}), {said}));
  CHECK(r.w().ledger.attachment(piece.digest)->bytes == "%PDF-1.7 minutes");
  CHECK(scan_waiting(r.w(), 10).value() == 1);
  CHECK(scanner.looked_at == "%PDF-1.7 minutes");
  CHECK(find_evidence_file(r.w(), piece.digest)->state == ScanState::clean);
  CHECK(r.w().ledger.verify()->fault.empty());
}

TEST_CASE("what the scanner says of a file holds for the same bytes again") {
  Round r;
  Scripted scanner;
  scanner.verdicts = {Verdict{false, "Win.Test"}};
  r.bench.workspace.scanner = &scanner;
  const auto piece = receive_file(r.w(), {"a.bin", ""}, "harm").value();
  REQUIRE(scan_waiting(r.w(), 10).value() == 1);
  CHECK(receive_file(r.w(), {"b.bin", ""}, "harm")->digest == piece.digest);
  CHECK(find_evidence_file(r.w(), piece.digest)->state == ScanState::infected);
  CHECK(find_evidence_file(r.w(), piece.digest)->said == "Win.Test");
}

TEST_CASE("without a scanner that is said, and files that are none or too large are refused") {
  Round r;
  const auto piece = receive_file(r.w(), {"a.txt", ""}, "words").value();
  CHECK(find_evidence_file(r.w(), piece.digest)->state == ScanState::no_scanner);
  CHECK(scan_waiting(r.w(), 10).value() == 0);
  CHECK(receive_file(r.w(), {"a.txt", ""}, "").error().fault == Fault::invalid_input);
  CHECK(receive_file(r.w(), {"a.txt", ""}, std::string(kLargestEvidence + 1, 'x')).error().fault == Fault::too_large);
  REQUIRE(r.w().quarantine.let_go(piece.digest));
  CHECK(r.w().quarantine.bytes(piece.digest).error().fault == Fault::not_found);
}

TEST_CASE("several items are decided about on one day, and keep their ids") {
  Round r;
  const auto day = Day::parse("2023-06-06").value();
  const StageDecision draft{{r.items[0].id, r.items[1].id}, Stage::in_plan, true, "The Board", Day::parse("2023-12-06").value(), ""};
  REQUIRE(record_stage(r.w(), kCoordinator, kSlug, draft));
  CHECK(standing_of(*r.progress(), r.items[1].id).awaited->body == "The Board");
  CHECK(record_stage(r.w(), kCoordinator, kSlug, draft).error().fault == Fault::conflict);
  REQUIRE(record_stage(r.w(), kCoordinator, kSlug, {draft.items, Stage::in_plan, false, "The Board", day, "unanimous"}));
  for (const auto& id : draft.items) {
    CHECK(standing_of(*r.progress(), id).awaited == nullptr);
    CHECK(standing_of(*r.progress(), id).stage == Stage::in_plan);
  }
  struct Row {
    const char* name;
    StageDecision decision;
    Fault fault;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"no item", {{}, Stage::closed, false, "Cabinet", day, ""}, Fault::invalid_input},
           {"no body", {{r.items[0].id}, Stage::closed, false, " ", day, ""}, Fault::invalid_input},
           {"no day", {{r.items[0].id}, Stage::closed, false, "Cabinet", {}, ""}, Fault::invalid_input},
           {"decided tomorrow", {{r.items[0].id}, Stage::closed, false, "Cabinet", Day::parse("2023-06-15").value(), ""}, Fault::invalid_input},
           {"an item of nowhere", {{ItemId("x")}, Stage::closed, false, "Cabinet", day, ""}, Fault::not_found}}) {
    CAPTURE(row.name);
    CHECK(record_stage(r.w(), kCoordinator, kSlug, row.decision).error().fault == row.fault);
  }
}

}  // namespace updates_test
