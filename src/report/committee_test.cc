#include "report/committee.h"

#include <doctest/doctest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include <nlohmann/json.hpp>

#include "formats/formats.h"
#include "formats/write.h"
#include "report/committee_fixture.h"
#include "report/publication_json.h"

using namespace makegood;
using namespace makegood::test;

namespace committee_test {

const Words kEnglish = Words::for_language(Language::en);
const Words kWelsh = Words::for_language(Language::cy);

ReportSpec spec(ReportKind kind, const char* period) { return {kind, period, ReportScope::whole, "", ReportProfile::none}; }

struct Known {
  Plan plan = partners_plan();
  Progress progress;
  ReportSpec spec;
  std::vector<Silence> silences;
  const Edition* previous = nullptr;

  [[nodiscard]] ReportInput input() const {
    ReportInput in{.plan = plan, .progress = progress, .spec = spec, .period = period_of(spec, plan.settings).value()};
    in.as_at = in.period.last;
    in.made = in.period.last.plus_days(9);
    in.silences = silences;
    in.previous = previous;
    in.head = {42, std::string(64, 'a')};
    return in;
  }
  [[nodiscard]] CommitteeReport report() const { return committee_report(input()).value(); }
};

Known in_december() {
  return {.progress = december(), .spec = spec(ReportKind::six_monthly, "2023-12"),
          .silences = silent({{"South Police", "b"}, {"Schools Partnership", "c"}, {"Health Board", "e"}})};
}

Edition december_edition() {
  Edition edition;
  const auto report = in_december().report();
  edition.plan = "legacy-plan";
  edition.spec = report.spec;
  edition.name = edition_name(edition.spec);
  edition.period = report.period;
  edition.title = report_title(report, kEnglish);
  edition.frozen = on("2024-01-09");
  edition.head = report.head;
  edition.states = states_of(report);
  return edition;
}

Known in_june(const Edition& before) {
  Known known{.progress = june(), .spec = spec(ReportKind::final, "2024-06"), .silences = silent({{"South Police", "b"}}), .previous = &before};
  find_item(known.plan, ItemId("c"))->timescale.due = on("2024-07-19");
  return known;
}

void check_golden(const std::string& name, const std::string& now) {
  const auto path = std::filesystem::path("tests/golden/reports") / name;
  if (const char* bless = std::getenv("MAKEGOOD_BLESS"); bless != nullptr && *bless != '\0') std::ofstream(path, std::ios::binary) << now;
  std::ifstream in(path, std::ios::binary);
  const std::string before((std::istreambuf_iterator<char>(in)), {});
  CHECK_MESSAGE(now == before, path.string() << " differs: MAKEGOOD_BLESS=1 renews it, then look at the difference");
}

bool says(const Document& document, std::string_view words) { return plain_text(document).find(words) != std::string::npos; }

TEST_CASE("a report's period is the plan's own") {
  struct Row {
    const char* name;
    ReportKind kind;
    const char* period;
    bool financial;
    const char* first;
    const char* last;
  };
  const Row rows[] = {
      {"the second quarter of a financial year", ReportKind::quarterly, "2023-Q2", true, "2023-07-01", "2023-09-30"},
      {"a fourth quarter lies in the next calendar year", ReportKind::quarterly, "2023-Q4", true, "2024-01-01", "2024-03-31"},
      {"calendar quarters where the plan has them", ReportKind::quarterly, "2023-Q2", false, "2023-04-01", "2023-06-30"},
      {"three months to the end of a month", ReportKind::quarterly, "2023-02", true, "2022-12-01", "2023-02-28"},
      {"half a financial year", ReportKind::six_monthly, "2023-H1", true, "2023-04-01", "2023-09-30"},
      {"six months to December", ReportKind::six_monthly, "2023-12", true, "2023-07-01", "2023-12-31"},
      {"six months to a day", ReportKind::six_monthly, "2023-12-15", true, "2023-06-16", "2023-12-15"},
      {"a financial year", ReportKind::annual, "2023", true, "2023-04-01", "2024-03-31"},
      {"everything to the end of June", ReportKind::final, "2024-06", true, "", "2024-06-30"},
      {"everything to the end of a quarter", ReportKind::final, "2023-Q4", true, "", "2024-03-31"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    TimescaleSettings settings;
    settings.quarters_are_financial = row.financial;
    const auto period = period_of(spec(row.kind, row.period), settings);
    REQUIRE(period);
    CHECK((period->first ? period->first->iso() : "") == row.first);
    CHECK(period->last.iso() == row.last);
  }
  CHECK(period_of(spec(ReportKind::quarterly, "2023-H1"), {}).error().message.find("2023-Q2") != std::string::npos);
  CHECK(period_of(spec(ReportKind::annual, "2023-Q1"), {}).error().fault == Fault::invalid_input);
  CHECK(period_of(spec(ReportKind::final, "soon"), {}).error().fault == Fault::invalid_input);
}

TEST_CASE("an edition's name is an address") {
  CHECK(edition_name(spec(ReportKind::quarterly, "2023-Q2")) == "2023-q2-quarterly");
  CHECK(edition_name({ReportKind::annual, "2023", ReportScope::theme, "Work & pay", ReportProfile::wales_annual}) ==
        "2023-annual-theme-work-pay-wales-annual");
}

TEST_CASE("the December report: two of five answer, one says no change, three silent are named") {
  const auto report = in_december().report();
  CHECK(report.spoke == 2);
  CHECK(report.voices.items == 5);
  CHECK(report.voices.reported() == 1);  // "no change" claims nothing where nothing was claimed before
  CHECK(report.voices.assessed() == 0);
  CHECK(report.late == 1);
  CHECK(report.silences.size() == 3);
  CHECK_FALSE(report.comparison);
  const auto document = committee_document(report, kEnglish);
  for (const auto* words : {"South Police", "Schools Partnership", "Health Board", "No change was reported", "Twelve interviews are recorded.",
                            "Owners have reported on 1 of 5 promises.", "The panel has assessed 0 of 5 promises.", "Late by 61 days"})
    CHECK_MESSAGE(says(document, words), words);
  check_golden("six-monthly.md", write_markdown(document));
}

TEST_CASE("the June report compares with December, and keeps outputs apart from outcomes") {
  const auto before = december_edition();
  const auto report = in_june(before).report();
  REQUIRE(report.comparison);
  CHECK(report.comparison->newly_complete == 2);
  CHECK(report.comparison->newly_late == 0);
  CHECK(report.comparison->newly_assessed == 2);
  CHECK(report.comparison->moved == 1);
  CHECK(report.comparison->gone == 0);
  CHECK(report.waiting == 1);
  CHECK(report.held_findings == 1);
  REQUIRE(report.disagreements.size() == 1);
  CHECK(report.disagreements[0].item == ItemId("e"));
  REQUIRE(report.challenges.size() == 1);
  CHECK(report.challenges[0].late);
  const auto document = committee_document(report, kEnglish);
  CHECK(says(document, "2 of 5 promises are reported complete."));
  CHECK(says(document, "40 interviews, 1,900 visits"));
  CHECK(says(document, "One finding is held back by the monitoring officer"));
  CHECK(says(document, "The term ends later."));
  check_golden("final.md", write_markdown(document));
  check_golden("final.cy.md", write_markdown(committee_document(report, kWelsh)));
  check_golden("final.json", committee_json(report));
  check_golden("final.html", write_html(document));
}

TEST_CASE("what is not approved, and what is held, is never quoted") {
  const auto before = december_edition();
  const auto report = in_june(before).report();
  for (const auto& text : {plain_text(committee_document(report, kEnglish)), committee_json(report)}) {
    CHECK(text.find("Private words") == std::string::npos);
    CHECK(text.find("monitoring officer holds") == std::string::npos);
    CHECK(text.find("before the court") == std::string::npos);
  }
  CHECK(find_item(report, ItemId("c"))->claim == Claim::at_risk);  // the claim counts, its words wait
  CHECK(find_item(report, ItemId("c"))->words_wait);
}

TEST_CASE("every format holds the same counts, and what is written is read back") {
  const auto before = december_edition();
  const auto report = in_june(before).report();
  const auto document = committee_document(report, kEnglish);
  const auto again = read_document(write_markdown(document), "report.md");
  REQUIRE(again);
  CHECK(plain_text(*again) == plain_text(document));
  const auto from_html = read_document(write_html(document), "report.html");
  REQUIRE(from_html);
  CHECK(plain_text(*from_html).find("The panel has assessed 2 of 5 promises.") != std::string::npos);
  CHECK(read_document(write_docx(document), "report.docx"));
  const auto book = write_xlsx(committee_workbook(report, kEnglish));
  REQUIRE(book);
  CHECK(read_document(*book, "report.xlsx"));
  const auto json = nlohmann::json::parse(committee_json(report));
  CHECK(json["summary"]["assessed"] == 2);
  CHECK(json["summary"]["items"] == 5);
  CHECK(json["since"]["newly_complete"] == 2);
}

TEST_CASE("a report may be about a part of the plan") {
  struct Row {
    const char* name;
    ReportScope scope;
    const char* of;
    std::size_t items;
  };
  auto known = in_december();
  known.plan.items[1].lead_authority = {"Police and Crime Commissioner"};
  known.plan.items[2].partners = {"Museum Service"};
  known.plan.themes.push_back({ThemeId("u"), "Streets", ThemeId("t"), {}});
  known.plan.items[3].theme = ThemeId("u");
  const Row rows[] = {
      {"all of it", ReportScope::whole, "", 5},
      {"a theme with the theme under it", ReportScope::theme, "partners", 5},
      {"the theme under it alone", ReportScope::theme, "Streets", 1},
      {"a partner owns one and helps with another", ReportScope::partner, "museum service", 2},
      {"a partner by its organisation in the directory", ReportScope::partner, "Aberllyn Council", 1},
      {"a directorate, by the directory", ReportScope::directorate, "Place", 1},
      {"a lead authority", ReportScope::lead_authority, "Police and Crime Commissioner", 1},
      {"a portfolio holder who is nobody's", ReportScope::portfolio_holder, "Cabinet Member", 0},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    known.spec.scope = row.scope;
    known.spec.of = row.of;
    auto in = known.input();
    in.places = {{"Head of Planning", "Aberllyn Council", "Place"}};
    const auto report = committee_report(in);
    CHECK(report.has_value() == (row.items > 0));
    if (report) CHECK(report->items.size() == row.items);
    else CHECK(report.error().fault == Fault::not_found);
  }
}

TEST_CASE("an owner that another took over is shown with who it is now, and one that ended as ended") {
  auto known = in_december();
  auto in = known.input();
  in.places = {{"Head of Planning", "New Council", "Place", "Head of Planning, New Council", {}}};
  in.silences = {{"Head of Planning, New Council", {in.plan.items[0].id}, {}, *Day::parse("2023-10-31")}};
  const auto report = committee_report(in);
  REQUIRE(report);
  const auto text = write_markdown(committee_document(*report, Words::for_language(Language::en)));
  CHECK(text.find("Head of Planning (now Head of Planning, New Council)") != std::string::npos);
  CHECK(text.find("Head of Planning, New Council (ended on 31 October 2023, and nobody has taken it over)") != std::string::npos);
  CHECK(committee_json(*report).find("\"now\": \"Head of Planning, New Council\"") != std::string::npos);
  in.places[0] = {"Head of Planning", "Old Council", "Place", "", *Day::parse("2023-10-31")};
  const auto over = write_markdown(committee_document(*committee_report(in), Words::for_language(Language::en)));
  CHECK(over.find("Head of Planning (ended on 31 October 2023, and nobody has taken it over)") != std::string::npos);
}

TEST_CASE("a duty's report says which promise serves which part of it") {
  auto known = in_december();
  known.spec = {ReportKind::annual, "2023", ReportScope::whole, "", ReportProfile::wales_annual};
  auto in = known.input();
  in.objectives = {{"legacy-plan", ItemId("a"), "Everybody's history is told", false, false, true},
                   {"legacy-plan", ItemId("b"), "Policing is fair", true, true, false},
                   {"legacy-plan", ItemId("gone"), "Of an item that is not there", true, false, false}};
  const auto document = committee_document(committee_report(in).value(), kEnglish);
  for (const auto* words : {"regulation", "Everybody's history is told", "Policing is fair", "(c) Foster good relations", "3 promises have neither"})
    CHECK_MESSAGE((std::string_view(words) == "regulation" || says(document, words)), words);
  CHECK_FALSE(says(document, "not there"));
  CHECK(says(committee_document(committee_report(in).value(), kWelsh), "adran 149"));
}

TEST_CASE("an edition compares with the one before it, of its own kind") {
  std::vector<Edition> editions(3, december_edition());
  editions[0].spec = spec(ReportKind::quarterly, "2023-Q1");
  editions[0].period = period_of(editions[0].spec, {}).value();
  editions[1].spec = spec(ReportKind::quarterly, "2023-Q2");
  editions[1].period = period_of(editions[1].spec, {}).value();
  struct Row {
    const char* name;
    ReportSpec spec;
    int before;  // which; -1 = none
  };
  auto of_theme = spec(ReportKind::quarterly, "2023-Q3");
  of_theme.scope = ReportScope::theme;
  of_theme.of = "Partners";
  const Row rows[] = {
      {"a quarter with the quarter before", spec(ReportKind::quarterly, "2023-Q3"), 1},
      {"not with itself", spec(ReportKind::quarterly, "2023-Q1"), -1},
      {"an annual report with annual ones only", spec(ReportKind::annual, "2023"), -1},
      {"a final report with the newest of any kind", spec(ReportKind::final, "2024-06"), 2},
      {"a theme's with that theme's", of_theme, -1},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    const auto* before = edition_before(editions, row.spec, period_of(row.spec, {}).value());
    CHECK(before == (row.before < 0 ? nullptr : &editions[static_cast<std::size_t>(row.before)]));
  }
}

TEST_CASE("publication is held by body and dates") {
  PublicationHold hold{HoldId("h"), "Aberllyn Council", on("2024-03-20"), on("2024-05-02"), "Local elections"};
  struct Row {
    const char* name;
    const char* body;
    const char* day;
    bool held;
  };
  const Row rows[] = {
      {"the day before", "Aberllyn Council", "2024-03-19", false}, {"the first day", "Aberllyn Council", "2024-03-20", true},
      {"the last day", "aberllyn council", "2024-05-02", true},    {"the day after", "Aberllyn Council", "2024-05-03", false},
      {"another body's plan", "Health Board", "2024-04-01", false},
  };
  for (const auto& row : rows) {
    CAPTURE(row.name);
    CHECK(is_held({hold}, row.body, on(row.day)) == row.held);
  }
  hold.body.clear();
  CHECK(is_held({hold}, "Health Board", on("2024-04-01")));
  hold.until.reset();
  CHECK(is_held({hold}, "Health Board", on("2034-04-01")));
  hold.resumed = true;
  CHECK_FALSE(is_held({hold}, "Health Board", on("2024-04-01")));
}

TEST_CASE("summaries are in some language, written the way it runs") {
  for (const auto* tag : {"en", "cy", "ur", "pa-Arab", "zh-Hant-TW", "ckb"}) CHECK_MESSAGE(is_language_tag(tag), tag);
  for (const auto* tag : {"", "e", "english", "u r", "en\"x", "en-", "1a"}) CHECK_FALSE_MESSAGE(is_language_tag(tag), tag);
  for (const auto* tag : {"ar", "UR", "fa-IR", "pa-Arab", "ckb"}) CHECK_MESSAGE(is_right_to_left(tag), tag);
  for (const auto* tag : {"en", "cy", "pa", "so", "ur-Latn"}) CHECK_FALSE_MESSAGE(is_right_to_left(tag), tag);
}

TEST_CASE("what the ledger says of publication comes back as it was") {
  auto edition = december_edition();
  edition.files = {{"md", "en", std::string(64, 'b'), 1234}};
  const auto again = read_edition(write_edition(edition));
  REQUIRE(again);
  CHECK(again->spec == edition.spec);
  CHECK(again->period == edition.period);
  CHECK(again->files == edition.files);
  CHECK(again->states == edition.states);
  CHECK(again->head.hash == edition.head.hash);
  const PublicationHold hold{HoldId("h"), "", on("2024-03-20"), {}, "Elections"};
  CHECK(read_publication_hold(write_publication_hold(hold)).value() == hold);
  const ItemObjective objective{"p", ItemId("a"), "Fair pay", true, false, true};
  CHECK(read_objective(write_objective(objective)).value() == objective);
  const ItemSummary summary{"p", ItemId("a"), "ur", true, "…", "Inclusion Officer", on("2024-03-20")};
  CHECK(read_summary(write_summary(summary)).value() == summary);
  CHECK(read_summary(R"({"plan":"p","item":"a","language":"\"><script>","day":"2024-03-20"})").error().fault == Fault::invalid_input);
  CHECK(read_publication_hold(R"({"id":"h","reason":"x"})").error().message.find("from") != std::string::npos);
}

TEST_CASE("indicators stand with start, target and what was measured by the report's last day; figures of people are not in it") {
  const auto value = [](const char* id, const char* first, const char* last, double figure) {
    IndicatorValue made{.plan = "legacy-plan", .id = IndicatorId(id), .first = on(first), .last = on(last)};
    made.value = figure;
    made.source = "Pupil survey";
    return made;
  };
  auto known = in_december();
  auto input = known.input();
  auto& measured = input.measured;
  measured.terms = {{.plan = "legacy-plan", .id = IndicatorId("i"), .text = "settled", .unit = "percent", .baseline = 40.0, .baseline_day = on("2022-09-01"),
                     .target_kind = TargetKind::points_a_year, .target = 1.0, .about_people = false},
                    {.plan = "legacy-plan", .id = IndicatorId("staff"), .text = "Staff of an ethnic minority", .unit = "percent", .baseline = 58.3, .baseline_day = on("2022-09-01")},
                    {.plan = "legacy-plan", .id = IndicatorId("plaques"), .text = "Plaques put up", .unit = "count", .about_people = false}};
  measured.values = {value("i", "2022-09-01", "2023-07-31", 41.2), value("i", "2023-09-01", "2023-12-31", 43.0), value("i", "2024-01-01", "2024-07-31", 77.7),
                     value("staff", "2023-01-01", "2023-12-31", 62.5)};
  measured.values[1].status = ValueStatus::provisional;
  const auto report = committee_report(input).value();
  REQUIRE(report.indicators.size() == 3);
  CHECK(report.indicators[0].terms.text == "Pupils who say that they have learnt local history");
  CHECK(report.indicators[0].values.size() == 2);
  CHECK(report.indicators[1].withheld);
  CHECK(report.indicators[1].values.empty());
  const auto paper = write_markdown(committee_document(report, kEnglish));
  CHECK(paper.find("40.0% on 1 September 2022") != std::string::npos);
  CHECK(paper.find("1.0 more each year (percentage points, where it is a share)") != std::string::npos);
  CHECK(paper.find("43.0% (provisional), 1 September 2023 to 31 December 2023") != std::string::npos);
  CHECK(paper.find("Before that: 41.2%, 1 September 2022 to 31 July 2023") != std::string::npos);
  CHECK(paper.find("Counts people: not released") != std::string::npos);
  CHECK(paper.find("Nothing was measured yet") != std::string::npos);
  const auto json = committee_json(report);
  for (const auto* kept_back : {"77.7", "62.5", "58.3"}) {
    CAPTURE(kept_back);
    CHECK(paper.find(kept_back) == std::string::npos);
    CHECK(json.find(kept_back) == std::string::npos);
  }
  const auto data = nlohmann::json::parse(json)["indicators"];
  CHECK(data[0]["values"][1] == nlohmann::json::parse(R"({"first": "2023-09-01", "last": "2023-12-31", "value": 43.0, "value_status": "p", "source": "Pupil survey"})"));
  CHECK(data[1]["withheld"] == true);
  const auto sheets = committee_workbook(report, kEnglish).sheets;
  REQUIRE(sheets[2].name == "Indicators");
  CHECK(sheets[2].tables[0].rows.size() == 4);  // two values, one withheld, one not measured
  CHECK(write_markdown(committee_document(report, kWelsh)).find("Mae’n cyfrif pobl: heb ei ryddhau") != std::string::npos);
}

TEST_CASE("a report on a part of a plan has the indicators of that part") {
  auto known = in_december();
  known.plan.themes.push_back({ThemeId("u"), "Health", {}, {}});
  known.plan.items[4].theme = ThemeId("u");
  known.spec.scope = ReportScope::theme;
  known.spec.of = "Health";
  known.silences.clear();
  auto input = known.input();
  input.measured.terms = {{.plan = "legacy-plan", .id = IndicatorId("sisters"), .text = "Ward sisters trained", .items = {ItemId("e")}},
                          {.plan = "legacy-plan", .id = IndicatorId("streets"), .text = "Streets named", .items = {ItemId("d")}}};
  const auto report = committee_report(input).value();
  REQUIRE(report.indicators.size() == 1);
  CHECK(report.indicators[0].terms.text == "Ward sisters trained");
}

}  // namespace committee_test
