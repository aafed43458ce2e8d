#include "progress/standing.h"

#include <doctest/doctest.h>

using namespace makegood;

namespace standing_test {

Day day(const char* iso) { return Day::parse(iso).value(); }
const Day kToday = day("2023-07-01");
const ItemId kItem{"i1"};

// Updates, findings and so on, each a step later in the ledger than the one before.
class Telling {
 public:
  Update& says(Claim claim, const char* on = "2023-06-14", const ItemId& item = kItem) {
    Update update;
    update.id = UpdateId("u" + std::to_string(++sequence_));
    update.item = item;
    update.claim = claim;
    update.day = day(on);
    update.sequence = update.said = sequence_;
    progress.updates.push_back(update);
    return progress.updates.change(progress.updates.size() - 1);
  }
  PanelFinding& finds(Found found, const ItemId& item = kItem) {
    PanelFinding finding;
    finding.id = FindingId("f" + std::to_string(++sequence_));
    finding.item = item;
    finding.found = found;
    finding.sequence = finding.said = sequence_;
    progress.findings.push_back(finding);
    return progress.findings.back();
  }
  void moves(Stage stage, bool draft = false) {
    StageMove move;
    move.item = kItem;
    move.stage = stage;
    move.draft = draft;
    move.sequence = ++sequence_;
    progress.stages.push_back(move);
  }
  Progress progress;

 private:
  std::int64_t sequence_ = 0;
};

Evidence link() {
  Evidence evidence;
  evidence.id = EvidenceId("e1");
  evidence.kind = EvidenceKind::link;
  return evidence;
}

Item due(const char* iso, const char* id = "i1") {
  Item item;
  item.id = ItemId(id);
  item.timescale.due = day(iso);
  item.first_due = item.timescale.due;
  item.last_word = day("2023-01-01");
  return item;
}

TEST_CASE("no change leaves the claim and is the last word") {
  Telling t;
  t.says(Claim::on_track, "2023-03-14");
  auto& later = t.says(Claim::not_yet_reported, "2023-06-14");
  later.no_change = true;
  const auto now = standing_of(t.progress, kItem);
  REQUIRE(now.claim != nullptr);
  CHECK(now.claim->claim == Claim::on_track);
  CHECK(now.last_word->day == day("2023-06-14"));
}

TEST_CASE("whose words make the claim") {
  Telling t;
  t.says(Claim::on_track);
  t.says(Claim::complete).state = UpdateState::returned;
  auto& partner = t.says(Claim::at_risk);
  partner.speaker = Speaker::contributor;
  partner.voice.organisation_words = "Health board";
  auto& again = t.says(Claim::on_track);
  again.speaker = Speaker::contributor;
  again.voice.organisation_words = "Health board";
  auto& school = t.says(Claim::complete);
  school.speaker = Speaker::contributor;
  school.voice.organisation_words = "Schools forum";
  const auto now = standing_of(t.progress, kItem);
  CHECK(now.claim->claim == Claim::on_track);
  CHECK(now.claim->id.text == "u1");
  REQUIRE(now.contributions.size() == 2);
  CHECK(now.contributions[0]->id.text == "u4");
  CHECK(now.contributions[1]->id.text == "u5");
}

TEST_CASE("an old update that is approved late does not become the last word") {
  Telling t;
  t.says(Claim::on_track, "2023-03-14");
  t.says(Claim::at_risk, "2023-06-14");
  t.progress.updates.change(0).state = UpdateState::approved;
  t.progress.updates.change(0).sequence = 99;
  CHECK(standing_of(t.progress, kItem).claim->claim == Claim::at_risk);
}

TEST_CASE("a finding is older once the claim is made anew or edited, and not when it is commented on") {
  Telling t;
  t.says(Claim::complete);
  t.finds(Found::not_evidenced);
  CHECK_FALSE(standing_of(t.progress, kItem).finding_is_older);
  t.progress.updates.change(0).sequence = 50;  // approved
  CHECK_FALSE(standing_of(t.progress, kItem).finding_is_older);
  t.progress.updates.change(0).said = 51;  // said again
  CHECK(standing_of(t.progress, kItem).finding_is_older);
  t.progress.findings[0].sequence = 60;  // commented on
  CHECK(standing_of(t.progress, kItem).finding_is_older);
}

TEST_CASE("evidence of a returned update does not count") {
  Telling t;
  auto& update = t.says(Claim::complete);
  update.evidence = {link()};
  update.state = UpdateState::returned;
  CHECK_FALSE(standing_of(t.progress, kItem).has_evidence);
  update.state = UpdateState::submitted;
  CHECK(standing_of(t.progress, kItem).has_evidence);
}

TEST_CASE("a draft waits for its body, and a decision ends the wait") {
  Telling t;
  CHECK(standing_of(t.progress, kItem).stage == Stage::in_plan);
  t.moves(Stage::emerging);
  t.moves(Stage::agreed, true);
  auto now = standing_of(t.progress, kItem);
  CHECK(now.stage == Stage::emerging);
  REQUIRE(now.awaited != nullptr);
  CHECK(now.awaited->stage == Stage::agreed);
  t.moves(Stage::agreed);
  now = standing_of(t.progress, kItem);
  CHECK(now.stage == Stage::agreed);
  CHECK(now.awaited == nullptr);
}

TEST_CASE("challenges that were answered are not open") {
  Telling t;
  t.progress.challenges.resize(2);
  for (auto& challenge : t.progress.challenges) challenge.item = kItem;
  t.progress.challenges[0].answered = kToday;
  CHECK(standing_of(t.progress, kItem).open_challenges == std::vector<const Challenge*>{&t.progress.challenges[1]});
}

TEST_CASE("all items at once stand as each of them alone") {
  Telling t;
  t.says(Claim::on_track, "2023-06-14", ItemId("i2"));
  t.says(Claim::complete);
  t.finds(Found::evidenced, ItemId("i2"));
  const std::vector<Item> items = {due("2023-08-01"), due("2023-08-01", "i2"), due("2023-08-01", "i3")};
  const auto all = standings_of(t.progress, items);
  REQUIRE(all.size() == 3);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto alone = standing_of(t.progress, items[i].id);
    CHECK(all[i].claim == alone.claim);
    CHECK(all[i].finding == alone.finding);
    CHECK(all[i].last_word == alone.last_word);
  }
  CHECK(all[2].claim == nullptr);
}

TEST_CASE("what the calendar says once it has heard the owner") {
  struct Row {
    const char* name;
    const char* due;
    Claim claim;
    bool evidence;
    const char* forecast;
    Rule rule;
    std::optional<int> days;
    bool without_evidence;
    std::optional<int> forecast_slip;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"complete with evidence", "2023-06-01", Claim::complete, true, "", Rule::complete, 30, false, {}},
           {"complete without evidence", "2023-06-01", Claim::complete, false, "", Rule::complete, 30, true, {}},
           {"on track past its date is overdue all the same", "2023-06-01", Claim::on_track, true, "", Rule::overdue, 30, false, {}},
           {"a forecast does not save what is overdue", "2023-06-01", Claim::at_risk, true, "2023-09-01", Rule::overdue, 30, false, 92},
           {"dropped is no end of a promise", "2023-06-01", Claim::dropped, false, "", Rule::overdue, 30, false, {}},
           {"due soon is more urgent than a late forecast", "2023-07-15", Claim::at_risk, true, "2023-09-01", Rule::due_soon, -14, false, 48},
           {"a late forecast slips", "2023-12-31", Claim::at_risk, true, "2024-03-31", Rule::slipping, -183, false, 91},
           {"an earlier forecast does not", "2023-12-31", Claim::on_track, true, "2023-11-30", Rule::ok, -183, false, -31},
           {"a word keeps it from being stale", "2023-12-31", Claim::on_track, true, "", Rule::ok, -183, false, {}},
       }) {
    CAPTURE(row.name);
    Telling t;
    auto& update = t.says(row.claim);
    if (row.evidence) update.evidence = {link()};
    if (*row.forecast != 0) update.forecast = day(row.forecast);
    auto item = due(row.due);
    item.last_word = day("2022-06-01");
    const auto computed = computed_status(item, standing_of(t.progress, kItem), kToday);
    CHECK(computed.status.rule == row.rule);
    CHECK(computed.status.days == row.days);
    CHECK(computed.complete_without_evidence == row.without_evidence);
    CHECK(computed.forecast_slip == row.forecast_slip);
  }
}

TEST_CASE("without a word from anybody the calendar says what it always said") {
  auto item = due("2023-12-31");
  item.last_word = day("2022-06-01");
  const auto computed = computed_status(item, Standing{}, kToday);
  CHECK(computed.status.rule == Rule::stale);
  CHECK(computed.status.rule == rule_status(item, kToday).rule);
}

TEST_CASE("nothing is asked of an item that was closed by decision") {
  Telling t;
  t.says(Claim::dropped);
  t.moves(Stage::closed);
  CHECK(computed_status(due("2023-06-01"), standing_of(t.progress, kItem), kToday).status.rule == Rule::ok);
}

TEST_CASE("which claims and findings are at odds") {
  struct Row {
    Claim claim;
    Found found;
    bool at_odds;
  };
  for (const auto& row : std::initializer_list<Row>{
           {Claim::complete, Found::evidenced, false},
           {Claim::complete, Found::partly_evidenced, true},
           {Claim::complete, Found::not_evidenced, true},
           {Claim::complete, Found::no_effect_seen, true},
           {Claim::complete, Found::not_yet_assessed, false},
           {Claim::on_track, Found::partly_evidenced, false},
           {Claim::on_track, Found::not_evidenced, true},
           {Claim::on_track, Found::no_effect_seen, true},
           {Claim::off_track, Found::not_evidenced, false},
           {Claim::not_started, Found::not_evidenced, false},
       }) {
    CAPTURE(word(row.claim));
    CAPTURE(word(row.found));
    Telling t;
    t.says(row.claim);
    t.finds(row.found);
    CHECK(disagreements(t.progress).size() == (row.at_odds ? 1 : 0));
  }
}

TEST_CASE("a disagreement says when the claim is newer than the finding") {
  Telling t;
  t.says(Claim::on_track);
  t.finds(Found::not_evidenced);
  t.says(Claim::complete);
  const auto list = disagreements(t.progress);
  REQUIRE(list.size() == 1);
  CHECK(list[0].claim == Claim::complete);
  CHECK(list[0].finding_is_older);
}

TEST_CASE("how far and how often a date slipped") {
  Plan plan;
  auto moved = due("2023-06-30");
  moved.first_due = day("2023-04-30");
  auto forecast = due("2023-12-31", "i2");
  auto misread = due("2024-01-31", "i3");
  auto still = due("2024-01-31", "i4");
  auto done = due("2023-12-31", "i5");
  auto gone = moved;
  gone.id = ItemId("i6");
  gone.absent = true;
  plan.items = {moved, forecast, misread, still, done, gone};
  Telling t;
  t.says(Claim::at_risk, "2023-06-14", ItemId("i2")).forecast = day("2024-03-31");
  t.says(Claim::complete, "2023-06-14", ItemId("i5")).forecast = day("2024-03-31");
  t.progress.redatings = {{ItemId("i1"), day("2023-04-30"), day("2023-05-31"), true, "a", "Tender", "", 1},
                          {ItemId("i3"), day("2023-01-31"), day("2024-01-31"), false, "a", "Misread", "", 2},
                          {ItemId("i1"), day("2023-05-31"), day("2023-06-30"), true, "a", "Tender again", "", 3}};
  const auto all = slippages(plan, t.progress);
  REQUIRE(all.size() == 3);
  CHECK(all[0].item.text == "i1");
  CHECK(all[0].days == 61);
  CHECK(all[0].redatings == 2);
  CHECK(all[0].steps.size() == 2);
  CHECK(all[1].item.text == "i2");
  CHECK(all[1].days == 91);
  CHECK(all[1].redatings == 0);
  CHECK(all[2].item.text == "i3");
  CHECK(all[2].days == 0);
  CHECK(all[2].redatings == 0);
}

TEST_CASE("a roll-up counts items that stand on their own, and what is silent is counted too") {
  Plan plan;
  plan.items = {due("2023-06-30"), due("2023-06-30", "i2"), due("2023-06-30", "i3"), due("2023-06-30", "i4")};
  plan.items[2].parent = kItem;
  plan.items[3].absent = true;
  Telling t;
  t.says(Claim::complete);
  t.says(Claim::complete, "2023-06-14", ItemId("i3"));
  t.finds(Found::evidenced);
  const auto sum = roll_up(plan, t.progress);
  CHECK(sum.items == 2);
  CHECK(sum.reported() == 1);
  CHECK(sum.assessed() == 1);
  CHECK(sum.claims[static_cast<std::size_t>(Claim::complete)] == 1);
}

}  // namespace standing_test
