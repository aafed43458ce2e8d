#include "formats/xlsx_sheet.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include <fmt/format.h>

namespace makegood::formats {
namespace {

int whole(std::string_view text, int otherwise) {
  int value = otherwise;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

bool read_double(std::string_view text, double& value) {
  text = trim(text);
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  return read.ec == std::errc() && read.ptr == text.data() + text.size() && std::isfinite(value);
}

// Days since the first day of the workbook's calendar, for a date that is written out
// ("2023-04-01T00:00:00"), as the strict form of the format has it.
bool read_iso(std::string_view text, DateSystem system, double& value) {
  const auto day = Day::parse(text.substr(0, 10));
  if (!day) return false;
  const auto first = system == DateSystem::from_1904 ? Day::first_of_month(1904, 1) : Day::first_of_month(1899, 12).plus_days(29);
  value = days_between(first, *day);
  if (text.size() < 19 || text[10] != 'T') return true;
  value += (whole(text.substr(11, 2), 0) * 3600 + whole(text.substr(14, 2), 0) * 60 + whole(text.substr(17, 2), 0)) / 86'400.0;
  return true;
}

}  // namespace

void XlsxSheet::start(std::string_view name, const XmlAttributes& attributes) {
  if (in_cell_) {
    if (name == "v") inside_ = Inside::value, has_value_ = true;
    else if (name == "f") inside_ = Inside::formula, has_formula_ = true;
    else if (name == "is") inside_ = Inside::inline_text, has_value_ = true;
    else if (inside_ == Inside::inline_text) inline_.start(name, attributes);
  } else if (name == "c") {
    start_cell(attributes);
  } else if (name == "row") {
    start_row(attributes);
  } else if (name == "col") {
    start_columns(attributes);
  } else if (name == "mergeCell") {
    SheetRange range;
    if (merges_.size() < kMaxCells && read_range(attributes["ref"], range)) merges_.push_back(range);
  } else if (name == "hyperlink") {
    SheetRange range;
    if (links_.size() < kMaxCells && !attributes["id"].empty() && read_range(attributes["ref"], range))
      links_.push_back({range, std::string(attributes["id"])});
  }
}

void XlsxSheet::end(std::string_view name) {
  if (!in_cell_) return;
  if (name == "c") return finish_cell();
  if (name == "v" || name == "f" || name == "is") inside_ = Inside::nothing;
  else if (inside_ == Inside::inline_text) inline_.end(name);
}

void XlsxSheet::text(std::string_view piece) {
  if (inside_ == Inside::nothing) return;
  text_size_ += piece.size();
  if (text_size_ > kMaxCellText) return stop(too_much_in_a_cell(row_, column_));
  if (inside_ == Inside::value) value_ += piece;
  else if (inside_ == Inside::formula) formula_ += piece;
  else inline_.text(piece);
}

// Rows and cells may leave their names out: then they follow the one before.
void XlsxSheet::start_row(const XmlAttributes& attributes) {
  row_ = whole(attributes["r"], row_ + 1);
  column_ = 0;
  row_hidden_ = attributes.is_on("hidden");
}

void XlsxSheet::start_cell(const XmlAttributes& attributes) {
  in_cell_ = true;
  has_formula_ = has_value_ = false;
  value_.clear();
  formula_.clear();
  text_size_ = 0;
  type_ = attributes["t"];
  style_ = whole(attributes["s"], 0);
  const auto name = attributes["r"];
  int row = 0, column = 0;
  if (name.empty()) column_ = std::min(column_ + 1, kLastColumn + 1);
  else if (read_cell_name(name, row, column)) row_ = row, column_ = column;
  else column_ = kLastColumn + 1;
}

void XlsxSheet::start_columns(const XmlAttributes& attributes) {
  if (attributes.is_on("hidden")) hidden_.hide(whole(attributes["min"], 0), whole(attributes["max"], 0));
}

void XlsxSheet::finish_cell() {
  in_cell_ = false;
  inside_ = Inside::nothing;
  // Some programs write an empty value where they have not worked the formula out.
  const bool worked_out = has_value_ && (!value_.empty() || type_ == "str" || type_ == "inlineStr");
  if (has_formula_ && !worked_out) odd_.without_value.add(cell_name(row_, column_));
  if (has_value_) keep(shown());
}

RichText XlsxSheet::shown() {
  if (type_ == "inlineStr") return inline_.take();
  if (type_ == "s") {
    std::size_t index = 0;
    const auto digits = trim(value_);
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), index);
    const auto* text = read.ec == std::errc() ? shared_.strings.at(index) : nullptr;
    if (text == nullptr) odd_.lost_strings.add(cell_name(row_, column_));
    return text == nullptr ? RichText{} : *text;
  }
  if (type_ == "str") return {without_escapes(value_), false};
  if (type_ == "b") return {trim(value_) == "1" ? "TRUE" : "FALSE", false};
  if (type_ == "e") {
    odd_.errors.add(fmt::format("{} ({})", cell_name(row_, column_), shorten(squeeze(value_), 20)));
    return {};
  }
  return {shown_number(), false};
}

std::string XlsxSheet::shown_number() {
  double value = 0;
  const auto& format = shared_.styles.format(style_);
  if (!(type_ == "d" && read_iso(trim(value_), shared_.dates, value)) && !read_double(value_, value)) return value_;
  if (type_ == "d" && !format.is_date()) return value_;
  if (format.was_month_first()) odd_.month_first.add(cell_name(row_, column_));
  return format.shown(value, shared_.dates);
}

void XlsxSheet::keep(RichText text) {
  if (squeeze(text.text).empty()) return;
  if (row_ < 1 || row_ > kLastRow || column_ < 1 || column_ > kLastColumn) return odd_.beyond.add(cell_name(row_, column_));
  if (!shared_.budget.take(text.text)) return stop(shared_.budget.refusal());
  if (rows_.empty() || rows_.back().number != row_) {
    in_order_ = in_order_ && (rows_.empty() || rows_.back().number < row_);
    rows_.push_back({row_, false, {}});
    if (row_hidden_) odd_.hidden_rows.push_back(row_);
  }
  auto& cells = rows_.back().cells;
  in_order_ = in_order_ && (cells.empty() || cells.back().column < column_);
  SheetCell cell;
  cell.column = column_;
  cell.bold = text.bold || shared_.styles.bold(style_);
  cell.large = shared_.styles.large(style_);
  cell.text = std::move(text.text);
  if (!formula_.empty()) cell.url = address_in_formula(formula_);
  cells.push_back(std::move(cell));
  hidden_.note(column_);
}

void XlsxSheet::link(const std::function<std::string(const std::string&)>& url_of) {
  set_in_order();
  for (const auto& link : links_) {
    auto* const cell = cell_at(rows_, link.range.first_row, link.range.first_column);
    if (cell == nullptr) continue;
    if (auto url = url_of(link.id); !url.empty()) cell->url = std::move(url);
  }
}

void XlsxSheet::set_in_order() {
  if (!in_order_) put_in_order(rows_);
  in_order_ = true;
}

SheetGrid XlsxSheet::take() {
  odd_.hidden_columns = hidden_.with_text();
  set_in_order();
  SheetGrid grid;
  grid.rows = std::move(rows_);
  grid.merge(std::move(merges_));
  return grid;
}

std::string address_in_formula(std::string_view formula) {
  constexpr std::string_view kName = "HYPERLINK(\"";
  if (!formula.starts_with(kName)) return {};
  const auto end = formula.find('"', kName.size());
  const bool plain = end != std::string_view::npos && end + 1 < formula.size() && (formula[end + 1] == ',' || formula[end + 1] == ')');
  return plain ? std::string(formula.substr(kName.size(), end - kName.size())) : std::string();
}

}  // namespace makegood::formats
