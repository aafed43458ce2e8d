#include "report/register_workbook.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood {
namespace {

constexpr std::size_t kInRule = 255;  // characters that Excel takes for a list which stands in the rule itself
constexpr std::size_t kLongestHeading = 200;

std::string_view tag(const Words& words) { return words.language() == Language::cy ? "cy" : "en"; }
std::string in(const Words& words, const Bilingual& text) { return text.in(tag(words)); }

/// What a cell says for a choice: its title where the import reads it as this very code, else the code.
std::string cell_for(const Words& words, const Definition& definition, const RegisterField& field, const RegisterChoice& choice) {
  auto title = in(words, choice.title);
  const bool plain = !title.empty() && title.find('\n') == std::string::npos && title.size() <= 250;
  return plain && coded(definition, field, title) == choice.code ? title : choice.code;
}

std::vector<std::string> cells_of(const Words& words, const Definition& definition, const RegisterField& field) {
  std::vector<std::string> cells;
  if (field.type == FieldType::boolean) return {"yes", "no"};
  for (const auto& choice : choices_of(definition, field)) cells.push_back(cell_for(words, definition, field, choice));
  return cells;
}

bool fits_in_rule(const std::vector<std::string>& choices) {
  std::size_t size = 0;
  for (const auto& choice : choices) {
    if (choice.find(',') != std::string::npos) return false;
    size += choice.size() + 1;
  }
  return size <= kInRule;
}

std::string letters(std::size_t column) {
  std::string text;
  for (auto n = column + 1; n > 0; n = (n - 1) / 26) text.insert(text.begin(), static_cast<char>('A' + (n - 1) % 26));
  return text;
}

/// The lists that are too long for a rule, side by side: one column a field.
class Lists {
 public:
  explicit Lists(std::string sheet) : sheet_(std::move(sheet)) {}

  /// The range in which the choices stand.
  std::string add(const std::string& heading, std::vector<std::string> choices) {
    const auto column = letters(columns_.size());
    const auto range = fmt::format("='{}'!${}$2:${}${}", sheet_, column, column, choices.size() + 1);
    headings_.push_back(heading);
    columns_.push_back(std::move(choices));
    return range;
  }
  [[nodiscard]] bool empty() const { return columns_.empty(); }
  [[nodiscard]] SheetTable table() const {
    SheetTable table{"Lists", headings_, {}, {}};
    std::size_t longest = 0;
    for (const auto& column : columns_) longest = std::max(longest, column.size());
    for (std::size_t row = 0; row < longest; ++row) {
      table.rows.emplace_back();
      for (const auto& column : columns_) table.rows.back().emplace_back(row < column.size() ? column[row] : std::string());
    }
    return table;
  }

 private:
  std::string sheet_;
  std::vector<std::string> headings_;
  std::vector<std::vector<std::string>> columns_;
};

/// "A date, such as 2026-03-31": what a cell of this field takes.
std::string takes(const Words& words, const Definition& definition, const RegisterField& field) {
  if (field.many) return words("register_file.takes.many");
  if (field.type == FieldType::boolean || !choices_of(definition, field).empty()) return words("register_file.takes.choice");
  switch (field.type) {
    case FieldType::integer: return words("register_file.takes.whole");
    case FieldType::number: return words("register_file.takes.number");
    case FieldType::date: return words("register_file.takes.date");
    case FieldType::yearmonth: return words("register_file.takes.month");
    case FieldType::year: return words("register_file.takes.year");
    case FieldType::boolean:
    case FieldType::string: break;
  }
  return words("register_file.takes.text");
}

SheetTable columns_table(const Words& words, const Definition& definition, const std::vector<std::string>& headings) {
  SheetTable table{"Columns", {words("register_file.column"), words("register_file.needed"), words("register_file.takes"), words("register_file.hint")}, {}, {32, 12, 36, 60}};
  const auto fields = template_fields(definition);
  for (std::size_t i = 0; i < fields.size(); ++i) {
    const auto& field = *fields[i];
    const auto hint = in(words, field.hint);
    const bool needed = field.constraints.required && !field.shown_if && field.set_by == SetBy::whoever_submits;
    table.rows.push_back({headings[i], words(needed ? "register_file.yes" : "register_file.no"), takes(words, definition, field), hint.empty() ? field.description : hint});
  }
  return table;
}

SheetTable codes_table(const Words& words, const Definition& definition, const std::vector<std::string>& headings) {
  SheetTable table{"Codes", {words("register_file.column"), words("register_file.code"), words("register_file.meaning")}, {}, {32, 24, 60}};
  const auto fields = template_fields(definition);
  for (std::size_t i = 0; i < fields.size(); ++i)
    for (const auto& choice : choices_of(definition, *fields[i])) table.rows.push_back({headings[i], choice.code, in(words, choice.title)});
  return table;
}

SheetMenu menu_for(std::size_t column, const std::string& heading, std::vector<std::string> choices, Lists& lists) {
  // An import keeps what no code is for and counts it, so the sheet offers its choices and insists on none.
  SheetMenu menu{.column = column, .choices = {}, .range = {}, .strict = false};
  if (fits_in_rule(choices)) menu.choices = std::move(choices);
  else menu.range = lists.add(heading, std::move(choices));
  return menu;
}

/// A sheet's name, of which Excel takes 31 characters and not all signs.
std::string sheet_name(std::string text) {
  for (const char bad : {'[', ']', ':', '*', '?', '/', '\\', '\''}) text = replace_all(std::move(text), std::string_view(&bad, 1), " ");
  text = squeeze(text);
  std::size_t at = 0;
  for (int n = 0; n < 31 && at < text.size(); ++n) static_cast<void>(next_code_point(text, at));
  return std::string(trim(text.substr(0, at)));
}

Workbook named(const Definition& definition, const Words& words) {
  Workbook book;
  book.title = in(words, definition.title);
  book.language = words.language() == Language::cy ? "cy-GB" : "en-GB";
  return book;
}

}  // namespace

std::vector<const RegisterField*> template_fields(const Definition& definition) {
  std::vector<const RegisterField*> fields;
  for (const auto& field : definition.fields)
    if (field.set_by != SetBy::system) fields.push_back(&field);
  return fields;
}

std::vector<std::string> template_headings(const Definition& definition, const Words& words) {
  const auto fields = template_fields(definition);
  std::vector<std::string> headings;
  for (const auto* field : fields) {
    auto title = squeeze(in(words, field->title));
    const auto map = map_columns(definition, {title});
    const bool is_itself = map.fields.front() && &definition.fields[*map.fields.front()] == field;
    const bool is_new = std::none_of(headings.begin(), headings.end(), [&](const std::string& other) { return fold(other) == fold(title); });
    headings.push_back(is_itself && is_new && title.size() <= kLongestHeading ? std::move(title) : field->name);
  }
  return headings;
}

Workbook register_template(const Definition& definition, const Words& words) {
  auto book = named(definition, words);
  const auto headings = template_headings(definition, words);
  const auto fields = template_fields(definition);
  Lists lists(sheet_name(words("register_file.lists")));
  SheetTable records{"Records", headings, {}, {}};
  records.blank_rows = kTemplateRows;
  for (std::size_t i = 0; i < fields.size(); ++i) {
    if (fields[i]->type == FieldType::string) records.as_text.push_back(i);
    auto choices = cells_of(words, definition, *fields[i]);
    if (!choices.empty() && !fields[i]->many) records.menus.push_back(menu_for(i, headings[i], std::move(choices), lists));
  }
  Sheet codes{sheet_name(words("register_file.codes")), {words("register_file.codes"), words("register_file.how")}, {columns_table(words, definition, headings)}};
  if (auto table = codes_table(words, definition, headings); !table.rows.empty()) codes.tables.push_back(std::move(table));
  book.sheets = {Sheet{sheet_name(words("register_file.records")), {}, {std::move(records)}}, std::move(codes)};
  if (!lists.empty()) book.sheets.push_back(Sheet{sheet_name(words("register_file.lists")), {}, {lists.table()}});
  return book;
}

Workbook register_workbook(const Definition& definition, const std::vector<std::vector<std::string>>& rows, const Words& words) {
  auto book = named(definition, words);
  SheetTable table{"Records", rows.empty() ? file_header(definition) : rows.front(), {}, {}};
  for (std::size_t i = 1; i < rows.size(); ++i) table.rows.emplace_back(rows[i].begin(), rows[i].end());
  book.sheets = {Sheet{sheet_name(words("register_file.records")), {}, {std::move(table)}}};
  return book;
}

}  // namespace makegood
