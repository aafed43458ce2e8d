// The story of a plan by its days: what comes when, what is left out, and where a date stands that has passed.
#include "report/timeline.h"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

#include "report/committee_fixture.h"

using namespace makegood;
using namespace makegood::test;

namespace timeline_test {

/// "2024-06-30 due d" a line, for comparing at a glance.
std::string lines_of(const std::vector<TimelineEntry>& entries) {
  std::string lines;
  for (const auto& entry : entries) {
    lines += entry.day.iso() + " " + std::string(word(entry.kind));
    if (!entry.item.empty()) lines += " " + entry.item.text;
    if (!entry.says.empty()) lines += " " + entry.says;
    lines += "\n";
  }
  return lines;
}

Progress spoken() {
  auto progress = december();
  auto missed = said("u3", "b", "2023-12-11", Claim::off_track, "The dates were missed.");
  missed.state = UpdateState::returned;
  progress.updates.push_back(missed);
  progress.updates.push_back(said("u4", "nowhere", "2023-12-11", Claim::complete, "Of another plan."));
  progress.redatings = {{ItemId("b"), on("2023-10-31"), on("2024-10-31"), true, "Chief Constable's Office", "A new system", "2023-11-20T09:00:00Z"},
                        {ItemId("c"), on("2023-05-31"), on("2024-05-31"), false, "", "Misread", "2023-11-21T09:00:00Z"}};
  progress.stages = {{"legacy-plan", ItemId("e"), Stage::agreed, false, "Cabinet", on("2023-12-04"), "", "", "", 0},
                     {"legacy-plan", ItemId("a"), Stage::closed, true, "Cabinet", on("2024-02-06"), "", "", "", 0},
                     {"legacy-plan", ItemId("c"), Stage::closed, true, "Cabinet", on("2023-12-01"), "", "", "", 0},
                     {"legacy-plan", ItemId("d"), Stage::emerging, false, "Cabinet", std::nullopt, "", "", "", 0}};
  PanelFinding finding;
  finding.id = FindingId("f1");
  finding.item = ItemId("a");
  finding.found = Found::partly_evidenced;
  finding.reasons = "Six of twelve can be heard.";
  finding.day = on("2023-12-14");
  progress.findings = {finding};
  finding.item = ItemId("b");
  finding.hold = FindingHold{"", "", "2023-12-15T10:00:00Z"};
  progress.findings.push_back(finding);
  return progress;
}

TEST_CASE("a plan is told by the days on which things happened, newest first, and what is ahead, soonest first") {
  const auto plan = partners_plan();
  const auto progress = spoken();
  const RuleBook rules(on("2023-12-31"));
  Edition edition;
  edition.name = "2023-Q3-quarterly";
  edition.title = "Quarterly report";
  edition.frozen = on("2023-12-04");
  const std::vector<Edition> editions = {edition};
  const auto timeline = make_timeline({.plan = plan,
                                       .progress = progress,
                                       .rules = rules,
                                       .versions = {{"2023", "Legacy plan", "2023-06-01T09:00:00Z", "2023-06-14T09:30:00Z", 5}, {"2024", "Legacy plan", "2023-12-20T09:00:00Z", "", 9}},
                                       .editions = editions});
  CHECK(lines_of(timeline.past) ==
        "2023-12-14 found a partly_evidenced\n"
        "2023-12-14 found b held\n"
        "2023-12-07 reported d no_change\n"
        "2023-12-04 edition\n"
        "2023-12-04 decided e agreed\n"
        "2023-12-04 reported a on_track\n"
        "2023-12-01 awaited c closed\n"
        "2023-11-20 redated b\n"
        "2023-06-14 released\n");
  CHECK(lines_of(timeline.ahead) ==
        "2024-02-06 awaited a closed\n"
        "2024-02-29 due e\n"
        "2024-03-31 due a\n"
        "2024-05-31 due c\n"
        "2024-06-30 due d\n");
  CHECK(timeline.past[0].text == "Six of twelve can be heard.");
  CHECK(timeline.past[1].text.empty());
  CHECK(timeline.past[3].edition == &editions[0]);
  CHECK(timeline.past[7].who == "Chief Constable's Office");
  CHECK(timeline.past[7].from == on("2023-10-31"));
}

TEST_CASE("what is done, closed or gone from the plan has no date ahead") {
  auto plan = partners_plan();
  auto progress = spoken();
  progress.updates.push_back(said("u5", "e", "2023-12-20", Claim::complete, "All are trained."));
  plan.items[3].absent = true;
  RuleBook rules(on("2023-12-31"));
  hear(rules, plan, progress);
  const auto timeline = make_timeline({.plan = plan, .progress = progress, .rules = rules});
  CHECK(lines_of(timeline.ahead) ==
        "2024-02-06 awaited a closed\n"
        "2024-03-31 due a\n"
        "2024-05-31 due c\n");
  CHECK(lines_of(timeline.past).find(" d ") == std::string::npos);
}

TEST_CASE("the file says the same, and leads to where an item is at home") {
  const auto plan = partners_plan();
  const auto progress = spoken();
  const RuleBook rules(on("2023-12-31"));
  const auto timeline = make_timeline({.plan = plan, .progress = progress, .rules = rules, .homes = {{ItemId("e"), "health-plan"}}});
  const auto json = nlohmann::json::parse(timeline_json(plan, timeline));
  CHECK(json["as_at"] == "2023-12-31");
  CHECK(json["ahead"].size() == timeline.ahead.size());
  CHECK(json["past"].size() == timeline.past.size());
  CHECK(json["ahead"][0] == nlohmann::json::parse(R"({"day": "2024-02-06", "kind": "awaited", "item": "a", "url": "/plans/legacy-plan/items/a", "ref": "1",
                                                       "title": "Record the oral histories of residents", "says": "closed", "who": "Cabinet"})"));
  CHECK(json["ahead"][1]["url"] == "/plans/health-plan/items/e");
}

}  // namespace timeline_test
