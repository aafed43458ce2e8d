#include "pages/item_file_page.h"

#include "pages/page_parts.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

Html item_file_page(const ItemFilePage& page, const Site& site) {
  const auto heading = site.words("item_file.heading");
  const auto zip = Url::path({"desk", "plans", page.slug, "items", page.item.text, "file"}).suffixed(".zip");
  const auto entries = each(page.entries, [&](const ItemFilePage::Entry& entry) {
    return li(cls("mg-timeline__item"), p(cls("mg-timeline__title"), entry.sequence, ". ", event_words(site, entry.kind)),
              p(cls("mg-timeline__when"), moment(site, entry.at), ", ", quoted(page.language, entry.actor)),
              entry.erased ? p(cls("govuk-body-s"), site.words("history.erased"))
                           : in_scroll(event_words(site, entry.kind), pre(cls("mg-payload"), lang(page.language), entry.payload)));
  });
  const auto main = join(
      span(cls("govuk-caption-l"), quoted(page.language, headline(page.title))), h1(cls("govuk-heading-l"), heading), body_text(site.words("item_file.words")),
      p(cls("govuk-body"), link_to(zip, site.words("item_file.zip"))), body_text(site.words("item_file.drafts", {{"n", page.drafts}})),
      when(!page.evidence.empty(), [&] {
        return join(heading_m(site.words("voice.evidence", {{"n", static_cast<int>(page.evidence.size())}})),
                    ul(cls("govuk-list govuk-list--bullet"), each(page.evidence, [&](const ShownEvidence& one) { return li(evidence_words(site, one)); })));
      }),
      heading_m(site.words("item_file.entries", {{"n", static_cast<int>(page.entries.size())}})), ol(cls("mg-timeline"), entries));
  return frame(site, {.title = heading, .trail = {{plan_url(page.slug), page.plan_title, page.language}, {item_url(page.slug, page.item), headline(page.title), page.language}}}, main);
}

}  // namespace makegood::pages
