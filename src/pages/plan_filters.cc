#include "pages/plan_filters.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/paging.h"

namespace makegood::pages {

using namespace html;

namespace {

using Items = std::vector<govuk::SelectItem>;

Html picker(const Site& site, std::string_view name, Items choices, const std::string& value) {
  const auto words = std::string("filter.") + std::string(name);
  choices.insert(choices.begin(), govuk::SelectItem{site.words(words + ".any"), ""});
  return govuk::select({.name = std::string(name),
                        .id = "filter-" + std::string(name),
                        .label = {.text = site.words(words)},
                        .items = std::move(choices),
                        .value = value,
                        .classes = "mg-filter__select"});
}

// How many items a choice leaves stands beside it, so that nobody picks an empty one.
Items counted(const Site& site, const std::vector<Choice>& choices, const std::string& language) {
  Items items;
  for (const auto& choice : choices)
    items.push_back({.text = site.words("filter.choice", {{"name", shorten(choice.label, 60)}, {"n", choice.count}}),
                     .value = choice.value,
                     .attributes = lang(language)});
  return items;
}

Items kinds(const Site& site, const std::vector<ItemKind>& all) {
  Items items;
  for (const auto kind : all) items.push_back({kind_words(site, kind), std::string(word(kind))});
  return items;
}

Items statuses(const Site& site) {
  Items items;
  for (const auto& rule : kRules) items.push_back({rule_words(site, rule.rule), std::string(rule.code)});
  return items;
}

Items windows(const Site& site) {
  Items items;
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
  const auto some = [&](std::string_view name, Items items, const std::string& value) {
    return when(!items.empty(), [&] { return picker(site, name, std::move(items), value); });
  };
  const auto sorting = sort_value(page.query);
  return form(attr("method", "get"), action(site.local(plan_url(page.slug)).at("items")), cls("mg-filter"),
              text_field(site, page), some("theme", counted(site, choices.themes, language), page.query.theme),
              some("owner", counted(site, choices.owners, language), page.query.owner),
              some("partner", counted(site, choices.partners, language), page.query.partner),
              some("status", statuses(site), page.query.status), some("due", windows(site), page.query.due),
              when(choices.kinds.size() > 1, [&] { return picker(site, "kind", kinds(site, choices.kinds), page.query.kind); }),
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
