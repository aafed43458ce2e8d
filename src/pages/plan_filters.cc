#include "pages/plan_filters.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/filter_choices.h"
#include "pages/paging.h"

namespace makegood::pages {

using namespace html;

namespace {

FilterItems kinds(const Site& site, const std::vector<ItemKind>& all) {
  FilterItems items;
  for (const auto kind : all) items.push_back({kind_words(site, kind), std::string(word(kind))});
  return items;
}

FilterItems windows(const Site& site) {
  FilterItems items;
  for (const auto* window : {"past", "30", "90"})
    items.push_back({site.words(std::string("filter.due.") + window), std::string(window)});
  return items;
}

Html text_field(const Site& site, const PlanPage& page) {
  return govuk::input({.name = "q",
                       .id = "filter-q",
                       .label = {.text = site.words("filter.q")},
                       .value = page.query.text,
                       .type = "search"});
}

Html filter_form(const Site& site, const PlanPage& page) {
  const auto& choices = page.choices;
  const auto& language = page.provenance.language;
  const auto some = [&](std::string_view name, FilterItems items, const std::string& value) {
    return when(!items.empty(), [&] { return filter_picker(site, name, std::move(items), value); });
  };
  const auto sorting = sort_value(page.query);
  return form(attr("method", "get"), action(site.local(plan_url(page.slug)).at("items")), cls("mg-filter"),
              text_field(site, page), some("theme", counted_choices(site, choices.themes, language), page.query.theme),
              some("owner", counted_choices(site, choices.owners, language), page.query.owner),
              some("partner", counted_choices(site, choices.partners, language), page.query.partner),
              some("status", status_choices(site), page.query.status), some("due", windows(site), page.query.due),
              when(choices.kinds.size() > 1, [&] { return filter_picker(site, "kind", kinds(site, choices.kinds), page.query.kind); }),
              when(!sorting.empty(), [&] {
                return html::input(attr("type", "hidden"), attr("name", "sort"), attr("value", sorting));
              }),
              div(cls("govuk-button-group mg-filter__buttons"), govuk::button({.text = site.words("filter.apply")}),
                  when(page.query.narrows(),
                       [&] { return link_to(site.local(plan_url(page.slug)).at("items"), site.words("filter.clear")); })));
}

Url page_url(const Site& site, const PlanPage& page, int number) {
  PlanQuery query = page.query;
  query.page = number;
  return with_query(site.local(plan_url(page.slug)), pairs_of(query)).at("items");
}

}  // namespace

Html plan_pagination(const Site& site, const PlanPage& page) {
  return paging(site, page.page, page.pages, [&](int number) { return page_url(site, page, number); });
}

Html plan_filters(const Site& site, const PlanPage& page) {
  return govuk::details({.summary_text = site.words(page.query.narrows() ? "filter.change" : "filter.open"),
                         .text = filter_form(site, page),
                         .open = page.query.narrows(),
                         .classes = "mg-filters"});
}

}  // namespace makegood::pages
