// Editions, corrections and summaries: what the public reads beside the plan as it stands today.

#include "html/components/content.h"
#include "pages/document_html.h"
#include "pages/edition_pages.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

Url editions_url(std::string_view slug) { return Url::path({"plans", slug, "editions"}); }
Url edition_url(std::string_view slug, std::string_view name) { return Url::path({"plans", slug, "editions", name}); }

namespace {

std::string period_words(const Site& site, const ReportPeriod& period) {
  if (!period.first) return site.words("report.period_to", {{"last", period.last}});
  return site.words("report.period", {{"first", *period.first}, {"last", period.last}});
}

Html downloads(const Site& site, const Edition& edition) {
  const auto address = site.local(edition_url(edition.plan, edition.name));
  const auto file = [&](const Url& to, std::string_view words) {
    return li(a(cls("govuk-link"), href(to), words, span(cls("govuk-visually-hidden"), ": ", edition_words(site, edition))));
  };
  return ul(cls("mg-links"), file(address.suffixed(".docx"), "Word"), file(address.suffixed(".xlsx"), "Excel"), file(address.suffixed(".html"), "HTML"),
            file(address.suffixed(".md"), "Markdown"), file(address.suffixed(".json"), "JSON"));
}

Html edition_line(const Site& site, const Edition& edition) {
  return li(link_to(site.local(edition_url(edition.plan, edition.name)), edition_words(site, edition)),
            p(cls("mg-item-note"), site.words("editions.frozen", {{"date", edition.frozen}})), downloads(site, edition));
}

}  // namespace

Html held_notice(const Site& site, const std::optional<PublicationHold>& hold) {
  if (!hold) return {};
  const auto until = hold->until ? site.words("editions.held_until", {{"date", *hold->until}}) : site.words("editions.held");
  return govuk::inset_text({.text = join(until, " ", quoted("en", hold->reason))});
}

std::string edition_words(const Site& site, const Edition& edition) {
  auto words = site.words("editions.kind." + std::string(word(edition.spec.kind))) + ", " + period_words(site, edition.period);
  if (edition.spec.scope != ReportScope::whole) words += ", " + site.words("report.scope." + std::string(word(edition.spec.scope)), {{"of", edition.spec.of}});
  if (edition.spec.profile != ReportProfile::none) words += ", " + site.words("report.profile." + std::string(word(edition.spec.profile)));
  return words;
}

Html editions_page(const EditionsPage& page, const Site& site) {
  const auto heading = site.words("editions.heading");
  const auto main = join(span(cls("govuk-caption-l"), lang(page.language), page.plan_title), h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("editions.answer", {{"n", page.editions.size()}})), held_notice(site, page.hold),
                         when(!page.editions.empty(), [&] {
                           return ul(cls("govuk-list govuk-list--spaced"), each(page.editions, [&](const Edition& one) { return edition_line(site, one); }));
                         }),
                         body_text(site.words("editions.note")));
  return frame(site, {.title = heading + ": " + page.plan_title, .trail = {{plan_url(page.slug), page.plan_title, page.language}}}, main);
}

Html edition_page(const EditionPage& page, const Site& site) {
  const auto& edition = page.edition;
  const auto main = join(govuk::inset_text({.text = join(site.words("edition.as_it_stood", {{"date", edition.frozen}}), " ",
                                                         link_to(site.local(plan_url(edition.plan)), site.words("edition.today")))}),
                         downloads(site, edition), document_html(page.document),
                         p(cls("govuk-body"), link_to(site.local("/verify"), site.words("plan.verify"))));
  return frame(site, {.title = edition_words(site, edition) + ": " + page.plan_title,
                      .trail = {{plan_url(edition.plan), page.plan_title, page.language},
                                {editions_url(edition.plan), site.words("editions.heading"), ""}}},
               main);
}

Html corrections_page(const CorrectionsPage& page, const Site& site) {
  const auto heading = site.words("corrections.heading");
  const auto one = [&](const CorrectionsPage::Line& line) {
    return section(h2(cls("govuk-heading-s"), a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.plan_title)),
                   history_list(site, {line.line}, line.slug, line.language));
  };
  const auto main = join(h1(cls("govuk-heading-l"), heading), lead_text(site.words("corrections.answer", {{"n", page.lines.size()}})),
                         each(page.lines, one), body_text(site.words("corrections.note")));
  return frame(site, {.title = heading}, main);
}

Html summaries_section(const Site& site, const std::vector<ItemSummary>& summaries) {
  if (summaries.empty()) return {};
  const auto one = [&](const ItemSummary& summary) {
    Html text;
    for (const auto& line : split(summary.text, '\n'))
      if (!line.empty()) text += p(cls("govuk-body"), line);
    const auto direction = is_right_to_left(summary.language) ? "rtl" : "ltr";
    return join(when(summary.easy_read, [&] { return h3(cls("govuk-heading-s"), site.words("summary.easy_read")); }),
                div(cls("mg-summary"), lang(summary.language), attr("dir", direction), text),
                p(cls("mg-item-note"), site.words("summary.approved", {{"date", summary.day}}), " ", quoted("en", summary.approved_by)));
  };
  return section(attr("aria-labelledby", "summaries"), heading_m(site.words("summary.heading"), "summaries"), each(summaries, one));
}

}  // namespace makegood::pages
