// Which items change, and how? One table, one form: tick, say what is to stand there, look at what will
// change, then change it.

#include <algorithm>
#include <array>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/grid_filters.h"
#include "pages/page_parts.h"
#include "pages/paging.h"
#include "pages/panel_pieces.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

constexpr auto kGridColumns = std::to_array<std::string_view>(
    {"grid.choose", "table.item", "grid.people", "table.due", "table.status", "item.owner_reports", "item.panel_finds", "grid.stage"});

bool is_ticked(const GridPage& page, const ItemId& id) {
  return std::find(page.form.items.begin(), page.form.items.end(), id.text) != page.form.items.end();
}

Html tick(const Site& site, const GridPage& page, const GridRow& row) {
  const auto field = "item-" + row.id.text;
  return td(card_cell(site.words("grid.choose")),
            div(cls("govuk-checkboxes govuk-checkboxes--small"), attr("data-module", "govuk-checkboxes"),
                div(cls("govuk-checkboxes__item"),
                    html::input(cls("govuk-checkboxes__input"), id(field), attr("name", "item"), attr("type", "checkbox"), attr("value", row.id.text),
                                flag("checked", is_ticked(page, row.id))),
                    html::label(cls("govuk-label govuk-checkboxes__label"), attr("for", field),
                                span(cls("govuk-visually-hidden"), site.words("grid.choose_item"), " ", quoted(page.language, row.ref.empty() ? headline(row.title) : row.ref))))));
}

Html item_cell(const Site& site, const GridPage& page, const GridRow& row) {
  return th(cls("govuk-table__header"), attr("scope", "row"), attr("role", "rowheader"), when(!row.ref.empty(), join(span(cls("mg-ref"), row.ref), " ")),
            a(cls("govuk-link"), href(site.local(item_url(page.slug, row.id))), lang(page.language), headline(row.title)),
            when(!row.theme.empty(), [&] { return p(cls("mg-item-note"), quoted(page.language, row.theme)); }), duty_note(site, row.duty, page.language));
}

Html people(const Site& site, const GridPage& page, const GridRow& row) {
  return join(names(site, page.language, row.owners), owner_notes(site, page.language, row.noted, row.owners.size() > 1),
              when(!row.partners.empty(), [&] { return p(cls("mg-item-note"), site.words("grid.with"), " ", quoted(page.language, makegood::join(row.partners, ", "))); }));
}

Html due(const Site& site, const GridPage& page, const GridRow& row) {
  const auto& date = row.calendar.due;
  return join(when(date.has_value(), [&] { return div(day(site, *date)); }),
              when(!row.timescale_raw.empty(), [&] { return div(cls("mg-item-note"), "“", quoted(page.language, row.timescale_raw), "”"); }),
              when(!date && row.timescale_raw.empty(), span(cls("mg-absent"), site.words("table.no_date"))));
}

Html found(const Site& site, const GridRow& row) {
  return join(found_words(site, row.found), when(row.held, [&] { return div(cls("mg-item-note"), site.words("panel.held")); }));
}

Html line(const Site& site, const GridPage& page, const GridRow& row) {
  return tr(cls("govuk-table__row"), attr("role", "row"), tick(site, page, row), item_cell(site, page, row), td(card_cell(site.words("grid.people")), div(people(site, page, row))),
            td(card_cell(site.words("table.due")), div(due(site, page, row))), td(card_cell(site.words("table.status")), status_tag(site, row.calendar)),
            td(card_cell(site.words("item.owner_reports")), claim_words(site, row.claim)), td(card_cell(site.words("item.panel_finds")), div(found(site, row))),
            td(card_cell(site.words("grid.stage")), stage_words(site, row.stage)));
}

std::string caption_words(const Site& site, const GridPage& page) {
  if (page.pages > 1) return site.words("plan.showing_page", {{"n", page.matched}, {"page", page.page}, {"pages", page.pages}});
  return site.words(page.query.narrows() ? "plan.showing_some" : "plan.showing_all", {{"n", page.matched}});
}

Html table_of(const Site& site, const GridPage& page) {
  const auto head = each(kGridColumns, [&](std::string_view key) { return th(cls("govuk-table__header"), attr("scope", "col"), attr("role", "columnheader"), site.words(key)); });
  return html::table(cls("govuk-table mg-stack mg-grid"), id("rows"), attr("role", "table"), attr("tabindex", "-1"),
                     caption(cls("govuk-table__caption govuk-table__caption--s"), caption_words(site, page)),
                     thead(cls("govuk-table__head"), attr("role", "rowgroup"), tr(cls("govuk-table__row"), attr("role", "row"), head)),
                     tbody(cls("govuk-table__body"), attr("role", "rowgroup"), each(page.rows, [&](const GridRow& row) { return line(site, page, row); })));
}

Html everything(const Site& site, const GridPage& page) {
  return div(cls("govuk-form-group"),
             div(cls("govuk-checkboxes govuk-checkboxes--small"), attr("data-module", "govuk-checkboxes"),
                 div(cls("govuk-checkboxes__item"),
                     html::input(cls("govuk-checkboxes__input"), id("everything"), attr("name", "everything"), attr("type", "checkbox"), attr("value", "yes"),
                                 flag("checked", page.form.everything)),
                     html::label(cls("govuk-label govuk-checkboxes__label"), attr("for", "everything"), site.words("grid.everything", {{"n", page.matched}})))));
}

Html names_field(const Site& site, const GridPage& page, const std::string& name, const std::string& value) {
  return govuk::textarea({.name = name,
                          .label = {.text = site.words("grid." + name), .classes = "govuk-label--s"},
                          .hint = govuk::HintParams{.text = site.words("grid.hint." + name)},
                          .error_message = fault_of(site, page.faults, name),
                          .value = value,
                          .rows = 2,
                          .attributes = lang(page.language)});
}

Html theme_field(const Site& site, const GridPage& page) {
  if (page.choices.themes.empty()) return {};
  std::vector<govuk::SelectItem> themes = {{site.words("grid.theme.keep"), ""}};
  for (const auto& theme : page.choices.themes) themes.push_back({.text = shorten(theme.label, 80), .value = theme.value, .attributes = lang(page.language)});
  return govuk::select({.name = "new_theme", .label = {.text = site.words("grid.theme"), .classes = "govuk-label--s"}, .items = std::move(themes), .value = page.form.theme});
}

// What the statutory reports say of the items; folded away, for it is set once and seldom again.
Html duty_fields(const Site& site, const GridPage& page) {
  const auto& form = page.form;
  const auto limb = [&](const char* value) {
    return govuk::ChoiceItem{.value = value, .text = site.words("report.limb." + std::string(value)), .checked = std::find(form.limbs.begin(), form.limbs.end(), value) != form.limbs.end()};
  };
  return govuk::details(
      {.summary_text = site.words("grid.duty"),
       .text = join(govuk::input({.name = "objective", .id = "objective", .label = {.text = site.words("words.field.objective"), .classes = "govuk-label--s"},
                                  .hint = govuk::HintParams{.text = site.words("grid.hint.objective")}, .error_message = fault_of(site, page.faults, "objective"),
                                  .value = form.objective, .attributes = lang(page.language)}),
                    govuk::checkboxes({.name = "limb", .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("words.field.limb"), .classes = "govuk-fieldset__legend--s"}},
                                       .hint = govuk::HintParams{.text = site.words("grid.hint.limb")}, .items = {limb("a"), limb("b"), limb("c")}}),
                    govuk::checkboxes({.name = "clear_duty", .items = {{.value = "yes", .text = site.words("grid.clear_duty"), .checked = form.clear_duty}}})),
       .open = !form.objective.empty() || !form.limbs.empty() || form.clear_duty || fault_of(site, page.faults, "objective").has_value()});
}

Html what_to_change(const Site& site, const GridPage& page) {
  const auto fields = join(
      body_text(site.words("grid.what_note")), names_field(site, page, "owners", page.form.owners), names_field(site, page, "partners", page.form.partners),
      theme_field(site, page),
      govuk::input({.name = "redate", .label = {.text = site.words("grid.redate"), .classes = "govuk-label--s"},
                    .hint = govuk::HintParams{.text = site.words("grid.hint.redate")}, .error_message = fault_of(site, page.faults, "redate"),
                    .value = page.form.redate, .classes = "govuk-input--width-20", .attributes = lang(page.language)}),
      duty_fields(site, page),
      govuk::textarea({.name = "reason", .label = {.text = site.words("form.reason"), .classes = "govuk-label--s"},
                       .hint = govuk::HintParams{.text = site.words("grid.hint.reason")}, .error_message = fault_of(site, page.faults, "reason"),
                       .value = page.form.reason, .rows = 2, .attributes = lang(page.language)}),
      govuk::button({.text = site.words("grid.preview"), .prevent_double_click = true}));
  return section(attr("aria-labelledby", "what"), heading_m(site.words("grid.what"), "what"), fields);
}

Html done(const Site& site, const GridPage& page) {
  if (page.changed == 0) return {};
  return govuk::notification_banner({.text = site.words("grid.done", {{"n", page.changed}}), .title_text = site.words("grid.done.title"), .success = true});
}

Html grid_form(const Site& site, const GridPage& page) {
  if (page.rows.empty()) return body_text(site.words("plan.none_match"));
  const auto all = with_query(site.local(grid_url(page.slug)), pairs_of(page.query)).with("all", "yes").at("rows");
  return form(attr("method", "post"), action(site.local(grid_url(page.slug, "preview"))), attr("novalidate", ""), csrf_field(site), hidden_query(page.query),
              p(cls("govuk-body"), link_to(all, site.words("grid.tick_all", {{"n", static_cast<int>(page.rows.size())}})), " · ",
                link_to(Url::fragment("what"), site.words("grid.to_what"))),
              table_of(site, page), everything(site, page), what_to_change(site, page));
}

}  // namespace

Html grid_page(const GridPage& page, const Site& site) {
  const auto main = join(fault_summary(site, page.faults, page.refusal), done(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)),
                         h1(cls("govuk-heading-l"), site.words("grid.heading")), grid_filters(site, page), saved_filters(site, page), grid_form(site, page),
                         paging(site, page.page, page.pages, [&](int number) {
                           auto query = page.query;
                           query.page = number;
                           return with_query(site.local(grid_url(page.slug)), pairs_of(query)).at("rows");
                         }));
  return frame(site, {.title = site.words("grid.heading") + ": " + page.plan_title,
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}},
                      .has_errors = !page.faults.empty() || !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
