#include "pages/grid_filters.h"

#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/filter_choices.h"
#include "pages/panel_pieces.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

template <class Table, class Words>
FilterItems worded(const Table& table, Words words) {
  FilterItems items;
  for (const auto& row : table) items.push_back({words(row.code), std::string(row.word)});
  return items;
}

Html date_field(const Site& site, const std::string& name, const std::optional<Day>& date) {
  return day_field(site, {.name = name, .legend = site.words("grid.due_" + name), .legend_classes = "", .value = date_fields(date)});
}

Html text_field(const Site& site, const GridPage& page) {
  return govuk::input({.name = "q", .id = "filter-q", .label = {.text = site.words("filter.q")}, .value = page.query.text, .type = "search"});
}

Html saved_row(const Site& site, const GridPage& page, const NamedFilter& filter) {
  const auto url = Url::parse(site.local(grid_url(page.slug)).text() + "?" + filter.query);
  return tr(cls("govuk-table__row"), attr("role", "row"),
            th(cls("govuk-table__header"), attr("scope", "row"), attr("role", "rowheader"),
               url ? a(cls("govuk-link"), href(*url), quoted(page.language, filter.name)) : quoted(page.language, filter.name)),
            td(cls("govuk-table__cell"), attr("role", "cell"),
               form(attr("method", "post"), action(site.local(grid_url(page.slug, "filters"))), csrf_field(site),
                    html::input(attr("type", "hidden"), attr("name", "name"), attr("value", filter.name)),
                    html::input(attr("type", "hidden"), attr("name", "forget"), attr("value", "yes")),
                    govuk::button({.text = join(site.words("grid.forget"), span(cls("govuk-visually-hidden"), ": ", quoted(page.language, filter.name))),
                                   .classes = "govuk-button--secondary mg-inline-button"}))));
}

Html save_form(const Site& site, const GridPage& page) {
  const auto query = query_text(page.query);
  if (query.empty()) return {};
  return form(attr("method", "post"), action(site.local(grid_url(page.slug, "filters"))), attr("novalidate", ""), csrf_field(site),
              html::input(attr("type", "hidden"), attr("name", "query"), attr("value", query)),
              govuk::input({.name = "name", .id = "name", .label = {.text = site.words("grid.filter_name")}, .error_message = fault_of(site, page.faults, "name"),
                            .value = page.filter_name, .classes = "govuk-input--width-20"}),
              govuk::button({.text = site.words("grid.save_filter"), .classes = "govuk-button--secondary"}));
}

}  // namespace

Html hidden_query(const GridQuery& query) {
  return each(pairs_of(query), [](const auto& pair) {
    return when(!pair.second.empty(), [&] { return html::input(attr("type", "hidden"), attr("name", pair.first), attr("value", pair.second)); });
  });
}

Html grid_filters(const Site& site, const GridPage& page) {
  const auto& query = page.query;
  const auto some = [&](std::string_view name, FilterItems items, const std::string& value) {
    return when(!items.empty(), [&] { return filter_picker(site, name, std::move(items), value); });
  };
  const auto fields = form(
      attr("method", "get"), action(site.local(grid_url(page.slug))), cls("mg-filter"), text_field(site, page),
      some("theme", counted_choices(site, page.choices.themes, page.language), query.theme), some("owner", counted_choices(site, page.choices.owners, page.language), query.owner),
      some("partner", counted_choices(site, page.choices.partners, page.language), query.partner), filter_picker(site, "status", status_choices(site), query.status),
      filter_picker(site, "claim", worded(kClaims, [&](Claim c) { return claim_words(site, c); }), query.claim),
      filter_picker(site, "finding", worded(kFounds, [&](Found f) { return found_words(site, f); }), query.finding),
      filter_picker(site, "stage", worded(kStages, [&](Stage s) { return stage_words(site, s); }), query.stage),
      filter_picker(site, "duty", FilterItems{{site.words("grid.duty.named"), "named"}, {site.words("grid.duty.not_named"), "not_named"}}, query.duty),
      date_field(site, "from", query.due_from),
      date_field(site, "to", query.due_to),
      div(cls("govuk-button-group mg-filter__buttons"), govuk::button({.text = site.words("filter.apply")}),
          when(query.narrows(), [&] { return link_to(site.local(grid_url(page.slug)), site.words("filter.clear")); })));
  return govuk::details({.summary_text = site.words(query.narrows() ? "filter.change" : "filter.open"), .text = fields, .open = query.narrows(), .classes = "mg-filters"});
}

Html saved_filters(const Site& site, const GridPage& page) {
  const bool can_save = !query_text(page.query).empty();
  if (page.saved.empty() && !can_save) return {};
  const auto table = when(!page.saved.empty(), [&] {
    return html::table(cls("govuk-table"), attr("role", "table"), caption(cls("govuk-table__caption govuk-table__caption--s"), site.words("grid.saved")),
                       tbody(cls("govuk-table__body"), attr("role", "rowgroup"), each(page.saved, [&](const NamedFilter& f) { return saved_row(site, page, f); })));
  });
  return govuk::details({.summary_text = site.words("grid.saved_count", {{"n", static_cast<int>(page.saved.size())}}), .text = join(table, save_form(site, page)),
                         .open = !page.filter_name.empty()});
}

}  // namespace makegood::pages
