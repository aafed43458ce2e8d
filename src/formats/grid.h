#pragma once
// Places the cells of a table in its grid, so that no two overlap and none sticks out.

#include <vector>

#include "document/document.h"

namespace makegood::formats {

/// A table wider than this is cut, with a finding; spreadsheets printed as plans have a dozen.
constexpr int kMaxColumns = 1000;

class Grid {
 public:
  void begin_row();
  /// The first free column from the cell's place on; the cell's column and span are set, its
  /// column span cut where a cell from above stands in the way. False = beyond kMaxColumns.
  [[nodiscard]] bool place(Cell& cell);
  void skip_columns(int count) { next_ += count < 0 ? 0 : count; }
  [[nodiscard]] int next_column() const { return next_; }

 private:
  std::vector<int> busy_;  // per column: rows, this one included, that a cell from above still covers
  int next_ = 0;
};

/// Cuts row spans at the last row, and adds a finding where cells lay beyond kMaxColumns.
void close_table(Block& table, int cells_beyond, Findings& findings);

}  // namespace makegood::formats
