// The list of items: a table whose headings sort by a plain link, and which becomes a card an
// item where the screen is narrow (the cells then carry their heading's words).

#include <array>

#include "pages/page_parts.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

struct Column {
  std::string_view key;
  ItemOrder order;
};

constexpr std::array<Column, 4> kSortedColumns = {{{"table.item", ItemOrder::title},
                                             {"table.owner", ItemOrder::owner},
                                             {"table.due", ItemOrder::due},
                                             {"table.status", ItemOrder::status}}};

std::string_view sort_state(const PlanQuery& query, ItemOrder order) {
  if (query.order != order) return "none";
  return query.descending ? "descending" : "ascending";
}

// A second press turns the order round; the page starts again from the first.
Url sort_url(const Site& site, const ItemTable& table, ItemOrder order) {
  PlanQuery query = *table.query;
  query.descending = query.order == order && !query.descending;
  query.order = order;
  query.page = 1;
  return with_query(site.local(plan_url(table.slug)), pairs_of(query)).at("items");
}

Html heading(const Site& site, const ItemTable& table, const Column& column) {
  const auto words = site.words(column.key);
  if (!table.query) return th(cls("govuk-table__header"), attr("scope", "col"), attr("role", "columnheader"), words);
  const auto state = sort_state(*table.query, column.order);
  return th(cls("govuk-table__header"), attr("scope", "col"), attr("role", "columnheader"), attr("aria-sort", state),
            a(cls("govuk-link govuk-link--no-visited-state mg-sort mg-sort--" + std::string(state)),
              href(sort_url(site, table, column.order)), words,
              span(cls("govuk-visually-hidden"), " ", site.words("table.sort." + std::string(state)))));
}

Html plan_link(const Site& site, const ItemTable& table, const ItemRow& row) {
  return a(cls("govuk-link"), href(site.local(plan_url(row.home))), lang(table.language), row.home_title);
}

Html title_cell(const Site& site, const ItemTable& table, const ItemRow& row) {
  return th(cls("govuk-table__header mg-item-title"), attr("scope", "row"), attr("role", "rowheader"),
            when(!row.ref.empty(), join(span(cls("mg-ref"), row.ref), " ")),
            a(cls("govuk-link"), href(site.local(item_url(row.home.empty() ? table.slug : row.home, row.id))), lang(table.language), headline(row.title)),
            p(cls("mg-item-note"), kind_words(site, row.kind),
              when(row.commitments > 0,
                   join(", ", site.words("table.commitments", {{"n", row.commitments}})))),
            when(!row.home.empty(), [&] { return p(cls("mg-item-note"), site.words("table.home"), " ", plan_link(site, table, row)); }));
}

Html due_cell(const Site& site, const ItemTable& table, const ItemRow& row) {
  const auto& due = row.calendar.due;
  return td(card_cell(site.words("table.due")),
            div(when(due.has_value(), [&] { return div(day(site, *due)); }),
                when(row.calendar.follows_parent, [&] { return div(cls("mg-item-note"), site.words("table.follows")); }),
                when(!row.timescale_raw.empty(),
                     [&] { return div(cls("mg-item-note"), "“", quoted(table.language, row.timescale_raw), "”"); }),
                when(!due && row.timescale_raw.empty(), span(cls("mg-absent"), site.words("table.no_date")))));
}

Html owners(const Site& site, const ItemTable& table, const ItemRow& row) {
  if (row.owners.empty() && row.calendar.follows_parent) return span(cls("mg-item-note"), site.words("table.follows"));
  return join(names(site, table.language, row.owners), owner_notes(site, table.language, row.noted, row.owners.size() > 1));
}

// The owner's voice beside the calendar's, in words; and that it is no promise yet.
Html said(const Site& site, const ItemRow& row) {
  return join(when(row.claim.has_value(), [&] { return div(cls("mg-item-note"), site.words("item.owner_reports"), ": ", site.words("claim." + std::string(word(*row.claim)))); }),
              when(row.awaited && row.awaited->day, [&] {
                return div(cls("mg-item-note"), site.words("stage.draft"), ": ",
                           quoted("en", row.awaited->body), " ",
                           site.words("stage.awaited", {{"date", *row.awaited->day}, {"stage", site.words("stage." + std::string(word(row.awaited->stage)))}}));
              }),
              when(row.is_draft, [&] { return div(cls("mg-item-note"), site.words("stage.draft_as_written")); }),
              when(!row.awaited && row.stage != Stage::in_plan, [&] { return div(cls("mg-item-note"), site.words("stage." + std::string(word(row.stage)))); }));
}

Html line(const Site& site, const ItemTable& table, const ItemRow& row) {
  return tr(cls("govuk-table__row"), attr("role", "row"), title_cell(site, table, row),
            td(card_cell(site.words("table.owner")), owners(site, table, row)), due_cell(site, table, row),
            td(card_cell(site.words("table.status")), div(status_tag(site, row.calendar), said(site, row))));
}

}  // namespace

Html item_table(const Site& site, const ItemTable& table) {
  return html::table(
      cls("govuk-table mg-stack"), attr("role", "table"),
      caption(cls("govuk-table__caption govuk-table__caption--s"), table.caption),
      thead(cls("govuk-table__head"), attr("role", "rowgroup"),
            tr(cls("govuk-table__row"), attr("role", "row"),
               each(kSortedColumns, [&](const Column& column) { return heading(site, table, column); }))),
      tbody(cls("govuk-table__body"), attr("role", "rowgroup"),
            each(*table.rows, [&](const ItemRow& row) { return line(site, table, row); })));
}

}  // namespace makegood::pages
