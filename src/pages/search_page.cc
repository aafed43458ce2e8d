#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/page_parts.h"
#include "pages/public_pages.h"
#include "pages/search_form.h"

namespace makegood::pages {

using namespace html;

namespace {

Html plan_hit(const Site& site, const PlanLine& line) {
  return li(a(cls("govuk-link"), href(site.local(plan_url(line.slug))), lang(line.language), line.title));
}

Html item_hit(const Site& site, const SearchHit& hit) {
  return li(cls("mg-plan"),
            p(cls("mg-plan__title"), when(!hit.row.ref.empty(), join(span(cls("mg-ref"), hit.row.ref), " ")),
              a(cls("govuk-link"), href(site.local(item_url(hit.slug, hit.row.id))), lang(hit.language), headline(hit.row.title))),
            p(cls("mg-item-note"), kind_words(site, hit.row.kind), " · ", quoted(hit.language, hit.plan_title)),
            status_tag(site, hit.row.calendar));
}

Html answer_line(const Site& site, const SearchPage& page) {
  if (page.text.empty()) return {};
  if (page.total == 0 && page.plans.empty())
    return join(lead_text(site.words("search.nothing", {{"text", page.text}})), body_text(site.words("search.advice")));
  const auto shown = static_cast<int>(page.hits.size());
  return join(lead_text(site.words("search.found", {{"n", page.total}, {"text", page.text}})),
              when(shown < page.total, [&] { return body_text(site.words("search.first", {{"n", shown}})); }),
              when(!page.plans.empty(), [&] {
                return join(heading_m(site.words("home.plans")),
                            ul(cls("govuk-list"), each(page.plans, [&](const PlanLine& line) { return plan_hit(site, line); })));
              }),
              when(!page.hits.empty(), [&] {
                return join(heading_m(site.words("plan.items")),
                            ul(cls("govuk-list mg-plans"), each(page.hits, [&](const SearchHit& hit) { return item_hit(site, hit); })));
              }));
}

}  // namespace

Html search_form(const Site& site, std::string_view text) {
  return form(attr("method", "get"), action(site.local("/search")), attr("role", "search"), cls("mg-search"),
              govuk::input({.name = "q", .id = "search", .label = {.text = site.words("search.label"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("search.hint")}, .value = std::string(text), .type = "search"}),
              govuk::button({.text = site.words("search.button")}));
}

Html search_page(const SearchPage& page, const Site& site) {
  const auto heading = page.text.empty() ? site.words("search.heading") : site.words("search.heading_for", {{"text", page.text}});
  return frame(site, {.title = heading},
               join(h1(cls("govuk-heading-l"), heading), answer_line(site, page), search_form(site, page.text)));
}

}  // namespace makegood::pages
