// Reports on the desk, editions for the public, the pause of publication, and the site as files.
#include <filesystem>

#include "report/publication.h"
#include "web/site/static_site.h"
#include "web/site/visitor.h"

using namespace makegood;
using namespace makegood::web;

namespace report_test {

constexpr std::string_view kPlan = "fair-work-plan";
const std::string kAsked = "plan=fair-work-plan&kind=quarterly&period=2023-Q1&scope=whole";
const std::vector<Field> kForm = {{"plan", "fair-work-plan"}, {"kind", "quarterly"}, {"period", "2023-Q1"}, {"scope", "whole"}};

/// The small plan, released; its first item is reported on, and that is approved.
struct Desk : Visitor {
  std::string slug = test::adopt_small_plan(bench, true);
  ItemId item = bench.workspace.plans.find(slug, View::live).value()->plan.items[0].id;

  Desk() {
    const auto& w = bench.workspace;
    const auto coordinator = tasks::first_coordinator();
    tasks::Said said{item, {}};
    said.words.claim = Claim::on_track;
    said.words.narrative = "The method is <agreed>.";
    const auto update = tasks::record_on_behalf(w, coordinator, slug, {.post = {}, .words = "Head of People"}, {said}).value().at(0);
    const auto kept = w.progress.of_plan(slug).value()->updates[0];
    REQUIRE(tasks::approve_update(w, coordinator, slug, {update.id, kept.sequence}, {}));
    sign_in();
  }
  /// The session is over by then.
  void pass_a_quarter() {
    bench.clock.seconds += 40 * 86400;
    sign_in();
  }
  void leave() { token.clear(), csrf.clear(); }
};

TEST_CASE("the committee's report is looked at, taken away in every format, and frozen for everybody") {
  Desk desk;
  desk.pass_a_quarter();
  const auto look = desk.get("/desk/reports?" + kAsked);
  CHECK(look.status == 200);
  CHECK(says(look, "The method is &lt;agreed&gt;."));
  CHECK(look.headers.value("Cache-Control") == "no-store");
  for (const auto& format : tasks::kReportFormats) {
    CAPTURE(format.name);
    const auto file = desk.get("/desk/reports/file?" + kAsked + "&format=" + std::string(format.name));
    CHECK(file.status == 200);
    CHECK(file.headers.value("Content-Type") == format.media_type);
    CHECK(file.headers.value("Content-Disposition").find("fair-work-plan-") != std::string_view::npos);
  }
  const auto frozen = desk.post("/desk/reports", kForm);
  CHECK(frozen.status == 303);
  const auto address = location(frozen);
  CHECK(address.starts_with("/plans/fair-work-plan/editions/"));
  CHECK(desk.post("/desk/reports", kForm).status == 409);  // once

  desk.leave();
  CHECK(says(desk.get(address), "The method is &lt;agreed&gt;."));
  CHECK(says(desk.get("/plans/fair-work-plan/editions"), address));
  const auto before = std::string(desk.get(address + ".md").bytes());
  CHECK(before.find("agreed") != std::string::npos);
  REQUIRE(tasks::correct_item(desk.bench.workspace, tasks::first_coordinator(), kPlan, {desk.item, ItemField::title, {"Publish every pay gap"}, "misread"}));
  for (const auto& format : tasks::kReportFormats) CHECK(desk.get(address + "." + std::string(format.name)).status == 200);
  CHECK(desk.get(address + ".md").bytes() == before);
  CHECK(says(desk.get("/corrections"), "Publish every pay gap"));
}

TEST_CASE("what a report cannot be made of is said on its page, with the form as it was typed") {
  struct Row {
    const char* name;
    const char* query;
    int status;
  };
  const Row rows[] = {{"a period of another length", "plan=fair-work-plan&kind=quarterly&period=2023&scope=whole", 422},
                      {"a period that is none", "plan=fair-work-plan&kind=quarterly&period=soon&scope=whole", 422},
                      {"a plan that is not there", "plan=no-such-plan&kind=quarterly&period=2023-Q1&scope=whole", 404},
                      {"a part that nothing belongs to", "plan=fair-work-plan&kind=quarterly&period=2023-Q1&scope=theme&of=Space", 404}};
  Desk desk;
  desk.pass_a_quarter();
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto page = desk.get("/desk/reports?" + std::string(row.query));
    CHECK(page.status == row.status);
    CHECK(says(page, "govuk-error-summary"));
    CHECK(desk.get("/desk/reports/file?format=md&" + std::string(row.query)).status == row.status);
  }
  CHECK(desk.get("/desk/reports/file?" + kAsked + "&format=exe").status == 422);
}

TEST_CASE("while publication is paused nothing is frozen; resumed, it is") {
  Desk desk;
  desk.pass_a_quarter();
  const std::vector<Field> hold = {{"body", "Exampleshire Council"},     {"from-day", "1"},   {"from-month", "6"},     {"from-year", "2023"},
                                   {"until-day", "31"},     {"until-month", "7"}, {"until-year", "2023"}, {"reason", "Election on 13 July"}};
  CHECK(desk.post("/desk/publication", {{"reason", "Election"}}).status == 422);
  CHECK(desk.post("/desk/publication", hold).status == 303);
  CHECK(says(desk.get("/desk/publication"), "Election on 13 July"));
  CHECK(desk.post("/desk/reports", kForm).status == 409);
  const auto held = desk.bench.workspace.publication.holds().value().at(0);
  CHECK(desk.post("/desk/publication/resume", {{"hold", held.id.text}}).status == 303);
  CHECK(desk.post("/desk/reports", kForm).status == 303);
}

/// Passes every file.
struct Passes final : tasks::Scanner {
  Result<tasks::Verdict> scan(std::string_view) override { return tasks::Verdict{true, {}}; }
};

/// An update with a page as its evidence, sent and approved; `looks` = a scanner has passed it.
EvidenceId send_a_page(Desk& desk, bool looks) {
  auto& w = desk.bench.workspace;
  Passes passes;
  tasks::Said said{desk.item, {}, w.progress.of_plan(kPlan).value()->updates.back().said};
  said.words.claim = Claim::complete;
  said.words.narrative = "It is done.";
  said.words.evidence = {tasks::receive_file(w, {"done.html", "What was done"}, "<html><script>run()</script></html>").value()};
  const auto update = tasks::record_on_behalf(w, tasks::first_coordinator(), kPlan, {.post = {}, .words = "Head of People"}, {said}).value().at(0);
  if (looks) {
    w.scanner = &passes;
    CHECK(tasks::scan_waiting(w, 10) == 1);
    w.scanner = nullptr;
  }
  const auto sequence = w.progress.of_plan(kPlan).value()->updates.back().sequence;
  const auto id = update.evidence.at(0).id;
  REQUIRE(tasks::approve_update(w, tasks::first_coordinator(), kPlan, {update.id, sequence}, {.open = {id}, .publish = true}));
  return id;
}

TEST_CASE("evidence in the site as files: a page that somebody sent is text, and what nothing has looked at is not there") {
  for (const bool looks : {true, false}) {
    CAPTURE(looks);
    Desk desk;
    const auto id = send_a_page(desk, looks);
    App site{desk.bench.workspace, {.is_static = true}};
    std::map<std::string, std::string> files;
    REQUIRE(static_site(site, [&](const std::string& path, std::string_view bytes) -> Result<void> {
      files.emplace(path, bytes);
      return {};
    }));
    const auto folder = "plans/fair-work-plan/items/" + desk.item.text;
    CHECK(files.contains(folder + "/evidence/" + id.text + ".txt") == looks);
    int runs = 0;
    for (const auto& [path, bytes] : files) runs += path.ends_with(".html") && bytes.find("<script>run()") != std::string::npos;
    CHECK(runs == 0);
    const auto& page = files.at(folder + "/index.html");
    CHECK((page.find("href=\"evidence/" + id.text + ".txt\" rel=\"nofollow\" download=\"done.html\"") != std::string::npos) == looks);
    CHECK((page.find("Nothing has looked for viruses in it") == std::string::npos) == looks);
  }
}

TEST_CASE("evidence that nothing has looked at is a link for those who are signed in alone") {
  Desk desk;
  const auto id = send_a_page(desk, false);
  const auto item = "/plans/fair-work-plan/items/" + desk.item.text;
  const auto file = item + "/evidence/" + id.text;
  CHECK(says(desk.get(item), "href=\"" + file + ".txt\""));
  CHECK(desk.get(file + ".txt").status == 200);
  CHECK(desk.get(file).status == 200);  // as it was called before
  CHECK(desk.get(file + ".pdf").status == 404);
  desk.leave();
  CHECK_FALSE(says(desk.get(item), "href=\"" + file));
  CHECK(says(desk.get(item), "Nothing has looked for viruses in it"));
  CHECK(desk.get(file + ".txt").status == 403);
}

TEST_CASE("the site as files: every link leads to one of them, the edition is among them, and what is private is not") {
  Desk desk;
  desk.pass_a_quarter();
  const auto address = location(desk.post("/desk/reports", kForm));
  auto secret = test::small_draft();
  secret.title = "Unreleased plan";
  const auto proposal = tasks::propose_import(desk.bench.workspace, tasks::first_coordinator(), {"another", "plan.docx"}, secret).value();
  REQUIRE(tasks::accept_import(desk.bench.workspace, tasks::first_coordinator(), proposal.id, {}));

  App site{desk.bench.workspace, {.is_static = true}};
  std::map<std::string, std::string> files;
  const auto written = static_site(site, [&](const std::string& path, std::string_view bytes) -> Result<void> {
    CHECK(files.emplace(path, bytes).second);  // once
    return {};
  });
  REQUIRE(written);
  CHECK(static_cast<std::size_t>(*written) == files.size());
  CHECK(files.contains(address.substr(1) + "/index.html"));
  CHECK(files.contains(address.substr(1) + ".docx"));
  CHECK(files.contains("cy" + address + "/index.html"));
  int links = 0;
  for (const auto& [path, bytes] : files) {
    CAPTURE(path);
    CHECK(bytes.find("Unreleased plan") == std::string::npos);
    if (!path.ends_with(".html") || path.find("/editions/") != std::string::npos) continue;  // an edition's own .html stands by itself
    CHECK(bytes.find("<form") == std::string::npos);
    for (auto at = bytes.find(" href=\""); at != std::string::npos; at = bytes.find(" href=\"", at + 7)) {
      auto link = bytes.substr(at + 7, bytes.find('"', at + 7) - at - 7);
      link = link.substr(0, link.find_first_of("#?"));
      if (link.empty() || link.find(':') != std::string::npos) continue;
      const auto leads_to = (std::filesystem::path(path).parent_path() / link).lexically_normal().string();
      CAPTURE(link);
      CHECK(files.contains(leads_to));
      ++links;
    }
  }
  CHECK(links > 100);
}

}  // namespace report_test
