#include "formats/sheet_regions.h"

#include <algorithm>

namespace makegood::formats {
namespace {

constexpr int kMaxSplits = 100;  // tables beside one another on a sheet

using Rows = std::vector<SheetRow>;

int first_column(const Rows& rows) {
  int first = kLastColumn;
  for (const auto& row : rows) first = std::min(first, row.cells.front().column);
  return first;
}

int end_of(const SheetCell& cell) { return cell.column + cell.column_span - 1; }

int last_column(const Rows& rows) {
  int last = 0;
  for (const auto& row : rows)
    for (const auto& cell : row.cells) last = std::max(last, end_of(cell));
  return last;
}

bool is_lone(const SheetRow& row) { return row.cells.size() == 1 && !row.header; }

bool same_texts(const SheetRow& a, const SheetRow& b) {
  return std::equal(a.cells.begin(), a.cells.end(), b.cells.begin(), b.cells.end(),
                    [](const SheetCell& one, const SheetCell& other) { return fold(one.text) == fold(other.text); });
}

// The columns at which a blank column parts the rows: the first one after each gap.
std::vector<int> starts_after_gaps(const Rows& rows) {
  constexpr std::size_t kMost = 20;  // more make no layout that a person has drawn
  std::vector<int> begins(kLastColumn + 2, 0);  // cells that begin in a column, less those that ended before it
  for (const auto& row : rows)
    for (const auto& cell : row.cells) {
      ++begins[static_cast<std::size_t>(cell.column)];
      --begins[static_cast<std::size_t>(std::min(end_of(cell), kLastColumn)) + 1];
    }
  std::vector<int> starts;
  int before = 0;  // the last column with something in it
  int open = 0;
  for (int column = 1; column <= kLastColumn && starts.size() < kMost; ++column) {
    open += begins[static_cast<std::size_t>(column)];
    if (open == 0) continue;
    if (before > 0 && column > before + 1) starts.push_back(column);
    before = column;
  }
  return starts;
}

// Cells from `column` on, as rows of their own; `rows` keeps the others.
Rows take_right(Rows& rows, int column) {
  Rows right;
  for (auto& row : rows) {
    const auto cut = std::find_if(row.cells.begin(), row.cells.end(), [&](const SheetCell& cell) { return cell.column >= column; });
    if (cut == row.cells.end()) continue;
    SheetRow part{row.number, row.header, {}};
    std::move(cut, row.cells.end(), std::back_inserter(part.cells));
    row.cells.erase(cut, row.cells.end());
    right.push_back(std::move(part));
  }
  std::erase_if(rows, [](const SheetRow& row) { return row.cells.empty(); });
  return right;
}

// What lies on one side of a column.
struct Side {
  int first_row = 0, last_row = 0;
  std::size_t most_cells = 0;
  std::vector<std::string> first_texts;

  void add(const SheetRow& row, std::vector<SheetCell>::const_iterator from, std::vector<SheetCell>::const_iterator to) {
    if (from == to) return;
    if (first_row == 0) {
      first_row = row.number;
      for (auto cell = from; cell != to; ++cell) first_texts.push_back(fold(cell->text));
    }
    last_row = row.number;
    most_cells = std::max(most_cells, static_cast<std::size_t>(to - from));
  }
};

// A column left empty for its looks parts nothing: the rows on both sides are the same ones.
bool are_two_tables(const Rows& rows, int start) {
  Side left, right;
  for (const auto& row : rows) {
    const auto cut = std::lower_bound(row.cells.begin(), row.cells.end(), start, [](const SheetCell& cell, int column) { return cell.column < column; });
    left.add(row, row.cells.begin(), cut);
    right.add(row, cut, row.cells.end());
  }
  if (left.most_cells < 2 || right.most_cells < 2) return false;
  const bool same_rows = left.first_row == right.first_row && left.last_row == right.last_row;
  return !same_rows || left.first_texts == right.first_texts;
}

class Regions {
 public:
  explicit Regions(SheetGrid& sheet) : sheet_(sheet) {}

  std::vector<SheetRegion> run() {
    mark_headers();
    Rows group;
    int covered = 0;  // the last row that the group reaches, by its merged cells too
    for (auto& row : sheet_.rows) {
      if (!group.empty() && (row.number > covered + 1 || begins_table(row))) take(group);
      for (const auto& cell : row.cells) covered = std::max(covered, row.number + cell.row_span - 1);
      group.push_back(std::move(row));
    }
    if (!group.empty()) take(group);
    return std::move(out_);
  }

 private:
  void mark_headers() {
    for (auto& row : sheet_.rows)
      for (const auto& table : sheet_.tables)
        if (row.number >= table.range.first_row && row.number < table.range.first_row + table.header_rows)
          row.header = row.header || table.range.holds(row.number, row.cells.front().column);
  }

  [[nodiscard]] bool begins_table(const SheetRow& row) const {
    return row.header && std::any_of(sheet_.tables.begin(), sheet_.tables.end(),
                                     [&](const SheetTables& table) { return table.range.first_row == row.number; });
  }

  void take(Rows& group) {
    take_lines(group);
    if (!group.empty()) {
      auto rest = std::move(group);
      split_sideways(rest);
    }
    group.clear();
  }

  // The lone cells that stand above a table, or all of them where there is none.
  void take_lines(Rows& rows) {
    const auto end = std::find_if(rows.begin(), rows.end(), [&](const SheetRow& row) { return !is_lone(row) || is_sparse(row); });
    for (auto row = rows.begin(); row != end; ++row) {
      SheetRegion line;
      line.rows.push_back(std::move(*row));
      out_.push_back(std::move(line));
      table_open_ = false;
    }
    rows.erase(rows.begin(), end);
  }

  // A row of the table above that has only one of its cells filled, and not the first, where titles stand.
  [[nodiscard]] bool is_sparse(const SheetRow& row) const {
    const auto& cell = row.cells.front();
    return table_open_ && cell.column > first_ && end_of(cell) <= last_ && cell.column_span == 1 && !stands_out(row);
  }

  void split_sideways(Rows& rows) {
    for (const int start : starts_after_gaps(rows)) {
      if (splits_ >= kMaxSplits || !are_two_tables(rows, start)) continue;
      ++splits_;
      auto right = take_right(rows, start);
      add_table(rows);
      table_open_ = false;
      take_lines(right);
      if (!right.empty()) split_sideways(right);
      table_open_ = false;
      return;
    }
    add_table(rows);
  }

  void add_table(Rows& rows) {
    if (goes_on(rows)) {
      auto& open = out_.back().rows;
      std::move(rows.begin(), rows.end(), std::back_inserter(open));
      return;
    }
    SheetRegion table;
    table.is_table = true;
    table.rows = std::move(rows);
    first_ = first_column(table.rows);
    last_ = last_column(table.rows);
    out_.push_back(std::move(table));
    table_open_ = true;
  }

  // After a blank row the table above goes on, unless what follows has a header or other columns.
  [[nodiscard]] bool goes_on(const Rows& rows) const {
    if (!table_open_ || rows.front().header) return false;
    if (first_column(rows) < first_ || last_column(rows) > last_) return false;
    const auto& above = out_.back().rows;
    if (stands_out(rows.front()) && !stands_out(above.back())) return false;
    return !same_texts(rows.front(), above.front());
  }

  SheetGrid& sheet_;
  std::vector<SheetRegion> out_;
  bool table_open_ = false;     // nothing but blank rows has come since the last table
  int first_ = 0, last_ = 0;    // its columns
  int splits_ = 0;
};

}  // namespace

bool stands_out(const SheetRow& row) {
  return std::all_of(row.cells.begin(), row.cells.end(), [](const SheetCell& cell) { return cell.bold || cell.large; });
}

std::vector<SheetRegion> regions_of(SheetGrid& sheet) { return Regions(sheet).run(); }

}  // namespace makegood::formats
