// What changed between two versions, and which versions there are: for everybody.

#include "pages/change_pieces.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

// A version that is called after its day: the day in words.
Value in_words(const std::string& version) {
  if (const auto day = Day::parse(version); day) return *day;
  return version;
}

}  // namespace

Url versions_url(std::string_view slug) { return Url::path({"plans", slug, "changes"}); }
Url changes_url(std::string_view slug, std::string_view from, std::string_view to) {
  return Url::path({"plans", slug, "changes", std::string(from) + ".." + std::string(to)});
}

Html changes_page(const ChangesPage& page, const Site& site) {
  const ChangeGroups groups{&page.lines, &page.themes, page.language, page.slug};
  const auto heading = site.words("changes.heading", {{"from", in_words(page.from)}, {"to", in_words(page.to)}});
  const auto address = changes_url(page.slug, page.from, page.to);
  const auto main = join(span(cls("govuk-caption-l"), lang(page.language), page.plan_title), h1(cls("govuk-heading-l"), heading),
                         change_summary(site, groups), change_groups(site, groups), heading_m(site.words("plan.download"), "download"),
                         ul(cls("govuk-list"), li(link_to(address.suffixed(".csv"), site.words("plan.csv"))),
                            li(link_to(address.suffixed(".json"), site.words("plan.json")))),
                         p(cls("govuk-body"), link_to(site.local(versions_url(page.slug)), site.words("changes.versions"))));
  return frame(site, {.title = heading + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}}},
               main);
}

Html versions_page(const VersionsPage& page, const Site& site) {
  Html versions;
  for (std::size_t i = page.versions.size(); i-- > 0;) {
    const auto& version = page.versions[i];
    versions += li(cls("mg-changes__item"), p(cls("mg-changes__name"), site.words("changes.version", {{"name", in_words(version.called)}})),
                   when(version.adopted.has_value(), [&] { return p(cls("govuk-body-s"), site.words("changes.adopted", {{"date", *version.adopted}})); }),
                   when(version.released.has_value(), [&] { return p(cls("govuk-body-s"), site.words("plan.released", {{"date", *version.released}})); }),
                   when(i > 0, [&] {
                     const auto& before = page.versions[i - 1];
                     return p(cls("govuk-body"), link_to(site.local(changes_url(page.slug, before.called, version.called)),
                                                         site.words("changes.heading", {{"from", in_words(before.called)}, {"to", in_words(version.called)}})));
                   }));
  }
  const auto main = join(span(cls("govuk-caption-l"), lang(page.language), page.plan_title), h1(cls("govuk-heading-l"), site.words("changes.versions_heading")),
                         lead_text(site.words("changes.versions_answer", {{"n", static_cast<int>(page.versions.size())}})),
                         ul(cls("mg-changes"), versions));
  return frame(site, {.title = site.words("changes.versions_heading") + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}}},
               main);
}

}  // namespace makegood::pages
