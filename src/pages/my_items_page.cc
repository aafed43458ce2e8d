// What is mine to report on? The plans in which a signed-in owner has something open.

#include "pages/page_parts.h"
#include "pages/pieces.h"
#include "pages/reply_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

Html plan_line(const Site& site, const MyItemsPage::OfPlan& plan) {
  std::vector<std::string> facts = {site.words("my_items.items", {{"n", plan.items}})};
  if (plan.begun > 0) facts.push_back(site.words("my_items.begun", {{"n", plan.begun}}));
  if (plan.closes) facts.push_back(site.words("my_items.until", {{"date", *plan.closes}}));
  return li(a(cls("govuk-link govuk-!-font-weight-bold"), href(site.local(my_items_url(plan.slug))), lang(plan.language), plan.title),
            p(cls("mg-item-note"), site.words.list(facts), "."));
}

}  // namespace

Url my_items_url(std::string_view slug) { return Url::path({"my-items", slug}); }

Html my_items_page(const MyItemsPage& page, const Site& site) {
  const auto heading = site.words("my_items.heading");
  int items = 0;
  for (const auto& plan : page.plans) items += plan.items;
  const auto main = join(h1(cls("govuk-heading-l"), heading), lead_text(site.words("my_items.answer", {{"n", items}})),
                         ul(cls("govuk-list govuk-list--spaced"), each(page.plans, [&](const MyItemsPage::OfPlan& plan) { return plan_line(site, plan); })),
                         body_text(site.words("my_items.none")));
  return frame(site, {.title = heading}, main);
}

}  // namespace makegood::pages
