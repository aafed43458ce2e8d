#pragma once
// A plan of five actions whose partners were asked twice: in December 2023 two of five answered, one of
// them "no change"; by June 2024 two are complete. For tests of this module.

#include "report/committee.h"

namespace makegood::test {

inline Day on(std::string_view iso) { return Day::parse(iso).value(); }

inline Item partners_item(const char* id, const char* ref, const char* title, const char* owner, const char* due) {
  Item item;
  item.id = ItemId(id);
  item.ref = ref;
  item.title = title;
  item.theme = ThemeId("t");
  item.owners = {owner};
  item.first_due = on(due);
  item.timescale.due = on(due);
  item.last_word = on("2023-06-01");
  return item;
}

inline Plan partners_plan() {
  Plan plan;
  plan.slug = "legacy-plan";
  plan.title = "Legacy plan";
  plan.organisation = "Aberllyn County Borough Council";
  plan.themes = {{ThemeId("t"), "Partners", {}, {}}};
  plan.items = {partners_item("a", "1", "Record the oral histories of residents", "Museum Service", "2024-03-31"),
                partners_item("b", "2", "Publish who is stopped and searched", "South Police", "2023-10-31"),
                partners_item("c", "3", "Review the curriculum with pupils", "Schools Partnership", "2024-05-31"),
                partners_item("d", "4", "Name a street after a resident", "Head of Planning", "2024-06-30"),
                partners_item("e", "5", "Train every ward sister", "Health Board", "2024-02-29")};
  plan.indicators = {{IndicatorId("i"), ThemeId("t"), "Pupils who say that they have learnt local history", "percent", {}}};
  return plan;
}

inline Update said(const char* id, const char* item, const char* day, Claim claim, const char* narrative) {
  Update update;
  update.id = UpdateId(id);
  update.plan = "legacy-plan";
  update.item = ItemId(item);
  update.day = on(day);
  update.at = std::string(day) + "T10:00:00Z";
  update.claim = claim;
  update.no_change = claim == Claim::not_yet_reported;
  update.narrative = narrative;
  update.state = UpdateState::approved;
  return update;
}

/// By the end of December 2023.
inline Progress december() {
  Progress progress;
  progress.plan = "legacy-plan";
  progress.updates = {said("u1", "a", "2023-12-04", Claim::on_track, "Twelve interviews are recorded."),
                      said("u2", "d", "2023-12-07", Claim::not_yet_reported, "")};
  return progress;
}

/// By the end of June 2024: more words, a panel, a question and a date that was moved.
inline Progress june() {
  auto progress = december();
  auto done = said("u3", "a", "2024-04-02", Claim::complete, "Forty interviews are in the archive.");
  Evidence figure;
  figure.id = EvidenceId("e1");
  figure.kind = EvidenceKind::figure;
  figure.text = "40 interviews, 1,900 visits";
  figure.source = "Archive's own count";
  done.evidence = {figure};
  auto claimed = said("u4", "e", "2024-05-10", Claim::complete, "All have been trained.");
  auto waiting = said("u5", "c", "2024-06-20", Claim::at_risk, "Private words that nobody has read.");
  waiting.state = UpdateState::submitted;
  for (const auto& update : {done, claimed, waiting}) progress.updates.push_back(update);
  PanelFinding finding;
  finding.id = FindingId("f1");
  finding.item = ItemId("e");
  finding.found = Found::no_effect_seen;
  finding.reasons = "Complaints are as they were.";
  finding.day = on("2024-06-01");
  auto seen = finding;
  seen.id = FindingId("f2");
  seen.item = ItemId("a");
  seen.found = Found::evidenced;
  seen.reasons = "We listened to ten of them.";
  auto held = finding;
  held.id = FindingId("f3");
  held.item = ItemId("b");
  held.reasons = "Words that the monitoring officer holds.";
  held.hold = FindingHold{"Monitoring Officer", "a case is before the court", "2024-06-02T09:00:00Z"};
  progress.findings = {finding, seen, held};
  Challenge challenge;
  challenge.id = ChallengeId("c1");
  challenge.item = ItemId("b");
  challenge.question = "Why were no figures published?";
  challenge.raised = on("2024-04-01");
  challenge.answer_due = on("2024-05-01");
  progress.challenges = {challenge};
  progress.redatings = {{ItemId("c"), on("2024-05-31"), on("2024-07-19"), true, "Head of Education", "The term ends later.", "2024-03-05T09:00:00Z"}};
  return progress;
}

inline std::vector<Silence> silent(std::initializer_list<std::pair<const char*, const char*>> who) {
  std::vector<Silence> all;
  for (const auto& [organisation, item] : who) all.push_back({organisation, {ItemId(item)}, on("2023-11-20")});
  return all;
}

}  // namespace makegood::test
