// A plan as a tracker: cover, contents, notes, then a sheet for each kind of thing.
#include "report/item_cells.h"
#include "report/report.h"

namespace makegood {
namespace {

using Rows = std::vector<std::vector<SheetValue>>;

Sheet sheet(std::string name, std::vector<std::string> lines) { return {std::move(name), std::move(lines), {}}; }

SheetTable table_of(std::string name, std::initializer_list<std::string_view> header, Rows rows) {
  SheetTable table;
  table.name = std::move(name);
  for (const auto heading : header) table.header.emplace_back(heading);
  table.rows = std::move(rows);
  return table;
}

Sheet cover(const Plan& plan, Day today) {
  auto out = sheet("Cover", {plan.title, "The plan as it stood on " + today.in_words() + ", written by Makegood."});
  Rows rows = {{std::string(kTitleFact), as_text(plan.title)}};
  if (!plan.organisation.empty()) rows.push_back({std::string(kOrganisationFact), as_text(plan.organisation)});
  if (!plan.context.empty()) rows.push_back({std::string(kContextFact), as_text(plan.context)});
  const auto stated = stated_settings(plan.settings);
  for (const auto& setting : kSettings)
    if (const auto found = stated.find(std::string(setting.code)); found != stated.end()) rows.push_back({std::string(setting.fact), found->second});
  out.tables.push_back(table_of("Facts", {kFactHeading, kFactValueHeading}, std::move(rows)));
  return out;
}

Sheet contents(const Workbook& book) {
  auto out = sheet("Contents", {"Contents"});
  Rows rows;
  for (const auto& other : book.sheets)
    if (!other.lines.empty()) rows.push_back({other.name, other.name == "Cover" ? std::string("What plan this is") : other.lines.front()});
  out.tables.push_back(table_of("Contents", {kSheetHeading, kSheetMeaningHeading}, std::move(rows)));
  return out;
}

Sheet notes(const std::vector<Field>& fields) {
  auto out = sheet("Notes", {"What each column means, and how the calendar's word is worked out",
                             "A cell may hold several names, dates or links, one a line. An empty cell: the plan does not say.",
                             "To change a date, change the timescale; or write the date and, in \"Dates from\", the word person."});
  for (const auto& rule : kRules) out.lines.push_back(in_words(Field::rule, std::string(rule.code)) + ": " + std::string(rule.meaning) + ".");
  Rows rows;
  for (const auto field : fields) rows.push_back({std::string(name_of(field).heading), std::string(name_of(field).meaning)});
  out.tables.push_back(table_of("Columns", {kNoteHeading, kNoteMeaningHeading}, std::move(rows)));
  return out;
}

std::vector<Field> fields_of(const ItemCells& cells) {
  std::vector<Field> fields;
  for (const auto& name : kOwnFields) {
    bool used = name.field == Field::kind || name.field == Field::title;
    for (const auto& item : cells.plan().items) used = used || !cells.values(item, name.field).empty();
    if (used && name.field != Field::id && name.field != Field::unit) fields.push_back(name.field);
  }
  fields.push_back(Field::id);
  return fields;
}

SheetValue value_of(const ItemCells& cells, const Item& item, Field field) {
  auto all = cells.values(item, field);
  if (all.empty()) return std::string();
  if (name_of(field).form == FieldForm::date)
    if (const auto day = Day::parse(all.front())) return *day;
  if (field == Field::days) return static_cast<double>(cells.rules().of(item).days.value_or(0));
  for (auto& value : all) value = as_text(in_words(field, value));
  return join(all, "\n");
}

double width_of(Field field) {
  switch (field) {
    case Field::title: case Field::detail: case Field::progress: return 60;
    case Field::owners: case Field::partners: case Field::lead_authority: case Field::theme: case Field::evidence: case Field::condition: return 30;
    case Field::timescale: case Field::status: case Field::approval: return 24;
    default: return 16;
  }
}

Sheet items(const ItemCells& cells, const std::vector<Field>& fields) {
  auto out = sheet("Items", {"Recommendations, actions and commitments"});
  SheetTable table{"Items", {}, {}, {}};
  for (const auto field : fields) {
    table.header.emplace_back(name_of(field).heading);
    table.widths.push_back(width_of(field));
  }
  for (const auto& item : cells.plan().items) {
    std::vector<SheetValue> row;
    for (const auto field : fields) row.push_back(value_of(cells, item, field));
    table.rows.push_back(std::move(row));
  }
  out.tables.push_back(std::move(table));
  return out;
}

Sheet themes(const ItemCells& cells) {
  auto out = sheet("Themes", {"Themes, and which of them stand under another"});
  Rows rows;
  for (const auto& theme : cells.plan().themes)
    rows.push_back({as_text(cells.theme_label(theme.id)), as_text(theme.title), as_text(cells.theme_label(theme.parent))});
  out.tables.push_back(table_of("Themes", {kThemeHeading, kThemeTitleHeading, kThemeParentHeading}, std::move(rows)));
  return out;
}

Sheet indicators(const ItemCells& cells) {
  auto out = sheet("Indicators", {"What the plan says that it will be measured by"});
  Rows rows;
  for (const auto& indicator : cells.plan().indicators)
    rows.push_back({as_text(indicator.text), as_text(indicator.unit), as_text(cells.theme_label(indicator.theme))});
  out.tables.push_back(table_of("Indicators", {kIndicatorHeading, kUnitHeading, kThemeHeading}, std::move(rows)));
  return out;
}

}  // namespace

Workbook plan_workbook(const Plan& plan, const RuleBook& rules) {
  const ItemCells cells(plan, rules);
  const auto fields = fields_of(cells);
  Workbook book;
  book.title = plan.title;
  book.profile = kOwnProfile;
  book.sheets = {cover(plan, rules.today()), notes(fields), items(cells, fields)};
  if (!plan.themes.empty()) book.sheets.push_back(themes(cells));
  if (!plan.indicators.empty()) book.sheets.push_back(indicators(cells));
  book.sheets.insert(book.sheets.begin() + 1, contents(book));
  return book;
}

}  // namespace makegood
