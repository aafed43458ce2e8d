#include "report/changes.h"
#include "report/report.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

using namespace makegood;

namespace report_test {

const Day kToday = *Day::parse("2026-11-22");

Plan small_plan() {
  Plan plan;
  plan.slug = "our-plan";
  plan.title = "Our plan";
  plan.themes = {{ThemeId("t"), "Schools", {}, {}}};
  Item parent;
  parent.id = ItemId("a");
  parent.ref = "1.10";
  parent.kind = ItemKind::recommendation;
  parent.theme = ThemeId("t");
  parent.title = "=SUM(A1) is no title";
  parent.owners = {"Head of Schools", "Director"};
  parent.timescale_raw = "October 2026";
  parent.timescale.due = Day::parse("2026-10-31").value();
  Item child;
  child.id = ItemId("b");
  child.kind = ItemKind::commitment;
  child.parent = parent.id;
  child.theme = ThemeId("t");
  child.title = "Train every governor";
  child.findings = {{"personal_name", "looks like a name", ""}};
  plan.items = {parent, child};
  return plan;
}

std::string cell(const std::vector<std::vector<std::string>>& rows, std::size_t row, std::string_view name) {
  for (std::size_t c = 0; c < rows[0].size(); ++c)
    if (rows[0][c] == name) return rows[row][c];
  return "no such column";
}

TEST_CASE("a plan's rows keep references as text and join lists") {
  const auto rows = plan_rows(small_plan(), kToday);
  REQUIRE(rows.size() == 5);  // the header, two items, a theme and the plan itself
  CHECK(cell(rows, 1, "ref") == "1.10");
  CHECK(cell(rows, 1, "owners") == "Head of Schools; Director");
  CHECK(cell(rows, 1, "rule") == "overdue");
  CHECK(cell(rows, 1, "days") == "22");
  CHECK(cell(rows, 2, "parent") == "1.10");
}

TEST_CASE("every column is in the reference") {
  std::ifstream in("docs/reference/open-data.md");
  const std::string page((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  const auto rows = plan_rows(small_plan(), kToday);
  for (const auto& column : rows[0]) {
    CAPTURE(column);
    CHECK(page.find("`" + column + "`") != std::string::npos);
  }
}

TEST_CASE("every column of the changes is in the reference, and a row says what happened to an item") {
  Item kept, gone;
  kept.id = ItemId("a");
  kept.ref = "1.1";
  kept.title = "Publish the pay gap";
  kept.timescale = read_timescale("March 2024");
  gone.id = ItemId("b");
  gone.title = "=Open a club";
  Plan before, after;
  before.items = {kept, gone};
  after.items = {kept, gone};
  after.items[0].timescale_raw = "April 2024";
  after.items[0].timescale = read_timescale("April 2024");
  after.items[1].absent = true;
  after.items[1].departure = Departure{DepartureReason::superseded, {ItemId("a")}, "One list now.", {}};
  after.slug = "our-plan";
  const VersionPair versions{before, after, "2023", "2024"};
  const auto changes = compare_versions(before, after);
  const auto rows = change_rows(versions, changes);
  REQUIRE(rows.size() == 3);
  CHECK(join(rows[1], "|") == "a|1.1|changed|redated|Publish the pay gap|Publish the pay gap|2024-03-31|2024-04-30|30||||");
  CHECK(join(rows[2], "|") == "b||gone||'=Open a club||||||superseded|a|One list now.");
  std::ifstream in("docs/reference/open-data.md");
  const std::string page((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  for (const auto& column : rows[0]) {
    CAPTURE(column);
    CHECK(page.find("`" + column + "`") != std::string::npos);
  }
  const auto json = changes_json(versions, changes);
  CHECK(json.find("\"days_slipped\": 30") != std::string::npos);
  CHECK(json.find("\"reason\": \"superseded\"") != std::string::npos);
}

TEST_CASE("a spreadsheet runs none of our cells") {
  CHECK(cell(plan_rows(small_plan(), kToday), 1, "title") == "'=SUM(A1) is no title");
  CHECK(spreadsheet_safe("@x") == "'@x");
  CHECK(spreadsheet_safe("-12") == "-12");
  CHECK(spreadsheet_safe("- a point") == "'- a point");
  CHECK(spreadsheet_safe("=1") == "'=1");
}

TEST_CASE("the apostrophe that guards a cell is the one that reading takes off") {
  for (const std::string text : {"=1+1", "'=1+1", "''=1", "'quoted' words", "'", "", "-12", "'-12", "+44 20", "\t=1", "words"}) {
    CAPTURE(text);
    CHECK(without_guard(spreadsheet_safe(text)) == text);
  }
}

TEST_CASE("JSON names the item's own address and keeps findings back") {
  const auto json = nlohmann::json::parse(plan_json(small_plan(), kToday));
  CHECK(json["items"][0]["url"] == "/plans/our-plan/items/a");
  CHECK(json["items"][0]["due"] == "2026-10-31");
  CHECK(json["items"][1]["parent"] == "a");
  CHECK(json.dump().find("personal_name") == std::string::npos);
}

TEST_CASE("in JSON the words of owner and panel stand beside the rule, and of a held finding only since when") {
  const auto plan = small_plan();
  auto progress = std::make_shared<Progress>();
  Update update;
  update.id = UpdateId("u");
  update.item = plan.items[0].id;
  update.claim = Claim::complete;
  update.narrative = "As written";
  update.public_summary = "For the public";
  update.voice.post_words = "Head of People";
  update.day = *Day::parse("2026-09-01");
  update.said = 1;
  progress->updates = {update};
  PanelFinding finding;
  finding.item = plan.items[0].id;
  finding.found = Found::partly_evidenced;
  finding.reasons = "Two of three";
  finding.voice.post_words = "Chair of the Scrutiny Panel";
  finding.day = *Day::parse("2026-08-01");
  progress->findings = {finding};
  const auto item = [&] {
    VoiceBook voices;
    voices.hear(plan, std::make_shared<const Progress>(*progress), kToday);
    return nlohmann::json::parse(plan_json(plan, kToday, {}, voices))["items"][0];
  };
  CHECK(item()["claim"] == nlohmann::json::parse(R"({"claim": "complete", "day": "2026-09-01", "by": "Head of People", "speaker": "owner", "state": "submitted",
    "words": "For the public", "reason": null, "forecast": null, "last_word": "2026-09-01", "complete_without_evidence": true})"));
  CHECK(item()["finding"] == nlohmann::json::parse(R"({"finding": "partly_evidenced", "day": "2026-08-01", "by": "Chair of the Scrutiny Panel", "reasons": "Two of three",
    "older_than_claim": true, "held_since": null})"));
  progress->findings[0].hold = FindingHold{"legal@aberllyn.example", "A live case", "2026-09-03T10:00:00Z"};
  CHECK(item()["finding"] == nlohmann::json::parse(R"({"finding": "not_yet_assessed", "day": null, "by": null, "reasons": null, "older_than_claim": false, "held_since": "2026-09-03"})"));
}

TEST_CASE("an item's JSON carries its commitments") {
  const auto plan = small_plan();
  const auto json = nlohmann::json::parse(item_json(plan, plan.items[0], kToday));
  REQUIRE(json["commitments"].size() == 1);
  CHECK(json["commitments"][0]["title"] == "Train every governor");
}

}  // namespace report_test
