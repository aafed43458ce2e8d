#include "pages/gallery_group.h"

#include "pages/arise_page.h"
#include "pages/group_pages.h"
#include "pages/packs_page.h"
#include "registers/group_fixture.h"

namespace makegood::pages {
namespace {

CompositionPage made_up(const Definition& definition) {
  CompositionPage page{.definition = &definition, .groups = {{"PANEL", "PANEL: Scrutiny panel"}, {"YOUTH", "YOUTH: Youth panel"}}, .group = "PANEL", .group_title = "PANEL: Scrutiny panel",
                       .day = day("2026-03-31"), .typed = {"31", "3", "2026"}, .day_fault = {}, .by = {"kind", "trade", "body"}, .members = 3, .seats = 5, .vacant = 2, .lines = {},
                       .required = "trade", .asked_for = {"health", "police", "business"}, .missing = {"police"}, .each = {}};
  page.lines = {{"kind", {{"chair", 1}, {"organisation", 1}, {"community", 1}}}, {"trade", {{"health", 2}, {"business", 1}}}, {"body", {{"Aberllyn University Health Board", 2}, {"", 1}}}};
  page.each = {{RecordId("k3v9x2m7qa"), {"chair", "health", "Aberllyn University Health Board"}, day("2025-04-01"), day("2028-03-31")},
               {RecordId("k3v9x2m7qb"), {"organisation", "health", "Aberllyn University Health Board"}, day("2025-04-01"), {}},
               {RecordId("k3v9x2m7qc"), {"community", "business", ""}, day("2026-01-12"), day("2029-01-11")}};
  return page;
}

CompositionPage nobody(const Definition& definition) {
  auto page = made_up(definition);
  page.typed = {"31", "2", "2026"};
  page.day_fault = "form.error.date";
  page.members = 0;
  page.vacant = 5;
  page.lines.clear();
  page.each.clear();
  page.missing = page.asked_for;
  return page;
}

PaperWordRow word_of(std::string_view id, std::string who, std::string answer, std::string comment = {}, std::optional<Day> on = day("2026-03-20"), bool late = false) {
  return {{RecordId(std::string(id)), "M1", {}, {}, std::move(answer), std::move(comment), on, late}, std::move(who)};
}

registers::RoundCount counted(int asked, int yes, int but, int no) { return {asked, yes + but, asked - yes - but - no, {{"yes", yes}, {"yes-but", but}, {"no", no}}}; }

PaperPage standing(const Definition& definition, Day due) {
  PaperPage page{.definition = &definition, .group = "PANEL", .paper = "Terms of reference", .answer = "word", .versions = {}, .may_circulate = true, .reminded = {}, .refusal = {}};
  page.versions.push_back({"2", "terms-2.docx", RecordId("k3v9x2m7qa"), day("2026-03-10"), due, counted(4, 1, 1, 0), {}});
  page.versions.back().words = {word_of("k3v9x2m7qa", "M1, Aberllyn University Health Board", "yes"), word_of("k3v9x2m7qb", "M2", "yes-but", "Say who may speak for us.\nAnd for how long."),
                                word_of("k3v9x2m7qc", "M3, Vale and Coast Police", "", "", {}), word_of("k3v9x2m7qd", "Head of Housing, Aberllyn Council", "", "", {})};
  page.versions.push_back({"1", "", RecordId("k3v9x2m7qe"), day("2026-01-10"), day("2026-01-31"), counted(2, 0, 0, 1), {}});
  page.versions.back().words = {word_of("k3v9x2m7qe", "M1, Aberllyn University Health Board", "no", "It leaves the chair to the council.", day("2026-02-02"), true), word_of("k3v9x2m7qf", "M2", "", "", {})};
  return page;
}

CirculatePage wrong_round(const Definition& definition) {
  CirculatePage page{.definition = &definition, .groups = {{"PANEL", "PANEL: Scrutiny panel"}}, .form = {}, .takes_posts = true, .takes_file = true, .faults = {}, .refusal = {}, .fault = {}};
  page.form = {"PANEL", "Terms of reference", "2", "Head of Housing", "It is two pages long.", "k3v9x2m7qa", {"31", "2", "2026"}};
  page.faults = {{"due-day", "form.error.date"}};
  return page;
}

AgreePage asked(const Definition& definition, Day due) {
  return {.definition = &definition, .token = std::string(64, 'a'), .group = "PANEL: Scrutiny panel", .paper = "Terms of reference", .version = "2", .file = "terms-2.docx", .field = "word", .due = due,
          .answer = {}, .comment = {}, .answered = {}, .sent = false, .refusal = {}, .fault = {}};
}

}  // namespace

std::vector<GalleryPage> group_gallery(Language language) {
  std::vector<GalleryPage> pages;
  const auto definition = definition_of(test::kSeats).value();
  const auto add = [&](std::string name, const Url& path, auto make, const auto& values) {
    auto site = gallery_site(language, path);
    site.viewer = Viewer{"Coordinator", true, true, "token"};
    pages.push_back({std::move(name), make(values, site)});
  };
  add("composition", composition_url(definition.name), composition_page, made_up(definition));
  add("composition-nobody", composition_url(definition.name), composition_page, nobody(definition));
  add("composition-no-groups", composition_url(definition.name), composition_page, CompositionPage{.definition = &definition, .day = day("2026-03-31")});
  const auto papers = definition_of(test::kPapers).value();
  add("papers", papers_url(papers.name), papers_page,
      PapersPage{.definition = &papers, .papers = {{"PANEL", "Terms of reference", "2", day("2026-03-10"), day("2026-03-31"), counted(10, 7, 1, 0)}}, .answer = "word", .may_circulate = true});
  add("papers-none", papers_url(papers.name), papers_page, PapersPage{.definition = &papers});
  add("paper", paper_url(papers.name, "PANEL", "Terms of reference"), paper_page, standing(papers, gallery_today().plus_days(14)));
  add("paper-over", paper_url(papers.name, "PANEL", "Terms of reference"), paper_page, standing(papers, gallery_today().plus_days(-1)));
  add("circulate", circulate_url(papers.name), circulate_page, wrong_round(papers));
  const auto by_link = [&](std::string name, const AgreePage& values) { pages.push_back({std::move(name), agree_page(values, gallery_site(language, agree_url(values.token)))}); };
  by_link("agree", asked(papers, gallery_today().plus_days(14)));
  auto answered = asked(papers, gallery_today().plus_days(-1));
  answered.answer = "yes-but";
  answered.comment = "Say who may speak for us.";
  answered.answered = gallery_today();
  answered.sent = true;
  by_link("agree-sent", answered);
  auto wrong = asked(papers, gallery_today().plus_days(14));
  wrong.answer = "no";
  wrong.refusal = "write your comment: this answer needs one";
  wrong.fault = "comment";
  by_link("agree-wrong", wrong);
  ArisePage arising{.definition = &papers, .record = RecordId("k3v9x2m7qa"), .plans = {{"fair-work-plan", "“Fair Work Plan”"}}, .form = {}, .refusal = "say what is to be done", .fault = "title"};
  arising.form = {"fair-work-plan", "commitment", "", "Two lamps.", "Head of Streets", "by March 2027", "k3v9x2m7qb"};
  add("arise", arise_url(papers.name, arising.record), arise_page, arising);
  add("arise-no-plans", arise_url(papers.name, arising.record), arise_page, ArisePage{.definition = &papers, .record = RecordId("k3v9x2m7qa")});
  const auto talks = definition_of(test::kTalks).value();
  PacksPage packs{.definition = &talks, .record = RecordId("k3v9x2m7qa"), .packs = {{42, day("2026-03-31"), day("2026-04-01"), "equality@aberllyn.example"}}, .withheld = 1, .may_freeze = true,
                  .as_at = {"31", "2", "2026"}, .faults = {{"as_at-day", "form.error.date"}}, .refusal = {}, .fault = {}};
  add("packs", packs_url(talks.name, packs.record), packs_page, packs);
  add("packs-none", packs_url(talks.name, packs.record), packs_page, PacksPage{.definition = &talks, .record = RecordId("k3v9x2m7qa")});
  return pages;
}

}  // namespace makegood::pages
