#include "formats/grid.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood::formats {

void Grid::begin_row() {
  for (auto& rows : busy_)
    if (rows > 0) --rows;
  next_ = 0;
}

bool Grid::place(Cell& cell) {
  const auto busy = [&](int column) {
    return column < static_cast<int>(busy_.size()) && busy_[static_cast<std::size_t>(column)] > 0;
  };
  while (next_ < kMaxColumns && busy(next_)) ++next_;
  if (next_ >= kMaxColumns) return false;
  cell.column = next_;
  const int widest = std::clamp(cell.column_span, 1, kMaxColumns - next_);
  int span = 1;
  while (span < widest && !busy(next_ + span)) ++span;
  cell.column_span = span;
  cell.row_span = std::max(cell.row_span, 1);
  next_ += span;
  if (static_cast<int>(busy_.size()) < next_) busy_.resize(static_cast<std::size_t>(next_), 0);
  std::fill(busy_.begin() + cell.column, busy_.begin() + next_, cell.row_span);
  return true;
}

void close_table(Block& table, int cells_beyond, Findings& findings) {
  const auto rows = static_cast<int>(table.rows.size());
  for (int r = 0; r < rows; ++r)
    for (auto& cell : table.rows[static_cast<std::size_t>(r)].cells) cell.row_span = std::min(cell.row_span, rows - r);
  if (cells_beyond > 0)
    findings.push_back({"too_many_columns",
                        fmt::format("A table has more than {} columns; {} cells beyond them were left out.",
                                    kMaxColumns, cells_beyond),
                        table.position.in_words()});
}

}  // namespace makegood::formats
