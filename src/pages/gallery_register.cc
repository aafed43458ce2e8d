#include "pages/gallery_register.h"

#include "pages/register_watch_pages.h"
#include "registers/fixture.h"

namespace makegood::pages {
namespace {

Signal watched(std::string name, Bilingual title, SignalKind kind, std::vector<std::string> by = {}) {
  return {.name = std::move(name), .title = std::move(title), .kind = kind, .by = std::move(by), .field = {}, .days = {}, .to = "coordinator"};
}

SignalsPage everything(const Definition& definition, Day today) {
  const auto rise = watched("more", {"More than usual", "Mwy nag arfer"}, SignalKind::rise, {"school", "kind"});
  const auto late = watched("late", {"Not reviewed in time", "Heb ei adolygu mewn pryd"}, SignalKind::overdue);
  const auto silent = watched("silent", {"No return", "Dim ffurflen"}, SignalKind::silence, {"school"});
  SignalsPage page{.definition = &definition, .day = today, .watched = 3, .lines = {}};
  page.lines.push_back({rise, {.name = "more", .values = {"Harbour Hill School", "verbal"}, .from = day("2026-01-01"), .until = day("2026-04-30"), .records = 24, .usual = 3.25, .chance = 0.000012, .late = {}}});
  page.lines.push_back({late, {.name = "late", .values = {}, .from = day("2026-03-02"), .until = day("2026-04-20"), .records = 23, .usual = 0, .chance = 0, .late = {}}});
  for (int i = 0; i < 21; ++i) page.lines.back().raised.late.push_back({RecordId("k3v9x2m7q" + std::string(1, static_cast<char>('a' + i))), day("2026-03-02").plus_days(2 * i)});
  page.lines.push_back({silent, {.name = "silent", .values = {"Ferry View Primary School"}, .from = day("2026-01-01"), .until = day("2026-04-30"), .records = 0, .usual = 0, .chance = 0, .late = {}}});
  return page;
}

CountsPage counted(const Definition& definition) {
  CountsPage page{.definition = &definition, .by = {"school", "kind"}, .offered = {"school", "kind", "ethnicity"}, .records = 42, .rows = {}, .from = {}, .until = {}, .returned = {}, .period = {}};
  page.rows = {{{"Harbour Hill School", ""}, 1, 25}, {{"Harbour Hill School", "verbal"}, 24, 25}, {{"Quay Lane Primary School", "physical"}, 16, 17}, {{"Quay Lane Primary School", "unmapped"}, 1, 17}};
  page.returned = Completeness{9, 7, 2, 2};
  page.period = return_period(Every::term, day("2026-03-01"));
  return page;
}

SignalsPage with_monitor(SignalsPage page, std::string post, bool vacant) {
  page.monitor = std::move(post);
  page.vacant = vacant;
  page.may_name = true;
  return page;
}

SignalsPage refused_monitor(SignalsPage page) {
  page = with_monitor(std::move(page), "Head of Equality, Aberllyn Council", false);
  page.typed = "Head of Nothing";
  page.refusal = "the directory has no post of this name, or more than one: write it with its organisation, as its page has it";
  return page;
}

Definition shops() {
  return definition_of(R"json({
 "fields": [
  {"name": "name", "title": "Name", "type": "string", "constraints": {"required": true}, "makegood": {"title_cy": "Enw", "public": true}},
  {"name": "trade", "title": "Trade", "type": "string", "makegood": {"title_cy": "Crefft", "frame": "trade", "public": true}},
  {"name": "website", "title": "Website", "type": "string", "format": "uri", "makegood": {"title_cy": "Gwefan", "public": true}}
 ],
 "makegood": {"name": "shops", "title": "Shops", "title_cy": "Siopau", "purpose": "Who trades here.", "purpose_cy": "Pwy sy’n masnachu yma.", "version": 1,
  "lawful": {"controllers": ["Aberllyn Council"]}, "subjects": ["businesses"], "roles": {"submit": [{"role": "anybody"}], "see": [{"role": "coordinator"}]},
  "frames": {"trade": [{"code": "food", "title": "Bakery", "title_cy": "Becws"}, {"code": "cloth", "title": "Draper", "title_cy": "Dilledydd"}]},
  "public": {"when": {"field": "trade", "in": ["food", "cloth"]}}}
})json").value();
}

/// The second page of what two words find, of which there may be more than they find.
PublicRegister many_shops(const Definition& definition) {
  return {.definition = &definition, .list = {{Answers{{"name", "Siop Siân"}, {"trade", "food"}, {"website", "https://siop.example"}}, Answers{{"name", "Hill Drapers"}, {"trade", "cloth"}}}, "2024-01-01 k3v9x2m7qa", kMostFound},
          .may_submit = true, .words = "high street", .after = "2023-01-01 q2r8t4w6ya"};
}

PublicRegister all_shops(const Definition& definition) {
  auto page = many_shops(definition);
  page.words.clear();
  page.after.clear();
  page.list.found = 1'234'567;
  return page;
}

PublicRegister no_shops(const Definition& definition) { return {.definition = &definition, .list = {}, .words = "nobody"}; }

/// One school has returned, one said nil, one is silent after two reminders, one has nobody to ask; a fifth returned unasked.
ReturnsPage returned(const Definition& definition) {
  ReturnsPage page{.definition = &definition, .period = return_period(Every::term, day("2026-03-01")), .lines = {}, .completeness = {4, 2, 1, 2}, .day = day("2026-03-01")};
  const auto asked = day("2026-05-01");
  const auto line = [&](const char* name, ReturnStanding standing) { return ReturnLine{.organisation = name, .standing = standing, .asked = asked, .reminded = {}, .escalated = {}, .why_not = {}}; };
  page.lines = {line("Ferry View Primary School", ReturnStanding::silent), line("Harbour Hill School", ReturnStanding::returned), line("Moel Fawr Nursery", ReturnStanding::returned),
                line("Quay Lane Primary School", ReturnStanding::silent), line("Ty Gwyn School", ReturnStanding::nil)};
  page.lines[0].asked.reset();
  page.lines[0].why_not = "no_post";
  page.lines[1].records = 7;
  page.lines[2].records = 1;
  page.lines[2].expected = false;
  page.lines[3].reminded = page.lines[3].escalated = day("2026-05-11");
  page.lines[3].reminders = 2;
  page.lines[3].may_say_nil = true;
  page.may_ask = true;
  page.ladder = LadderForm{"10 after opening, 7 before closing", "3 before closing", 13, {}, {}};
  return page;
}

ReturnsPage with_days_refused(ReturnsPage page) {
  page.ladder = LadderForm{"4 after opening, 5 after opening", "3 before closing", 13, "reminders", "the reminders \"4 after opening\" and \"5 after opening\" are closer than 3 days"};
  return page;
}

ReturnsPage just_asked(ReturnsPage page) {
  page.letters = 3;
  return page;
}

}  // namespace

std::vector<GalleryPage> register_gallery(Language language) {
  std::vector<GalleryPage> pages;
  const auto definition = test::incidents();
  const auto add = [&](std::string name, const Url& path, auto make, const auto& values) {
    auto site = gallery_site(language, path);
    site.viewer = Viewer{"Coordinator", true, true, "token"};
    pages.push_back({std::move(name), make(values, site)});
  };
  add("register-signals", signals_url(definition.name), signals_page, with_monitor(everything(definition, gallery_today()), "Head of Equality, Aberllyn Council", false));
  add("register-signals-vacant", signals_url(definition.name), signals_page, with_monitor({.definition = &definition, .day = gallery_today(), .watched = 3, .lines = {}}, "Head of Equality, Aberllyn Council", true));
  add("register-signals-refused", signals_url(definition.name), signals_page, refused_monitor({.definition = &definition, .day = gallery_today(), .watched = 3, .lines = {}}));
  add("register-signals-none", signals_url(definition.name), signals_page, SignalsPage{.definition = &definition, .day = gallery_today(), .watched = 3, .lines = {}});
  add("register-signals-nothing-watched", signals_url(definition.name), signals_page, SignalsPage{.definition = &definition, .day = gallery_today(), .watched = 0, .lines = {}});
  add("register-counts", counts_url(definition.name), counts_page, counted(definition));
  add("register-returns", returns_url(definition.name), returns_page, returned(definition));
  add("register-returns-days-refused", returns_url(definition.name), returns_page, with_days_refused(returned(definition)));
  add("register-returns-asked", returns_url(definition.name), returns_page, just_asked(returned(definition)));
  const auto trade = shops();
  add("register-public", register_url(trade.name), public_register_page, all_shops(trade));
  add("register-public-found", register_url(trade.name), public_register_page, many_shops(trade));
  add("register-public-not-found", register_url(trade.name), public_register_page, no_shops(trade));
  return pages;
}

}  // namespace makegood::pages
