#include "pages/gallery_report.h"

#include "pages/edition_pages.h"
#include "pages/erasure_page.h"
#include "pages/follow_pages.h"
#include "pages/gallery_panel.h"
#include "pages/indicator_pages.h"
#include "pages/timeline.h"
#include "report/committee.h"

namespace makegood::pages {
namespace {

class ReportPages {
 public:
  explicit ReportPages(Language language) : language_(language) {}
  template <class Page>
  void add(std::string name, const Url& path, Html (*page)(const Page&, const Site&), const Page& values, const std::optional<Viewer>& viewer = {}) {
    Site site = gallery_site(language_, path);
    site.viewer = viewer;
    pages_.push_back({std::move(name), page(values, site)});
  }
  [[nodiscard]] Language language() const { return language_; }
  [[nodiscard]] std::vector<GalleryPage> pages() && { return std::move(pages_); }

 private:
  Language language_;
  std::vector<GalleryPage> pages_;
};

IndicatorValue value(const char* id, const char* first, const char* last, double figure) {
  IndicatorValue made{.plan = "aberllyn-fair-chances", .id = IndicatorId(id), .first = day(first), .last = day(last)};
  made.value = figure;
  made.source = "Annual staff return";
  return made;
}

/// One that a document names and that counts people, one that was added with both paths open, one that nobody measured.
Measured gallery_measured() {
  Measured measured;
  measured.plan = "aberllyn-fair-chances";
  measured.terms = {{.plan = measured.plan, .id = IndicatorId("i1"), .unit = "percent", .baseline = 61.0, .baseline_day = day("2024-03-31"),
                     .baseline_source = "Staff return", .target_kind = TargetKind::undecided_a_year, .target = 1.0, .target_day = day("2028-03-31")},
                    {.plan = measured.plan, .id = IndicatorId("i2"), .text = "Stages of recruitment that are counted and published", .unit = "count", .baseline = 1.0,
                     .baseline_day = day("2024-03-31"), .target_kind = TargetKind::value, .target = 5.0, .target_day = day("2027-03-31"), .about_people = false,
                     .items = {ItemId("k2")}},
                    {.plan = measured.plan, .id = IndicatorId("i3"), .text = "Schools whose governors were trained", .unit = "percent", .about_people = false}};
  measured.values = {value("i1", "2024-04-01", "2025-03-31", 63.4), value("i1", "2025-04-01", "2026-03-31", 66.0), value("i2", "2024-04-01", "2025-03-31", 2.0),
                     value("i2", "2025-04-01", "2026-03-31", 4.0)};
  measured.values.back().status = ValueStatus::provisional;
  return measured;
}

CommitteeReport gallery_report(const Plan& plan, const Progress& progress, const Measured& measured) {
  const ReportSpec spec{ReportKind::quarterly, "2026-Q1", ReportScope::whole, "", ReportProfile::none};
  ReportInput input{.plan = plan, .progress = progress, .spec = spec, .period = {day("2026-06-16"), gallery_today()}, .as_at = gallery_today(), .made = gallery_today()};
  input.silences = {{"Head of School Improvement, Aberllyn Council", {ItemId("k3")}, day("2026-08-01")}};
  input.measured = measured;
  input.head = {42, std::string(64, 'a')};
  return committee_report(input).value();
}

// A report is a quotation as a whole, marked with its language. In the pseudo-language, which finds words that no catalogue
// has, it is its heading alone: items speak English.
Document paper_in(Language language, const CommitteeReport& report) {
  const auto words = Words::for_language(language);
  if (language != Language::pseudo) return committee_document(report, words);
  Document document;
  document.blocks = {heading(1, words("reports.heading"))};
  return document;
}

Edition gallery_edition(const Plan& plan) {
  Edition edition;
  edition.plan = plan.slug;
  edition.spec = {ReportKind::six_monthly, "2026-06", ReportScope::whole, "", ReportProfile::none};
  edition.name = edition_name(edition.spec);
  edition.period = {day("2026-01-01"), day("2026-06-30")};
  edition.title = plan.title + ": six-monthly report";
  edition.frozen = day("2026-07-14");
  edition.head = {40, std::string(64, 'b')};
  return edition;
}

PublicationHold gallery_hold() { return {HoldId("h1"), "Aberllyn Council and partners", day("2026-09-01"), day("2026-10-01"), "A by-election on 1 October", false, 41}; }

void add_editions(ReportPages& made, const Plan& plan, const Document& paper) {
  auto edition = gallery_edition(plan);
  EditionsPage editions{plan.slug, plan.title, "en", {edition}, {}};
  made.add("editions", editions_url(plan.slug), editions_page, editions);
  editions.hold = gallery_hold();
  editions.editions.clear();
  made.add("editions-held", editions_url(plan.slug), editions_page, editions);
  made.add("edition", edition_url(plan.slug, edition.name), edition_page, EditionPage{plan.title, "en", edition, paper});
  HistoryLine line{.when = "2026-07-14T10:30:00Z", .who = "Equality Officer", .kind = "item.corrected", .subject = "Find out where applicants are lost", .item = ItemId("k2"),
                   .changes = {{ItemField::title, {"Find out where aplicants are lost."}, {"Find out where applicants are lost."}}}, .reason = "A letter was missing.", .sequence = 3};
  made.add("corrections", "/corrections", corrections_page, CorrectionsPage{{{plan.slug, plan.title, "en", line}}});
  made.add("corrections-none", "/corrections", corrections_page, CorrectionsPage{});
}

void add_reports(ReportPages& made, const Plan& plan, const Document& paper) {
  ReportsPage reports;
  reports.plans = {{plan.slug, plan.title}};
  reports.form.plan = plan.slug;
  made.add("reports", "/desk/reports", reports_page, reports, kOfficer);
  auto looked = reports;
  looked.form = {plan.slug, "quarterly", "2026-Q1", "whole", "", "none", false};
  looked.report = paper;
  looked.waiting = 2;
  looked.may_freeze = true;
  made.add("reports-made", "/desk/reports", reports_page, looked, kOfficer);
  looked.frozen = gallery_edition(plan);
  made.add("reports-frozen", "/desk/reports", reports_page, looked, kOfficer);
  reports.form = {plan.slug, "quarterly", "last summer", "theme", "", "none", false};
  reports.refusal = "name the theme, directorate or organisation that the report is about";
  made.add("reports-refused", "/desk/reports", reports_page, reports, kOfficer);
}

void add_publication(ReportPages& made, const Plan& plan) {
  PublicationPage publication;
  made.add("publication", "/desk/publication", publication_page, publication, kOfficer);
  auto resumed = gallery_hold();
  resumed.resumed = true;
  publication.holds = {gallery_hold(), resumed};
  publication.form = {"", "", {"31", "2", "2027"}, {"1", "1", ""}};
  publication.faults = faults_of(publication.form);
  made.add("publication-faults", "/desk/publication", publication_page, publication, kOfficer);
  FollowPage follow{.slug = plan.slug, .plan_title = plan.title, .themes = {{"theme:t2", "Schools"}}};
  follow.hold = gallery_hold();
  made.add("follow-held", follow_url(plan.slug), follow_page, follow);
}

void add_words(ReportPages& made, const Plan& plan) {
  ItemWordsPage words{.slug = plan.slug, .plan_title = plan.title, .item = ItemId("k2"), .title = find_item(plan, ItemId("k2"))->title};
  words.objective = {plan.slug, words.item, "Fair recruitment at every stage", true, true, false};
  words.summaries = {{plan.slug, words.item, "cy", false, "Cyfrif pob cam o’r broses recriwtio.", "Equality Officer", day("2026-07-01")},
                     {plan.slug, words.item, "ur", false, "بھرتی کے ہر مرحلے کو شمار کریں۔", "Equality Officer", day("2026-07-01")},
                     {plan.slug, words.item, "en", true, "We count who gets a job.", "Equality Officer", day("2026-07-02")}};
  words.may_summarise = true;
  words.typed.language = "english";
  words.refusal = "the language must be a tag such as en, cy, ur or zh-Hant";
  made.add("item-words", item_words_url(plan.slug, words.item), item_words_page, words, kOfficer);
}

void add_indicators(ReportPages& made, const Plan& plan, const Measured& measured) {
  const auto url = indicators_url(plan.slug);
  made.add("indicators", url, indicators_page, make_indicators_page(plan, public_part(measured), false, gallery_today()));
  auto inside = make_indicators_page(plan, measured, true, gallery_today());
  inside.may_edit = true;
  made.add("indicators-inside", url, indicators_page, inside, kOfficer);
  IndicatorFormPage form{.slug = plan.slug, .plan_title = plan.title, .id = IndicatorId("i2")};
  form.form = indicator_form(measured.terms[1], 12);
  form.values = values_of(measured, form.id);
  form.items = {{"k2", "2 Find out where applicants are lost.", 0}, {"k3", "2.1 Train the governors of every school.", 0}};
  form.value = {{"1", "4", "2026"}, {"31", "3", "2025"}, "5", "", "", "p", "", ""};
  form.refusal = "the period ends before it begins";
  form.fault = "last";
  made.add("indicator-form", indicator_form_url(plan.slug, form.id), indicator_form_page, form, kOfficer);
}

void add_timeline(ReportPages& made, const Plan& plan, Progress progress) {
  progress.stages = {{plan.slug, ItemId("k6"), Stage::agreed, false, "Cabinet", day("2026-07-07"), {}, {}, {}, 0},
                     {plan.slug, ItemId("k4"), Stage::closed, true, "Cabinet", day("2026-09-01"), {}, {}, {}, 0},
                     {plan.slug, ItemId("k8"), Stage::agreed, true, "Partnership board", day("2026-11-03"), {}, {}, {}, 0}};
  const auto open = public_part(progress);
  RuleBook rules(gallery_today());
  hear(rules, plan, open);
  const std::vector<Edition> editions = {gallery_edition(plan)};
  const auto timeline = make_timeline({.plan = plan, .progress = open, .rules = rules, .versions = {{"2026", plan.title, "2026-05-20T09:00:00Z", "2026-06-01T12:00:00Z", 2}},
                                       .editions = editions});
  made.add("timeline", timeline_url(plan.slug), timeline_page, TimelinePage{plan.slug, plan.title, "en", timeline, 1});
  made.add("timeline-empty", timeline_url(plan.slug), timeline_page, TimelinePage{plan.slug, plan.title, "en", {{}, {}, gallery_today()}, 1});
}

void add_erasure(ReportPages& made) {
  ErasurePage page{.id = "p1", .called = "housing@aberllyn.example", .entries = 3, .sessions = 1, .letters = 2, .has_address = true, .has_sign_in = true,
                   .posts = {"Head of Housing, Aberllyn Council"}};
  made.add("erasure", erasure_url(page.id), erasure_page, page, kOfficer);
  page.fault = {"reason", "form.error.reason"};
  made.add("erasure-fault", erasure_url(page.id), erasure_page, page, kOfficer);
}

}  // namespace

std::vector<GalleryPage> report_gallery(Language language, const Plan& plan) {
  ReportPages made(language);
  const auto progress = gallery_progress();
  const auto measured = gallery_measured();
  const auto paper = paper_in(language, gallery_report(plan, progress, measured));
  add_editions(made, plan, paper);
  add_reports(made, plan, paper);
  add_publication(made, plan);
  add_words(made, plan);
  add_indicators(made, plan, measured);
  add_timeline(made, plan, progress);
  add_erasure(made);
  return std::move(made).pages();
}

}  // namespace makegood::pages
