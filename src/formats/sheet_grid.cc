#include "formats/sheet_grid.h"

#include <algorithm>

#include <fmt/format.h>

#include "formats/finish.h"
#include "formats/grid.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kNamed = 10;  // places that a finding names

bool row_before(const SheetRow& row, int number) { return row.number < number; }
bool cell_before(const SheetCell& cell, int column) { return cell.column < column; }

// By column: the last row that a merged cell covers.
class Covered {
 public:
  /// False where something is covered already.
  bool cover(const SheetRange& range) {
    const auto from = static_cast<std::size_t>(range.first_column), end = static_cast<std::size_t>(range.last_column) + 1;
    if (last_row_.size() < end) last_row_.resize(end, 0);
    for (auto column = from; column < end; ++column)
      if (last_row_[column] >= range.first_row) return false;
    std::fill(last_row_.begin() + range.first_column, last_row_.begin() + range.last_column + 1, range.last_row);
    return true;
  }

 private:
  std::vector<int> last_row_;
};

void merge_one(std::vector<SheetRow>& rows, SheetCell& first, const SheetRange& range) {
  first.column_span = range.last_column - range.first_column + 1;
  first.row_span = range.last_row - range.first_row + 1;
  auto row = std::lower_bound(rows.begin(), rows.end(), range.first_row, row_before);
  for (; row != rows.end() && row->number <= range.last_row; ++row) {
    auto cell = std::lower_bound(row->cells.begin(), row->cells.end(), range.first_column, cell_before);
    for (; cell != row->cells.end() && cell->column <= range.last_column; ++cell) {
      if (&*cell == &first || cell->text.empty()) continue;
      first.text.append("\n").append(cell->text);
      cell->text.clear();
    }
  }
}

}  // namespace

void SheetGrid::merge(std::vector<SheetRange> ranges) {
  if (rows.empty()) return;
  int last_column = 0;
  for (const auto& row : rows) last_column = std::max(last_column, row.cells.back().column);
  std::sort(ranges.begin(), ranges.end(), [](const SheetRange& a, const SheetRange& b) {
    return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
  });
  Covered covered;
  for (auto range : ranges) {
    auto* const first = cell_at(rows, range.first_row, range.first_column);
    if (first == nullptr) continue;  // empty, as a rule
    range.last_row = std::min(range.last_row, rows.back().number);
    range.last_column = std::min({range.last_column, last_column, range.first_column + kMaxColumns});
    if (covered.cover(range)) merge_one(rows, *first, range);
  }
  for (auto& row : rows) std::erase_if(row.cells, [](const SheetCell& cell) { return cell.text.empty(); });
  std::erase_if(rows, [](const SheetRow& row) { return row.cells.empty(); });
}

SheetCell* cell_at(std::vector<SheetRow>& rows, int number, int column) {
  const auto row = std::lower_bound(rows.begin(), rows.end(), number, row_before);
  if (row == rows.end() || row->number != number) return nullptr;
  const auto cell = std::lower_bound(row->cells.begin(), row->cells.end(), column, cell_before);
  return cell != row->cells.end() && cell->column == column ? &*cell : nullptr;
}

void put_in_order(std::vector<SheetRow>& rows) {
  std::stable_sort(rows.begin(), rows.end(), [](const SheetRow& a, const SheetRow& b) { return a.number < b.number; });
  std::vector<SheetRow> out;
  for (auto& row : rows) {
    if (out.empty() || out.back().number != row.number) {
      out.push_back(std::move(row));
      continue;
    }
    out.back().header = out.back().header || row.header;
    std::move(row.cells.begin(), row.cells.end(), std::back_inserter(out.back().cells));
  }
  for (auto& row : out) {
    std::stable_sort(row.cells.begin(), row.cells.end(), [](const SheetCell& a, const SheetCell& b) { return a.column > b.column; });
    std::reverse(row.cells.begin(), row.cells.end());
    std::vector<SheetCell> cells;
    for (auto& cell : row.cells)
      if (cells.empty() || cells.back().column != cell.column) cells.push_back(std::move(cell));
    row.cells = std::move(cells);
  }
  rows = std::move(out);
}

bool SheetBudget::take(std::string_view text) {
  text_ += text.size();
  cells_ += 1 + static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
  if (cells_ > kMaxCells) refusal_ = too_many_cells();
  else if (text_ > options_.max_text) refusal_ = too_much_text(options_.max_text);
  return refusal_.message.empty();
}

Refusal too_many_cells() {
  return {Fault::too_large, fmt::format("The workbook has more than {} cells with something in them; split it into smaller files.", kMaxCells), {}};
}

Refusal too_much_in_a_cell(int row, int column) {
  return {Fault::too_large, fmt::format("Cell {} holds more than {} MB of text, which no sheet can show; shorten it.", cell_name(row, column), kMaxCellText >> 20U), {}};
}

bool read_cell_name(std::string_view name, int& row, int& column) {
  row = column = 0;
  std::size_t at = 0;
  const auto skip_dollar = [&] { at += at < name.size() && name[at] == '$' ? 1 : 0; };
  skip_dollar();
  for (; at < name.size() && (name[at] | 0x20) >= 'a' && (name[at] | 0x20) <= 'z'; ++at)
    if ((column = column * 26 + ((name[at] | 0x20) - 'a' + 1)) > kLastColumn) return false;
  skip_dollar();
  for (; at < name.size() && name[at] >= '0' && name[at] <= '9'; ++at)
    if ((row = row * 10 + (name[at] - '0')) > kLastRow) return false;
  return at == name.size() && row > 0 && column > 0;
}

bool read_range(std::string_view name, SheetRange& range) {
  const auto colon = name.find(':');
  if (!read_cell_name(name.substr(0, colon), range.first_row, range.first_column)) return false;
  if (!read_cell_name(colon == std::string_view::npos ? name : name.substr(colon + 1), range.last_row, range.last_column)) return false;
  if (range.first_row > range.last_row) std::swap(range.first_row, range.last_row);
  if (range.first_column > range.last_column) std::swap(range.first_column, range.last_column);
  return true;
}

std::string column_name(int column) {
  std::string out;
  for (; column > 0; column = (column - 1) / 26) out.insert(out.begin(), static_cast<char>('A' + (column - 1) % 26));
  return out;
}

std::string cell_name(int row, int column) { return column_name(column) + std::to_string(row); }

void Places::add(std::string place) {
  ++count_;
  if (first_.size() < kNamed) first_.push_back(std::move(place));
}

void Places::add_once(const std::string& place) {
  if (first_.empty() || first_.back() != place) add(place);
}

std::string Places::in_words() const {
  auto out = join(first_, ", ");
  if (count_ > first_.size()) out += fmt::format(" and {} more", count_ - first_.size());
  return out;
}

std::string runs_in_words(const std::vector<int>& numbers) {
  Places runs;
  for (std::size_t n = 0; n < numbers.size();) {
    auto last = n;
    while (last + 1 < numbers.size() && numbers[last + 1] == numbers[last] + 1) ++last;
    runs.add(last == n ? std::to_string(numbers[n]) : fmt::format("{} to {}", numbers[n], numbers[last]));
    n = last + 1;
  }
  return runs.in_words();
}

}  // namespace makegood::formats
