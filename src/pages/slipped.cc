// What slipped, how far, who agreed? First in a sentence, then item by item with every step.

#include "pages/slipped.h"

#include <algorithm>

#include "pages/change_pieces.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

NamedItem named(const Plan& plan, const ItemId& id) {
  const auto* item = find_item(plan, id);
  return item == nullptr ? NamedItem{id, {}, {}} : NamedItem{item->id, item->ref, item->title};
}

Html date_or(const Site& site, const std::optional<Day>& date, std::string_view absent) {
  return date ? day(site, *date) : span(cls("mg-absent"), site.words(absent));
}

std::string distance(const Site& site, const Slippage& slippage) {
  if (!slippage.days) return site.words("slipped.no_distance");
  const int days = *slippage.days;
  if (days == 0) return site.words("slipped.back");
  return days > 0 ? site.words("slipped.later", {{"n", days}}) : site.words("slipped.earlier", {{"n", -days}});
}

// From what to what, whether agreed or put right, by which post, when and why.
Html step(const Site& site, const SlippedPage& page, const Redating& step) {
  const auto on = Day::parse(std::string_view(step.at).substr(0, 10));
  return li(strong(site.words(step.agreed ? "slipped.moved" : "slipped.corrected")), ": ", date_or(site, step.from, "slipped.no_date"), " ",
            site.words("slipped.to"), " ", date_or(site, step.to, "slipped.no_date"),
            p(cls("mg-item-note"), when(on.has_value(), [&] { return join(site.words("slipped.on"), " ", day(site, *on)); }),
              when(!step.who.empty(), [&] { return join(", ", site.words("history.by"), " ", quoted("en", step.who)); })),
            when(!step.reason.empty(), [&] { return p(cls("govuk-body-s"), site.words("history.because"), " ", quoted(page.language, step.reason)); }));
}

Html line(const Site& site, const SlippedPage& page, const SlippedLine& line) {
  const auto& s = line.slippage;
  return li(h3(cls("govuk-heading-s mg-plan__title"), a(cls("govuk-link"), href(site.local(item_url(page.slug, line.item.id))), item_name(page.language, line.item))),
            p(cls("govuk-body"), strong(distance(site, s)), ". ", site.words("slipped.redatings", {{"n", s.redatings}})),
            dl(cls("mg-change"), fact(site, "slipped.original", date_or(site, s.original, "slipped.no_date")),
               fact(site, "slipped.agreed", date_or(site, s.current, "slipped.no_date")),
               when(s.forecast.has_value(), [&] { return fact(site, "slipped.forecast", day(site, *s.forecast)); })),
            when(!s.steps.empty(), [&] { return ol(cls("govuk-list govuk-list--number mg-small"), each(s.steps, [&](const Redating& one) { return step(site, page, one); })); }));
}

Html review(const Site& site, const SlippedPage& page, const ReviewLine& line) {
  const auto& when_due = line.review;
  const auto words = !when_due.day ? site.words("slipped.review_none")
                                   : site.words(when_due.due ? "slipped.review_due" : "slipped.review_next", {{"date", *when_due.day}});
  return li(a(cls("govuk-link"), href(site.local(item_url(page.slug, line.item.id))), item_name(page.language, line.item)),
            p(cls("mg-item-note"), when_due.due ? strong(words) : join(words)));
}

Html answer_line(const Site& site, const SlippedPage& page) {
  if (page.lines.empty()) return lead_text(site.words("slipped.nothing", {{"date", page.today}}));
  return lead_text(site.words("slipped.answer", {{"n", page.later}, {"moved", page.redatings}, {"date", page.today}}));
}

Html reviews_section(const Site& site, const SlippedPage& page) {
  if (page.reviews.empty()) return {};
  return section(attr("aria-labelledby", "reviews"), heading_m(site.words("slipped.reviews"), "reviews"), body_text(site.words("slipped.reviews_note")),
                 ul(cls("govuk-list govuk-list--spaced"), each(page.reviews, [&](const ReviewLine& line) { return review(site, page, line); })));
}

}  // namespace

Url slipped_url(std::string_view slug) { return Url::path({"plans", slug, "slipped"}); }

SlippedPage make_slipped_page(const Plan& plan, const Progress& progress, Day today) {
  SlippedPage page;
  page.slug = plan.slug;
  page.plan_title = plan.title;
  page.today = today;
  for (auto& slippage : slippages(plan, progress)) {
    if (slippage.days.value_or(0) > 0) ++page.later;
    page.redatings += slippage.redatings;
    page.lines.push_back({named(plan, slippage.item), std::move(slippage)});
  }
  std::stable_sort(page.lines.begin(), page.lines.end(), [](const SlippedLine& a, const SlippedLine& b) {
    return b.slippage.days.value_or(0) < a.slippage.days.value_or(0);
  });
  for (auto& one : reviews(plan, progress, today)) page.reviews.push_back({named(plan, one.item), one});
  std::stable_partition(page.reviews.begin(), page.reviews.end(), [](const ReviewLine& r) { return r.review.due; });
  return page;
}

Html slipped_page(const SlippedPage& page, const Site& site) {
  const auto data = slipped_url(page.slug);
  const auto main = join(
      span(cls("govuk-caption-l"), lang(page.language), page.plan_title), h1(cls("govuk-heading-l"), site.words("slipped.heading")), answer_line(site, page),
      when(!page.lines.empty(), [&] {
        return section(attr("aria-labelledby", "slipped"), heading_m(site.words("slipped.items"), "slipped"),
                       ul(cls("govuk-list mg-plans"), each(page.lines, [&](const SlippedLine& one) { return line(site, page, one); })));
      }),
      reviews_section(site, page), p(cls("govuk-body"), site.words("slipped.basis")),
      p(cls("govuk-body"), link_to(data.suffixed(".json"), site.words("plan.json")), " · ", link_to(data.suffixed(".csv"), site.words("plan.csv"))));
  return frame(site, {.title = site.words("slipped.heading") + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}}},
               main);
}

}  // namespace makegood::pages
