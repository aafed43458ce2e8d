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

std::string figure_words(const Site& site, double value, std::string_view unit) {
  const bool whole = value == static_cast<double>(static_cast<std::int64_t>(value));
  const auto number = whole && unit != "percent" ? site.words.number(static_cast<std::int64_t>(value)) : site.words.number(value, 1);
  if (unit == "percent") return site.words("indicator.percent", {{"number", number}});
  if (unit.empty() || unit == "count" || unit == "percent-or-count") return number;
  return number + " " + std::string(unit);
}

std::string period_words(const Site& site, const IndicatorValue& value) {
  if (value.first == value.last) return site.words.date(value.first);
  return site.words("indicator.period", {{"first", value.first}, {"last", value.last}});
}

std::string target_words(const Site& site, const IndicatorTerms& terms) {
  if (terms.target_kind == TargetKind::none || !terms.target) return site.words("indicator.no_target");
  const auto key = "indicator.target." + std::string(word(terms.target_kind));
  const auto number = terms.target_kind == TargetKind::value || terms.target_kind == TargetKind::share_of_population
                          ? figure_words(site, *terms.target, terms.unit)
                          : site.words.number(*terms.target, 1);
  auto said = site.words(key, {{"number", number}});
  if (terms.target_day) said += " " + site.words("indicator.target_by", {{"date", *terms.target_day}});
  return said + ".";
}

}  // namespace makegood::pages
