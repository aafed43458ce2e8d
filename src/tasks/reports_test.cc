#include "tasks/reports.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "faults/fixture.h"
#include "progress/json.h"
#include "tasks/as_known.h"
#include "tasks/silences.h"

using namespace makegood;
using namespace makegood::tasks;
using makegood::test::Bench;

namespace reports_test {

const Actor kPublisher = operator_of_the_machine();
const Actor kCoordinator{"coordinator", {{Role::coordinator, "", ""}}};
const Actor kNobody{"nobody", {}};
constexpr std::string_view kPlan = "legacy-plan";
const ReportSpec kDecember{ReportKind::six_monthly, "2023-12"};
const ReportSpec kJune{ReportKind::final, "2024-06"};

Day on(std::string_view iso) { return Day::parse(iso).value(); }

void move_to(Bench& bench, std::string_view iso) { bench.clock.seconds = (on(iso).days().time_since_epoch().count()) * 86400 + 36000; }

Item action(const char* id, const char* title, const char* owner, const char* timescale) {
  Item item;
  item.id = ItemId(id);
  item.ref = id;
  item.title = title;
  item.owners = {owner};
  item.timescale_raw = timescale;
  item.timescale = read_timescale(timescale);
  return item;
}

/// Five actions of five partners, adopted in July 2023.
void adopt_legacy(Bench& bench, bool release = true) {
  move_to(bench, "2023-07-03");
  Plan plan;
  plan.title = "Legacy plan";
  plan.organisation = "Aberllyn Council";
  plan.items = {action("1", "Record the oral histories of residents", "Museum Service", "March 2024"),
                action("2", "Publish who is stopped and searched", "South Police", "October 2023"),
                action("3", "Review the curriculum with pupils", "Schools Partnership", "May 2024"),
                action("4", "Name a street after a resident", "Head of Planning", "June 2024"),
                action("5", "Train every ward sister", "Health Board", "February 2024")};
  const auto proposal = propose_import(bench.workspace, kPublisher, {"the paper", "plan.docx"}, plan).value();
  REQUIRE(accept_import(bench.workspace, kPublisher, proposal.id, {release}));
}

ItemId item_with(const Bench& bench, std::string_view ref) {
  const auto kept = bench.workspace.plans.find(kPlan, View::live).value();
  return std::find_if(kept->plan.items.begin(), kept->plan.items.end(), [&](const Item& item) { return item.ref == ref; })->id;
}

Update say(Bench& bench, const char* id, std::string_view ref, Claim claim, const char* narrative, UpdateState state = UpdateState::approved,
           std::optional<Day> first_sent = {}) {
  Update update;
  update.id = UpdateId(id);
  update.plan = kPlan;
  update.item = item_with(bench, ref);
  update.claim = claim;
  update.no_change = claim == Claim::not_yet_reported;
  update.narrative = narrative;
  update.state = state;
  update.day = first_sent.value_or(bench.clock.now().today);  // an edit keeps the day of what it edits
  Batch batch;
  batch.changes = {{"update.submitted", update.item.text, "reply link", write_update(update)}};
  batch.at = bench.clock.now().utc();
  REQUIRE(bench.workspace.ledger.append(batch));
  return update;
}

std::string file_of(Bench& bench, const ReportSpec& spec, std::string_view format) {
  return report_file(bench.workspace, kPublisher, kPlan, spec, format, Language::en).value();
}

void adopt_with_answers(Bench& bench) {
  adopt_legacy(bench);
  move_to(bench, "2023-12-04");
  say(bench, "u1", "1", Claim::on_track, "Twelve interviews are recorded.");
  move_to(bench, "2023-12-07");
  say(bench, "u2", "4", Claim::not_yet_reported, "");
  move_to(bench, "2024-01-09");
}

std::vector<std::string> organisations(const std::vector<Silence>& silences) {
  std::vector<std::string> names;
  for (const auto& silence : silences) names.push_back(silence.organisation);
  return names;
}

TEST_CASE("legacy group, December: two of five answer, one says no change, and the silent three are named") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  const auto report = make_report(bench.workspace, kCoordinator, kPlan, kDecember).value();
  CHECK(report.as_at == on("2023-12-31"));
  CHECK(report.spoke == 2);
  CHECK(find_item(report, item_with(bench, "4"))->no_change);
  CHECK(organisations(report.silences) == std::vector<std::string>{"South Police", "Schools Partnership", "Health Board"});
  CHECK(report.late == 1);
  CHECK_FALSE(report.entered_later);
}

TEST_CASE("legacy group: the December report asked for in July has the same bytes, and June compares with it") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  auto& w = bench.workspace;
  const auto edition = freeze_edition(w, kPublisher, kPlan, kDecember);
  REQUIRE(edition);
  CHECK(edition->name == "2023-12-six-monthly");
  CHECK(edition->files.size() == kReportFormats.size());
  std::vector<std::string> before;
  for (const auto& format : kReportFormats) before.push_back(file_of(bench, kDecember, format.name));

  move_to(bench, "2024-04-02");
  say(bench, "u3", "1", Claim::complete, "Forty interviews are in the archive.");
  move_to(bench, "2024-05-10");
  say(bench, "u4", "5", Claim::complete, "All have been trained.");
  REQUIRE(correct_item(w, kPublisher, kPlan, {item_with(bench, "3"), ItemField::title, {"Review the curriculum with pupils and parents"}, "Agreed"}));
  move_to(bench, "2024-07-15");
  for (std::size_t n = 0; n < kReportFormats.size(); ++n) CHECK(file_of(bench, kDecember, kReportFormats[n].name) == before[n]);
  CHECK(freeze_edition(w, kPublisher, kPlan, kDecember).error().fault == Fault::conflict);

  const auto june = make_report(w, kPublisher, kPlan, kJune).value();
  REQUIRE(june.comparison);
  CHECK(june.comparison->name == "2023-12-six-monthly");
  CHECK(june.comparison->newly_complete == 2);
  CHECK(june.comparison->newly_late == 1);  // the curriculum, since May; the street was due on the day itself
  REQUIRE(w.ledger.rebuild());
  CHECK(file_of(bench, kDecember, "md") == before[3]);
  CHECK(w.ledger.verify()->fault.empty());
}

TEST_CASE("a report that nobody froze is made of what was known by the end of its period") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  auto& w = bench.workspace;
  const auto then = committee_json(make_report(w, kPublisher, kPlan, kDecember).value());
  move_to(bench, "2024-04-02");
  say(bench, "u3", "1", Claim::complete, "Forty interviews are in the archive.");
  say(bench, "u1", "1", Claim::off_track, "An edit after the period.", UpdateState::approved, on("2023-12-04"));
  REQUIRE(correct_item(w, kPublisher, kPlan, {item_with(bench, "3"), ItemField::title, {"Another title"}, "Agreed"}));
  const auto later = make_report(w, kPublisher, kPlan, kDecember).value();
  CHECK(find_item(later, item_with(bench, "1"))->claim == Claim::on_track);
  CHECK(find_item(later, item_with(bench, "1"))->words == "Twelve interviews are recorded.");
  CHECK(find_item(later, item_with(bench, "3"))->title == "Review the curriculum with pupils");
  CHECK(later.spoke == 2);
}

TEST_CASE("an answer to the requests of a period counts though it comes after its end") {
  auto bench = Bench::in_memory();
  adopt_legacy(bench);
  move_to(bench, "2023-10-09");
  auto update = say(bench, "u1", "2", Claim::at_risk, "We are late.");
  update.cycle = "2023-Q2";
  Batch batch;
  batch.changes = {{"update.submitted", update.item.text, "reply link", write_update(update)}};
  batch.at = bench.clock.now().utc();
  REQUIRE(bench.workspace.ledger.append(batch));
  move_to(bench, "2023-10-20");
  const auto report = make_report(bench.workspace, kPublisher, kPlan, {ReportKind::quarterly, "2023-Q2"}).value();
  CHECK(report.period.last == on("2023-09-30"));
  CHECK(find_item(report, item_with(bench, "2"))->claim == Claim::at_risk);
  CHECK(report.spoke == 1);
}

TEST_CASE("after a round those are silent who were asked, each post by its name, and those whom no letter reached") {
  Plan plan;
  plan.slug = kPlan;
  plan.items = {action("1", "Record the oral histories of residents", "Museum Service", "March 2024"),
                action("2", "Publish who is stopped and searched", "South Police", "October 2023"),
                action("3", "Review the curriculum with pupils", "Head of Schools", "May 2024"),
                action("4", "Name a street after a resident", "Head of Planning", "June 2024")};
  Directory directory;
  directory.organisations = {{OrganisationId("council"), "Aberllyn Council"}};
  directory.posts = {{PostId("planning"), "Head of Planning", OrganisationId("council")}, {PostId("schools"), "Head of Schools", OrganisationId("council")},
                     {PostId("museum"), "Museum Service", OrganisationId("council")}};
  Cycle round;
  round.id = CycleId::parse("2023-Q3").value();
  round.period = {on("2023-10-01"), on("2023-12-31")};
  const auto asked = [&](const char* id, const char* item, const char* post) {
    Request request;
    request.id = RequestId(id);
    request.person = PersonId(id);
    request.asked = on("2023-11-20");
    request.items = {{ItemId(item), Part::accountable, "", PostId(post)}};
    round.requests.push_back(request);
  };
  asked("a", "4", "planning");
  asked("b", "1", "museum");
  Progress progress;
  Update update;
  update.id = UpdateId("u");
  update.item = ItemId("1");
  update.request = "b";
  update.day = on("2023-11-21");
  update.no_change = true;
  progress.updates = {update};
  const ReportSpec spec{ReportKind::quarterly, "2023-Q3"};
  const auto silent = silences_of(plan, progress, {round}, directory, spec, {on("2023-10-01"), on("2023-12-31")}, on("2023-12-31"));
  CHECK(silent == std::vector<Silence>{{"Head of Planning, Aberllyn Council", {ItemId("4")}, on("2023-11-20")},
                                       {"South Police", {ItemId("2")}, {}},
                                       {"Head of Schools, Aberllyn Council", {ItemId("3")}, {}}});
}

TEST_CASE("a plan that was entered after the period is shown as it stands, and the report says so") {
  auto bench = Bench::in_memory();
  adopt_legacy(bench);
  const auto report = make_report(bench.workspace, kPublisher, kPlan, {ReportKind::quarterly, "2022-Q4"}).value();
  CHECK(report.entered_later);
  CHECK(report.items.size() == 5);
}

TEST_CASE("who may make, freeze and hold") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  auto& w = bench.workspace;
  CHECK(make_report(w, kNobody, kPlan, kDecember).error().fault == Fault::not_allowed);
  CHECK(report_file(w, kNobody, kPlan, kDecember, "md", Language::en).error().fault == Fault::not_allowed);
  CHECK(freeze_edition(w, kCoordinator, kPlan, kDecember).error().fault == Fault::not_allowed);
  CHECK(hold_publication(w, kCoordinator, {"", on("2024-01-01"), {}, "Elections"}).error().fault == Fault::not_allowed);
  const Actor elsewhere{"publisher", {{Role::publisher, "another-plan", ""}}};
  CHECK(freeze_edition(w, elsewhere, kPlan, kDecember).error().fault == Fault::not_allowed);
  CHECK(make_report(w, kPublisher, "no-plan", kDecember).error().fault == Fault::not_found);
  CHECK(make_report(w, kPublisher, kPlan, {ReportKind::quarterly, "2023"}).error().fault == Fault::invalid_input);
  CHECK(write_report(make_report(w, kPublisher, kPlan, kDecember).value(), "pdf", Language::en).error().message.find("docx") != std::string::npos);
}

TEST_CASE("while publication is held nothing is frozen, and afterwards it is") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  auto& w = bench.workspace;
  CHECK(hold_publication(w, kPublisher, {"", on("2024-01-01"), {}, " "}).error().fault == Fault::invalid_input);
  CHECK(hold_publication(w, kPublisher, {"", on("2024-01-02"), on("2024-01-01"), "Elections"}).error().fault == Fault::invalid_input);
  const auto hold = hold_publication(w, kPublisher, {"Aberllyn Council", on("2024-01-01"), on("2024-05-02"), "Elections in May"}).value();
  const auto refused = freeze_edition(w, kPublisher, kPlan, kDecember);
  REQUIRE_FALSE(refused);
  CHECK(refused.error().fault == Fault::conflict);
  CHECK(refused.error().message == "publication is paused until 2 May 2024: Elections in May");
  REQUIRE(resume_publication(w, kPublisher, hold.id));
  CHECK(resume_publication(w, kPublisher, hold.id).error().fault == Fault::conflict);
  CHECK(freeze_edition(w, kPublisher, kPlan, kDecember));
}

TEST_CASE("editions of a plan that is private are nobody's to read") {
  auto bench = Bench::in_memory();
  adopt_legacy(bench, false);
  move_to(bench, "2024-01-09");
  REQUIRE(freeze_edition(bench.workspace, kPublisher, kPlan, kDecember));
  CHECK(editions_of(bench.workspace, kPlan, View::released).error().fault == Fault::not_found);
  CHECK(find_edition(bench.workspace, kPlan, "2023-12-six-monthly", View::released).error().fault == Fault::not_found);
  REQUIRE(release_plan(bench.workspace, kPublisher, kPlan));
  CHECK(editions_of(bench.workspace, kPlan, View::released)->size() == 1);
  CHECK(find_edition(bench.workspace, kPlan, "no-such", View::released).error().fault == Fault::not_found);
}

TEST_CASE("a Welsh duty comes out in both languages at once") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  move_to(bench, "2024-04-20");
  const ReportSpec spec{ReportKind::annual, "2023", ReportScope::whole, "", ReportProfile::wales_annual};
  const auto edition = freeze_edition(bench.workspace, kPublisher, kPlan, spec).value();
  CHECK(edition.files.size() == 2 * kReportFormats.size());
  CHECK(edition_bytes(bench.workspace, edition, "md", Language::cy)->find("adroddiad blynyddol") != std::string::npos);
}

TEST_CASE("objectives and summaries are kept, changed and taken back") {
  auto bench = Bench::in_memory();
  adopt_legacy(bench);
  auto& w = bench.workspace;
  const auto id = item_with(bench, "1");
  ItemObjective objective{std::string(kPlan), id, "Everybody's history is told", false, false, true};
  CHECK(set_objective(w, kNobody, objective).error().fault == Fault::not_allowed);
  CHECK(set_objective(w, kCoordinator, {std::string(kPlan), ItemId("none"), "x"}).error().fault == Fault::not_found);
  CHECK(set_objective(w, kCoordinator, {std::string(kPlan), id}).error().fault == Fault::invalid_input);
  REQUIRE(set_objective(w, kCoordinator, objective));
  CHECK(set_objective(w, kCoordinator, objective).error().fault == Fault::conflict);
  CHECK(w.publication.objectives(kPlan)->front() == objective);

  ItemSummary summary{std::string(kPlan), id, "ur", false, "خلاصہ", "Inclusion Officer", {}};
  CHECK(summarise_item(w, kCoordinator, summary).error().fault == Fault::not_allowed);
  REQUIRE(summarise_item(w, kPublisher, summary));
  summary.easy_read = true;
  REQUIRE(summarise_item(w, kPublisher, summary));
  CHECK(w.publication.summaries(kPlan, id)->size() == 2);
  summary.text.clear();
  REQUIRE(summarise_item(w, kPublisher, summary));
  CHECK(w.publication.summaries(kPlan, id)->size() == 1);
  summary.language = "\"><b>";
  CHECK(summarise_item(w, kPublisher, summary).error().fault == Fault::invalid_input);
  const auto before = bench.store->dump_derived().value();
  REQUIRE(w.ledger.rebuild());
  CHECK(bench.store->dump_derived().value() == before);
}

TEST_CASE("the public history names editions and nothing that owners, panel or monitoring officer did") {
  auto bench = Bench::in_memory();
  adopt_with_answers(bench);
  auto& w = bench.workspace;
  REQUIRE(freeze_edition(w, kPublisher, kPlan, kDecember));
  REQUIRE(correct_item(w, kPublisher, kPlan, {item_with(bench, "3"), ItemField::detail, {"More"}, "Agreed"}));
  const auto released = history(w, kPlan, ItemId{}, View::released);
  for (const auto& line : *released) CHECK_FALSE_MESSAGE(line.kind.starts_with("update."), line.kind);
  const auto lines = history(w, kPlan, ItemId{}, View::released).value();
  CHECK(std::any_of(lines.begin(), lines.end(), [](const HistoryLine& line) { return line.kind == "edition.frozen"; }));
  CHECK(history(w, kPlan, item_with(bench, "1"), View::released)->size() == 1);  // that it came with a document
}

}  // namespace reports_test
