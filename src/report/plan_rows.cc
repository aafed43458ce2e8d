// CSV has one table: what is not an item stands below the items, in rows of other kinds.
#include "report/item_cells.h"
#include "report/report.h"

namespace makegood {
namespace {

using Cells = std::vector<std::string>;

Cells header() {
  Cells row;
  for (const auto& name : kOwnFields) row.emplace_back(name.code);
  return row;
}

Cells row_of(const ItemCells& cells, const Item& item) {
  Cells row;
  for (const auto& name : kOwnFields) {
    const auto values = cells.values(item, name.field);
    row.push_back(spreadsheet_safe(name.form == FieldForm::list ? join_list(values) : values.empty() ? std::string() : values.front()));
  }
  return row;
}

Cells row_of(const std::map<Field, std::string>& values) {
  Cells row;
  for (const auto& name : kOwnFields) {
    const auto found = values.find(name.field);
    row.push_back(found == values.end() ? std::string() : spreadsheet_safe(found->second));
  }
  return row;
}

void add_rest(const ItemCells& cells, std::vector<Cells>& rows) {
  const auto& plan = cells.plan();
  for (const auto& indicator : plan.indicators)
    rows.push_back(row_of({{Field::id, indicator.id.text}, {Field::kind, "indicator"}, {Field::theme, cells.theme_label(indicator.theme)},
                           {Field::title, indicator.text}, {Field::unit, indicator.unit}}));
  for (const auto& theme : plan.themes)
    rows.push_back(row_of({{Field::id, theme.id.text}, {Field::kind, "theme"}, {Field::parent, cells.theme_label(theme.parent)},
                           {Field::theme, cells.theme_label(theme.id)}, {Field::title, theme.title}}));
  rows.push_back(row_of({{Field::id, "plan"}, {Field::kind, "plan"}, {Field::title, plan.title}, {Field::detail, plan.context},
                         {Field::owners, plan.organisation.empty() ? std::string() : join_list({plan.organisation})}}));
  for (const auto& [code, value] : stated_settings(plan.settings))
    rows.push_back(row_of({{Field::id, code}, {Field::kind, "setting"}, {Field::title, code}, {Field::detail, value}}));
}

}  // namespace

std::vector<Cells> plan_rows(const Plan& plan, const RuleBook& rules) {
  const ItemCells cells(plan, rules);
  std::vector<Cells> rows = {header()};
  for (const auto& item : plan.items) rows.push_back(row_of(cells, item));
  add_rest(cells, rows);
  return rows;
}

std::vector<Cells> item_rows(const Plan& plan, const Item& item, const RuleBook& rules) {
  const ItemCells cells(plan, rules);
  std::vector<Cells> rows = {header(), row_of(cells, item)};
  for (const auto* child : children_of(plan, item.id)) rows.push_back(row_of(cells, *child));
  return rows;
}

}  // namespace makegood
