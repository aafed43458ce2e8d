#include "pages/gallery_register.h"

#include "pages/register_watch_pages.h"
#include "registers/fixture.h"

namespace makegood::pages {
namespace {

Day day(std::string_view iso) { return *Day::parse(iso); }

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

}  // namespace

std::vector<GalleryPage> register_gallery(Language language) {
  std::vector<GalleryPage> pages;
  const auto definition = test::incidents();
  const auto add = [&](std::string name, const Url& path, auto make, const auto& values) {
    auto site = gallery_site(language, path);
    site.viewer = Viewer{"Coordinator", true, true, "token"};
    pages.push_back({std::move(name), make(values, site)});
  };
  add("register-signals", signals_url(definition.name), signals_page, everything(definition, gallery_today()));
  add("register-signals-none", signals_url(definition.name), signals_page, SignalsPage{.definition = &definition, .day = gallery_today(), .watched = 3, .lines = {}});
  add("register-signals-nothing-watched", signals_url(definition.name), signals_page, SignalsPage{.definition = &definition, .day = gallery_today(), .watched = 0, .lines = {}});
  add("register-counts", counts_url(definition.name), counts_page, counted(definition));
  return pages;
}

}  // namespace makegood::pages
