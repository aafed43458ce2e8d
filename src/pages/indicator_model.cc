// What the page of indicators says, made of the plan and what was measured.

#include <algorithm>

#include "pages/indicator_pages.h"

namespace makegood::pages {
namespace {

std::vector<NamedItem> named_items(const Plan& plan, const std::vector<ItemId>& ids) {
  std::vector<NamedItem> items;
  for (const auto& id : ids)
    if (const auto* item = find_item(plan, id); item != nullptr) items.push_back({item->id, item->ref, item->title});
  return items;
}

}  // namespace

Url indicators_url(std::string_view slug) { return Url::path({"plans", slug, "indicators"}); }
Url indicator_form_url(std::string_view slug, const IndicatorId& id) {
  return Url::path({"desk", "plans", slug, "indicators", id.empty() ? "new" : id.text});
}

IndicatorsPage make_indicators_page(const Plan& plan, const Measured& measured, bool inside, Day today) {
  IndicatorsPage page;
  page.slug = plan.slug;
  page.plan_title = plan.title;
  page.today = today;
  for (auto& terms : all_terms(plan, measured)) {
    IndicatorView view;
    view.withheld = terms.about_people && !inside;
    view.values = values_of(measured, terms.id);
    const auto last = view.values.empty() ? today : std::max(today, view.values.back().last);
    if (!view.withheld) view.paths = target_paths(terms, last);
    view.items = named_items(plan, terms.items);
    view.terms = std::move(terms);
    page.indicators.push_back(std::move(view));
  }
  return page;
}

}  // namespace makegood::pages
