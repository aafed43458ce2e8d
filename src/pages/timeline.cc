// What lies ahead first, then what has happened, newest first: every line with its day, in words, and the item it is about.

#include "pages/timeline.h"

#include <algorithm>

#include "pages/change_pieces.h"
#include "pages/edition_pages.h"
#include "pages/page_parts.h"
#include "pages/paging.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string stage_said(const Site& site, const TimelineEntry& entry) { return site.words("stage." + entry.says); }

// What happened, in one clause. An awaited decision whose day has passed is still awaited, and says so.
std::string event(const Site& site, const TimelineEntry& entry, bool is_past) {
  const auto words = [&](std::string_view key) { return site.words("timeline." + std::string(key)); };
  switch (entry.kind) {
    case TimelineKind::edition: return entry.edition == nullptr ? words("edition") : edition_words(site, *entry.edition);
    case TimelineKind::decided: return words("decided") + ": " + stage_said(site, entry);
    case TimelineKind::awaited: return words(is_past ? "awaited_past" : "awaited") + ": " + stage_said(site, entry);
    case TimelineKind::reported: return words("reported") + ": " + site.words("claim." + entry.says);
    case TimelineKind::found: return entry.says == "held" ? words("held") : words("found") + ": " + site.words("found." + entry.says);
    default: return words(word(entry.kind));
  }
}

Html subject(const Site& site, const TimelinePage& page, const TimelineEntry& entry) {
  if (entry.kind == TimelineKind::edition) return p(cls("govuk-body-s"), link_to(site.local(edition_url(page.slug, entry.name)), site.words("timeline.read")));
  if (entry.item.empty()) return p(cls("govuk-body-s"), quoted(page.language, entry.title));
  return p(cls("govuk-body-s"), a(cls("govuk-link"), href(site.local(item_url(entry.home, entry.item))), item_name(page.language, {entry.item, entry.ref, entry.title})));
}

Html moved(const Site& site, const TimelineEntry& entry) {
  const auto date = [&](const std::optional<Day>& one) { return one ? day(site, *one) : span(cls("mg-absent"), site.words("slipped.no_date")); };
  return p(cls("govuk-body-s"), date(entry.from), " ", site.words("slipped.to"), " ", date(entry.to));
}

Html said(const Site& site, const TimelinePage& page, const TimelineEntry& entry) {
  if (entry.text.empty()) return {};
  if (entry.kind == TimelineKind::redated) return p(cls("govuk-body-s"), site.words("history.because"), " ", quoted(page.language, entry.text));
  return quoted_lines(page.language, entry.text);
}

Html line(const Site& site, const TimelinePage& page, const TimelineEntry& entry) {
  const bool is_past = entry.day <= page.timeline.today;
  return li(cls("mg-timeline__item"), p(cls("mg-timeline__title"), event(site, entry, is_past)),
            p(cls("mg-timeline__when"), day(site, entry.day), when(!entry.who.empty(), [&] { return join(", ", quoted("en", entry.who)); })),
            subject(site, page, entry), when(entry.kind == TimelineKind::redated, [&] { return moved(site, entry); }), said(site, page, entry));
}

Html ahead(const Site& site, const TimelinePage& page) {
  const auto& all = page.timeline.ahead;
  const auto shown = std::min<std::size_t>(all.size(), kTimelineAhead);
  const std::vector<TimelineEntry> first(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(shown));
  return section(attr("aria-labelledby", "ahead"), heading_m(site.words("timeline.ahead"), "ahead"),
                 all.empty() ? body_text(site.words("timeline.nothing_ahead")) : ol(cls("mg-timeline"), each(first, [&](const TimelineEntry& one) { return line(site, page, one); })),
                 when(shown < all.size(), [&] { return body_text(site.words("timeline.more_ahead", {{"n", static_cast<int>(all.size() - shown)}})); }),
                 p(cls("govuk-body"), link_to(site.local(Url::path({"plans", page.slug, "calendar.ics"})), site.words("timeline.calendar"))));
}

Html past(const Site& site, const TimelinePage& page) {
  const auto& all = page.timeline.past;
  const int pages = std::max(1, (static_cast<int>(all.size()) + kTimelineLines - 1) / kTimelineLines);
  const int now = std::clamp(page.page, 1, pages);
  const auto from = all.begin() + (now - 1) * kTimelineLines;
  const std::vector<TimelineEntry> lines(from, from + std::min<std::ptrdiff_t>(kTimelineLines, all.end() - from));
  const auto url_of = [&](int number) { return site.local(number == 1 ? timeline_url(page.slug) : timeline_url(page.slug).with("page", std::to_string(number))); };
  return section(attr("aria-labelledby", "past"), heading_m(site.words("timeline.past"), "past"),
                 all.empty() ? body_text(site.words("timeline.nothing_past")) : ol(cls("mg-timeline"), each(lines, [&](const TimelineEntry& one) { return line(site, page, one); })),
                 paging(site, now, pages, url_of));
}

}  // namespace

Url timeline_url(std::string_view slug) { return Url::path({"plans", slug, "timeline"}); }

Html timeline_page(const TimelinePage& page, const Site& site) {
  const auto heading = site.words("timeline.heading");
  const auto main = join(span(cls("govuk-caption-l"), lang(page.language), page.plan_title), h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("timeline.answer", {{"past", static_cast<int>(page.timeline.past.size())},
                                                                                {"ahead", static_cast<int>(page.timeline.ahead.size())},
                                                                                {"date", page.timeline.today}})),
                         ahead(site, page), past(site, page),
                         p(cls("govuk-body"), link_to(timeline_url(page.slug).suffixed(".json"), site.words("plan.json")), " · ",
                           link_to(site.local(history_url(page.slug)), site.words("plan.history"))));
  return frame(site, {.title = heading + ": " + page.plan_title, .trail = {{plan_url(page.slug), page.plan_title, page.language}}}, main);
}

}  // namespace makegood::pages
