// An owner's sheet as a workbook, and as it is kept until it comes back.

#include "report/owner_sheet.h"

#include <nlohmann/json.hpp>

#include "report/owner_sheet_columns.h"

namespace makegood {
namespace {

std::string key_of(const OwnerSheet& sheet, const SheetLine& line) { return sheet.token + "." + line.item.text; }

SheetValue locked_value(const OwnerSheet& sheet, const SheetLine& line, AnswerColumn column) {
  switch (column) {
    case AnswerColumn::plan: return line.plan_title;
    case AnswerColumn::ref: return line.ref;
    case AnswerColumn::title: return line.title;
    case AnswerColumn::when: return line.when;
    case AnswerColumn::due: return line.due ? SheetValue(*line.due) : SheetValue(std::string());
    case AnswerColumn::last_word: return line.last_word;
    case AnswerColumn::key: return key_of(sheet, line);
    default: return std::string();
  }
}

SheetTable answers(const OwnerSheet& sheet, const Words& words) {
  SheetTable table{"Updates", {}, {}, {}};
  for (const auto& row : kAnswerColumns) {
    const auto at = table.header.size();
    table.header.push_back(words(row.heading));
    table.widths.push_back(row.width);
    if (row.open) table.open.push_back(at);
    if (row.column == AnswerColumn::key) table.hidden.push_back(at);
    if (row.column != AnswerColumn::claim) continue;
    table.menus.push_back({at, {}});
    for (const auto& answer : kSheetAnswers) table.menus.back().choices.push_back(words(answer.label));
  }
  for (const auto& line : sheet.lines) {
    std::vector<SheetValue> row;
    for (const auto& column : kAnswerColumns) row.push_back(locked_value(sheet, line, column.column));
    table.rows.push_back(std::move(row));
  }
  return table;
}

}  // namespace

Workbook owner_workbook(const OwnerSheet& sheet, const Words& words) {
  Workbook book;
  book.title = words("owner_sheet.book", {{"who", sheet.who}});
  book.language = words.language() == Language::cy ? "cy-GB" : "en-GB";
  Sheet page;
  page.name = words("owner_sheet.page");
  page.lines = {book.title, words("owner_sheet.sent", {{"date", sheet.sent}}), words("owner_sheet.how")};
  page.tables = {answers(sheet, words)};
  page.locked = true;
  book.sheets = {std::move(page)};
  return book;
}

std::string write_owner_sheet(const OwnerSheet& sheet) {
  auto lines = nlohmann::json::array();
  for (const auto& line : sheet.lines)
    lines.push_back({{"plan", line.plan}, {"plan_title", line.plan_title}, {"item", line.item.text}, {"ref", line.ref}, {"title", line.title},
                     {"when", line.when}, {"due", line.due ? line.due->iso() : ""}, {"last_word", line.last_word}, {"version", line.version}, {"post", line.post.text}});
  return nlohmann::json{{"token", sheet.token}, {"who", sheet.who}, {"sent", sheet.sent.iso()}, {"lines", lines}}.dump();
}

Result<OwnerSheet> read_sent_sheet(std::string_view text) {
  const auto none = [] { return refuse(Fault::invalid_input, "this is no sheet that was sent"); };
  const auto json = nlohmann::json::parse(text, nullptr, false);
  if (!json.is_object()) return none();
  const auto words = [](const nlohmann::json& object, const char* name) {
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  const auto sent = Day::parse(words(json, "sent"));
  if (!sent || !json.contains("lines") || !json["lines"].is_array()) return none();
  OwnerSheet sheet{words(json, "token"), words(json, "who"), *sent, {}};
  for (const auto& line : json["lines"]) {
    if (!line.is_object() || !line.contains("version") || !line["version"].is_number_integer()) return none();
    const auto due = Day::parse(words(line, "due"));
    sheet.lines.push_back({words(line, "plan"), words(line, "plan_title"), ItemId(words(line, "item")), words(line, "ref"), words(line, "title"),
                           words(line, "when"), due ? std::optional(*due) : std::nullopt, words(line, "last_word"), line["version"].get<std::int64_t>(), PostId(words(line, "post"))});
  }
  return sheet;
}

}  // namespace makegood
