#include "html/components/lists.h"

namespace makegood::html::govuk {
namespace {

Html action_link(const SummaryAction& action, const Content& card_title) {
  const bool says_more = !action.visually_hidden_text.empty() || !card_title.empty();
  return a(classed("govuk-link", action.classes), href(action.href), action.attributes, action.text, when(says_more, [&] {
             return span(cls("govuk-visually-hidden"),
                         when(!action.visually_hidden_text.empty(), [&] { return join(" ", action.visually_hidden_text); }),
                         when(!card_title.empty(), [&] { return join(" (", card_title, ")"); }));
           }));
}

// One action stands alone, several in a list.
Html row_actions(const SummaryRow& row, const Content& card_title) {
  if (row.actions.empty()) return {};
  const auto around = classed("govuk-summary-list__actions", row.actions_classes);
  if (row.actions.size() == 1) return dd(around, action_link(row.actions.front(), card_title));
  return dd(around, ul(cls("govuk-summary-list__actions-list"), each(row.actions, [&](const SummaryAction& action) {
                         return li(cls("govuk-summary-list__actions-list-item"), action_link(action, card_title));
                       })));
}

Html card_actions(const SummaryCard& card) {
  if (card.actions.empty()) return {};
  const auto around = classed("govuk-summary-card__actions", card.actions_classes);
  if (card.actions.size() == 1) return div(around, action_link(card.actions.front(), card.title));
  return ul(around, each(card.actions, [&](const SummaryAction& action) {
              return li(cls("govuk-summary-card__action"), action_link(action, card.title));
            }));
}

Html summary_card(const SummaryCard& card, const Html& list) {
  return div(classed("govuk-summary-card", card.classes), card.attributes,
             div(cls("govuk-summary-card__title-wrapper"), when(!card.title.empty(), [&] {
                   return heading_of(card.heading_level, classed("govuk-summary-card__title", card.title_classes), card.title);
                 }),
                 card_actions(card)),
             div(cls("govuk-summary-card__content"), list));
}

Attributes spans(const TableCell& cell) {
  return (cell.colspan > 0 ? attr("colspan", cell.colspan) : Attributes()) +
         (cell.rowspan > 0 ? attr("rowspan", cell.rowspan) : Attributes()) + cell.attributes;
}

std::string formatted(std::string_view base, const TableCell& cell) {
  return names({base, cell.format.empty() ? std::string() : std::string(base) + "--" + cell.format, cell.classes});
}

Html table_row(const std::vector<TableCell>& row, bool first_is_header) {
  Html cells;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const auto& cell = row[i];
    if (i == 0 && first_is_header)
      cells += th(attr("scope", "row"), classed("govuk-table__header", cell.classes), spans(cell), cell.text);
    else
      cells += td(cls(formatted("govuk-table__cell", cell)), spans(cell), cell.text);
  }
  return tr(cls("govuk-table__row"), cells);
}

Html task_of(const TaskListItem& item, const std::string& base) {
  const auto hint_id = base + "-hint", status_id = base + "-status";
  const auto described_by = names({item.hint.empty() ? "" : std::string_view(hint_id), status_id});
  const Html name = item.href.empty() ? div(attr_if("class", item.title_classes), item.title)
                                      : a(classed("govuk-link govuk-task-list__link", item.title_classes), href(item.href),
                                          attr("aria-describedby", described_by), item.title);
  const Html status = item.status_tag.text.empty() ? join(item.status) : tag(item.status_tag);
  return li(cls(names({"govuk-task-list__item", item.href.empty() ? "" : "govuk-task-list__item--with-link", item.classes})),
            div(cls("govuk-task-list__name-and-hint"), name,
                when(!item.hint.empty(), [&] { return div(id(hint_id), cls("govuk-task-list__hint"), item.hint); })),
            div(classed("govuk-task-list__status", item.status_classes), id(status_id), status));
}

}  // namespace

Html summary_list(const SummaryListParams& params) {
  bool any_actions = false;
  for (const auto& row : params.rows) any_actions = any_actions || !row.actions.empty();
  const Content card_title = params.card ? params.card->title : Content();
  const auto rows = each(params.rows, [&](const SummaryRow& row) {
    const bool bare = any_actions && row.actions.empty();
    return div(cls(names({"govuk-summary-list__row", bare ? "govuk-summary-list__row--no-actions" : "", row.classes})),
               dt(classed("govuk-summary-list__key", row.key.classes), row.key.text),
               dd(classed("govuk-summary-list__value", row.value.classes), row.value.text), row_actions(row, card_title));
  });
  const auto list = dl(classed("govuk-summary-list", params.classes), params.attributes, rows);
  return params.card ? summary_card(*params.card, list) : list;
}

Html table(const TableParams& params) {
  const auto head = each(params.head, [](const TableCell& cell) {
    return th(attr("scope", "col"), cls(formatted("govuk-table__header", cell)), spans(cell), cell.text);
  });
  return html::table(
      classed("govuk-table", params.classes), params.attributes,
      when(!params.caption.empty(), [&] { return caption(classed("govuk-table__caption", params.caption_classes), params.caption); }),
      when(!head.empty(), [&] { return thead(cls("govuk-table__head"), tr(cls("govuk-table__row"), head)); }),
      tbody(cls("govuk-table__body"), each(params.rows, [&](const std::vector<TableCell>& row) {
              return table_row(row, params.first_cell_is_header);
            })));
}

Html task_list(const TaskListParams& params) {
  Html items;
  for (std::size_t i = 0; i < params.items.size(); ++i)
    items += task_of(params.items[i], params.id_prefix + "-" + std::to_string(i + 1));
  return ul(classed("govuk-task-list", params.classes), params.attributes, items);
}

}  // namespace makegood::html::govuk
