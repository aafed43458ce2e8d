// Dated entries, newest first: who did what, and what stood there before.

#include <array>

#include "pages/change_pages.h"
#include "pages/change_pieces.h"
#include "pages/follow_pages.h"
#include "pages/public_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

Html changed_field(const Site& site, const FieldChange& change, std::string_view language) {
  return dl(cls("mg-change"), dt(site.words("history.field")), dd(site.words("field." + std::string(word(change.field)))),
            dt(site.words("history.was")), dd(field_value(site, change.before, language)), dt(site.words("history.now")),
            dd(field_value(site, change.after, language)));
}

Html subject(const Site& site, const HistoryLine& line, std::string_view slug, std::string_view language) {
  if (line.subject.empty()) return {};
  if (line.item.empty()) return join(": ", quoted(language, line.subject));
  return join(": ", a(cls("govuk-link"), href(site.local(item_url(slug, line.item))), lang(language), headline(line.subject)));
}

Html entry(const Site& site, const HistoryLine& line, std::string_view slug, std::string_view language) {
  return li(cls("mg-timeline__item"),
            p(cls("mg-timeline__title"), event_words(site, line.kind), subject(site, line, slug, language)),
            p(cls("mg-timeline__when"), moment(site, line.when),
              when(!line.who.empty(), [&] { return join(", ", site.words("history.by"), " ", quoted("en", line.who)); })),
            when(!line.says.empty() && !line.erased, [&] { return p(cls("govuk-body-s govuk-!-font-weight-bold"), site.words(line.says)); }),
            when(!line.quote.empty() && !line.erased, [&] { return quoted_lines(language, line.quote); }),
            when(line.erased, [&] { return p(cls("govuk-body-s"), site.words("history.erased")); }),
            when(!line.erased, [&] {
              return each(line.changes, [&](const FieldChange& one) { return changed_field(site, one, language); });
            }),
            when(!line.reason.empty() && !line.erased, [&] {
              return p(cls("govuk-body-s"), site.words("history.because"), " ", quoted(language, line.reason));
            }));
}

}  // namespace

// An entry of a kind that has no sentence yet is shown by its own name.
std::string event_words(const Site& site, const std::string& kind) {
  const auto key = "history." + replace_all(kind, ".", "_");
  return site.words.has(key) ? site.words(key) : site.words("history.other", {{"kind", kind}});
}

Html history_list(const Site& site, const std::vector<HistoryLine>& lines, std::string_view slug, std::string_view language) {
  return ol(cls("mg-timeline"),
            each(lines, [&](const HistoryLine& line) { return entry(site, line, slug, language); }));
}

Html history_page(const HistoryPage& page, const Site& site) {
  const auto main = join(
      span(cls("govuk-caption-l"), lang(page.language), page.plan_title, when(!page.about_title.empty(), [&] { return join(": ", headline(page.about_title)); })),
      h1(cls("govuk-heading-l"), site.words("history.heading")),
      p(cls("govuk-body"), site.words("history.answer", {{"n", static_cast<int>(page.lines.size())}}), " ",
        link_to(site.local("/verify"), site.words("plan.verify"))),
      p(cls("govuk-body"), link_to(feed_url(page.slug, page.about.empty() ? "plan" : page.about), site.words("plan.atom"))),
      when(page.is_public, [&] { return p(cls("govuk-body"), link_to(site.local(follow_url(page.slug, page.about)), site.words("follow.link"))); }),
      p(cls("govuk-body"), link_to(site.local(versions_url(page.slug)), site.words("changes.link"))),
      page.lines.empty() ? body_text(site.words("history.none"))
                         : history_list(site, page.lines, page.slug, page.language));
  return frame(site, {.title = site.words("history.heading") + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}}},
               main);
}

}  // namespace makegood::pages
