#include "formats/ods_content.h"

#include <algorithm>
#include <charconv>

namespace makegood::formats {
namespace {

// Notes, shapes, forms, other files' tables and deleted cells: their text is none of the sheet's.
bool is_left_out(std::string_view name) {
  return name == "annotation" || name == "frame" || name == "shapes" || name == "forms" || name == "tracked-changes" ||
         name == "dde-links" || name == "custom-shape" || name == "ruby-text" || name == "content-validations" ||
         name == "data-pilot-tables" || name == "named-expressions" || name == "g" || name == "line" || name == "rect";
}

bool is_shape(std::string_view name) {
  return name == "frame" || name == "custom-shape" || name == "g" || name == "line" || name == "rect";
}

int repeats(std::string_view text) {
  int value = 1;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) return kLastRow;
  return std::clamp(value, 1, kLastRow);
}

}  // namespace

void OdsContent::start(std::string_view name, const XmlAttributes& attributes) {
  if (skip_ > 0) return static_cast<void>(++skip_);
  if (is_left_out(name)) {
    if (name == "annotation" && !sheet_hidden_) left_out_.comments.add_once("sheet \"" + grid_.name + "\"");
    if (is_shape(name) && !sheet_hidden_) left_out_.drawings.add_once("sheet \"" + grid_.name + "\"");
    return static_cast<void>(++skip_);
  }
  if (in_cell_) start_in_cell(name, attributes);
  else if (name == "table") start_table(attributes);
  else if (name == "table-column" && in_table_) start_column(attributes);
  else if (name == "table-row" && in_table_) start_row(attributes);
  else if ((name == "table-cell" || name == "covered-table-cell") && in_table_) start_cell(attributes);
  else if (!in_table_) start_style(name, attributes);
}

void OdsContent::end(std::string_view name) {
  if (skip_ > 0) return static_cast<void>(--skip_);
  if (in_cell_ && (name == "p" || name == "h")) in_text_ = false;
  else if (in_cell_ && (name == "table-cell" || name == "covered-table-cell")) end_cell();
  else if (in_cell_) return;
  else if (name == "table-row" && in_table_) end_row();
  else if (name == "table" && in_table_) end_table();
  else if (name == "style") style_ = nullptr;
}

// White space as in HTML: line breaks of the file are spaces, more of them have elements.
void OdsContent::text(std::string_view piece) {
  if (skip_ == 0 && in_text_) add(replace_all(std::string(piece), "\n", " "));
}

void OdsContent::add(std::string_view piece) {
  if (cell_.text.size() + piece.size() > kMaxCellText) return stop(too_much_in_a_cell(row_ + 1, cell_.column));
  cell_.text += piece;
}

void OdsContent::start_style(std::string_view name, const XmlAttributes& attributes) {
  if (name == "style") style_ = &looks_[std::string(attributes["name"])];
  if (style_ == nullptr) return;
  if (name == "table-properties" && attributes["display"] == "false") style_->hidden = true;
  if (name != "text-properties") return;
  const auto weight = attributes["font-weight"];
  style_->bold = weight == "bold" || weight == "600" || weight == "700" || weight == "800" || weight == "900";
  int points = 0;
  const auto size = attributes["font-size"];
  std::from_chars(size.data(), size.data() + size.size(), points);
  style_->large = size.ends_with("pt") && points >= 14;
}

void OdsContent::start_table(const XmlAttributes& attributes) {
  in_table_ = true;
  grid_ = {};
  grid_.name = squeeze(attributes["name"]);
  const auto look = looks_.find(attributes["style-name"]);
  sheet_hidden_ = look != looks_.end() && look->second.hidden;
  if (sheet_hidden_) left_out_.hidden_sheets.add("\"" + grid_.name + "\"");
  odd_ = {};
  merges_.clear();
  hidden_ = {};
  row_ = 0;
  next_column_ = 1;
}

void OdsContent::start_column(const XmlAttributes& attributes) {
  const int count = repeats(attributes["number-columns-repeated"]);
  const auto visibility = attributes["visibility"];
  if (visibility == "collapse" || visibility == "filter") hidden_.hide(next_column_, next_column_ + count - 1);
  next_column_ = std::min(next_column_ + count, kLastColumn + 1);
}

void OdsContent::start_row(const XmlAttributes& attributes) {
  row_repeats_ = repeats(attributes["number-rows-repeated"]);
  const auto visibility = attributes["visibility"];
  row_hidden_ = visibility == "collapse" || visibility == "filter";
  column_ = 0;
  row_cells_.clear();
}

void OdsContent::start_cell(const XmlAttributes& attributes) {
  in_cell_ = true;
  in_text_ = false;
  paragraphs_ = 0;
  cell_ = {};
  cell_.column = column_ + 1;
  cell_.column_span = std::min(repeats(attributes["number-columns-spanned"]), kLastColumn);
  cell_.row_span = repeats(attributes["number-rows-spanned"]);
  cell_repeats_ = repeats(attributes["number-columns-repeated"]);
  shows_error_ = attributes.has("value-type", "error");
  const auto look = looks_.find(attributes["style-name"]);
  if (look != looks_.end()) {
    cell_.bold = look->second.bold;
    cell_.large = look->second.large;
  }
  value_ = attributes["date-value"].empty() ? attributes["value"] : attributes["date-value"];
}

void OdsContent::start_in_cell(std::string_view name, const XmlAttributes& attributes) {
  if (name == "p" || name == "h") {
    in_text_ = true;
    if (paragraphs_++ > 0) add("\n");
  } else if (name == "line-break") {
    add("\n");
  } else if (name == "s" || name == "tab") {
    add(" ");
  } else if (name == "a" && cell_.url.empty()) {
    cell_.url = attributes["href"];
  }
}

void OdsContent::end_cell() {
  in_cell_ = false;
  if (cell_.text.empty()) cell_.text = value_;
  const bool empty = squeeze(cell_.text).empty();
  const int first = column_ + 1;
  column_ = std::min(column_ + cell_repeats_, kLastColumn + 1);
  if (empty || sheet_hidden_) return;
  if (shows_error_) return odd_.errors.add(cell_name(row_ + 1, first));
  for (int column = first; column < first + cell_repeats_ && !stopped(); ++column) {
    if (column > kLastColumn) return odd_.beyond.add(cell_name(row_ + 1, column));
    if (!budget_.take(cell_.text)) return stop(budget_.refusal());
    row_cells_.push_back(cell_);
    row_cells_.back().column = column;
  }
}

void OdsContent::end_row() {
  const int first = row_ + 1;
  row_ = std::min(row_ + row_repeats_, kLastRow + 1);
  if (row_cells_.empty()) return;
  for (int number = first; number < first + row_repeats_ && !stopped(); ++number) keep_row(number, number > first);
}

void OdsContent::keep_row(int number, bool copy) {
  if (number > kLastRow) return odd_.beyond.add("row " + std::to_string(number));
  for (auto& cell : row_cells_) {
    if (copy && !budget_.take(cell.text)) return stop(budget_.refusal());
    hidden_.note(cell.column);
    if ((cell.column_span > 1 || cell.row_span > 1) && merges_.size() < kMaxCells)
      merges_.push_back({number, cell.column, std::min(number + cell.row_span - 1, kLastRow), std::min(cell.column + cell.column_span - 1, kLastColumn)});
  }
  if (row_hidden_) odd_.hidden_rows.push_back(number);
  grid_.rows.push_back({number, false, row_cells_});
  for (auto& cell : grid_.rows.back().cells) cell.column_span = cell.row_span = 1;  // merge gives them
}

void OdsContent::end_table() {
  in_table_ = false;
  if (sheet_hidden_) return static_cast<void>(sheet_hidden_ = false);
  odd_.hidden_columns = hidden_.with_text();
  grid_.merge(std::move(merges_));
  merges_.clear();
  add_findings(findings_, odd_, grid_.name);
  sheets_.push_back(std::move(grid_));
  grid_ = {};
}

}  // namespace makegood::formats
