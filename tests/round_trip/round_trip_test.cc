// What Makegood writes, it reads back without loss: a thousand made-up plans, and the reference plans
// in MAKEGOOD_SHARED/plans (skipped with a message where they are not), through every format.
#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>

#include "faults/fixture.h"
#include "formats/csv.h"
#include "formats/write.h"
#include "report/report.h"
#include "round_trip/plan_lines.h"
#include "round_trip/plans_made_up.h"

using namespace makegood;
using namespace makegood::round_trip;
namespace fs = std::filesystem;

namespace {

const Day kToday = *Day::parse("2026-11-22");
constexpr std::uint64_t kPlans = 1000;

Result<Plan> read(std::string bytes, const char* name) { return tasks::read_plan_document({std::move(bytes), name}); }

struct Format {
  std::string name;
  std::function<Result<Plan>(const Plan&)> there_and_back;
  std::uint64_t plans = kPlans;  ///< how many are made up for it
};

const std::vector<Format> kFormats = {
    {"json", [](const Plan& plan) { return read(plan_json(plan, kToday), "plan.json"); }},
    {"csv", [](const Plan& plan) { return read(write_csv(plan_rows(plan, kToday)), "plan.csv"); }},
    {"csv without a name", [](const Plan& plan) { return read("\xEF\xBB\xBF" + write_csv(plan_rows(plan, kToday)), ""); }, 100},
    {"md", [](const Plan& plan) { return read(write_markdown(plan_document(plan)), "plan.md"); }},
    {"md with a mark before it", [](const Plan& plan) { return read("\xEF\xBB\xBF" + write_markdown(plan_document(plan)), "plan"); }, 100},
    {"docx", [](const Plan& plan) { return read(write_docx(plan_document(plan)), "plan.docx"); }},
    {"xlsx", [](const Plan& plan) { return write_xlsx(plan_workbook(plan, kToday)).and_then([](std::string bytes) { return read(std::move(bytes), "plan.xlsx"); }); }},
};

std::string read_file(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

std::vector<fs::path> reference_plans() {
  const char* shared = std::getenv("MAKEGOOD_SHARED");
  const auto folder = fs::path(shared != nullptr ? shared : "../shared") / "plans";
  std::vector<fs::path> found;
  if (fs::exists(folder))
    for (const auto& entry : fs::directory_iterator(folder))
      if (const auto form = entry.path().extension(); form == ".txt" || form == ".docx" || (form == ".md" && entry.path().stem() != "README")) found.push_back(entry.path());
  if (found.empty()) MESSAGE("skipped: " << folder.string() << " is not there");
  return found;
}

void check_all_formats(const Plan& plan) {
  for (const auto& format : kFormats) {
    CAPTURE(format.name);
    const auto came = format.there_and_back(plan);
    REQUIRE(came);
    CHECK(difference(plan, *came) == "");
  }
}

}  // namespace

TEST_CASE("a thousand made-up plans come back from every format as they went") {
  for (const auto& format : kFormats) {
    int faults = 0;
    for (std::uint64_t seed = 1; seed <= format.plans && faults < 3; ++seed) {
      const auto plan = made_up_plan(seed);
      if (plan.items.empty() && plan.title.empty() && plan.context.empty() && plan.themes.empty() && plan.indicators.empty()) continue;  // nothing to write
      const auto came = format.there_and_back(plan);
      const auto told = came ? difference(plan, *came) : came.error().line();
      if (told.empty()) continue;
      ++faults;
      MESSAGE(format.name << ", plan " << seed << "\n" << told);
    }
    CAPTURE(format.name);
    CHECK(faults == 0);
  }
}

TEST_CASE("the reference plans come back from every format as they were read") {
  for (const auto& path : reference_plans()) {
    CAPTURE(path.filename().string());
    const auto plan = tasks::read_plan_document({read_file(path), path.filename().string()});
    REQUIRE(plan);
    check_all_formats(*plan);
  }
}

TEST_CASE("a plan that was settled, accepted and corrected comes back from every format") {
  const auto actor = tasks::first_coordinator();
  for (const auto& path : reference_plans()) {
    CAPTURE(path.filename().string());
    auto bench = test::Bench::in_memory();
    auto& w = bench.workspace;
    const tasks::GivenDocument given{read_file(path), path.filename().string()};
    const auto draft = tasks::read_plan_document(given).value();
    const auto proposal = tasks::propose_import(w, actor, given, draft).value();
    int settled = 0;
    for (const auto& open : open_findings(draft)) {
      if (open.item.empty() || open.finding.code == "personal_name") continue;
      Settlement settlement{open.item, open.finding.code, open.ordinal, Decision::set_dates, {}, {}, "asked the owner"};
      settlement.dates.due = kToday.plus_days(settled);
      if (settled % 3 == 1) settlement.decision = Decision::no_date;
      REQUIRE(tasks::settle_finding(w, actor, proposal.id, settlement));
      if (++settled == 9) break;
    }
    const auto slug = tasks::accept_import(w, actor, proposal.id, {true}).value().slug;
    const auto first = w.plans.find(slug, View::live).value()->plan.items.front().id;
    REQUIRE(tasks::correct_item(w, actor, slug, {first, ItemField::owners, {"Head of A; B and C", "D/E"}, "misread"}));
    REQUIRE(tasks::correct_item(w, actor, slug, {first, ItemField::redated, {"2027-01-31"}, "moved"}));
    check_all_formats(w.plans.find(slug, View::live).value()->plan);
  }
}

TEST_CASE("a file that went out and comes back reworded is matched by its ids") {
  const auto actor = tasks::first_coordinator();
  auto bench = test::Bench::in_memory();
  const auto slug = test::adopt_small_plan(bench);
  const auto plan = bench.workspace.plans.find(slug, View::live).value()->plan;
  const auto written = replace_all(write_markdown(plan_document(plan)), plan.items[0].title, "Say in public who is paid what");
  const tasks::GivenDocument given{written, "plan.md"};
  const auto draft = tasks::read_plan_document(given).value();
  const auto proposal = tasks::propose_import(bench.workspace, actor, given, draft, {.slug = slug}).value();
  CHECK(proposal.changes.count(Fate::added) == 0);
  CHECK(proposal.changes.count(Fate::gone) == 0);
  REQUIRE(tasks::accept_import(bench.workspace, actor, proposal.id, {}));
  const auto after = bench.workspace.plans.find(slug, View::live).value()->plan;
  REQUIRE(after.items.size() == plan.items.size());
  CHECK(after.items[0].id == plan.items[0].id);
  CHECK(after.items[0].title == "Say in public who is paid what");
}
