#pragma once
// Ruling lines become grids. Each maker draws borders in its own way: twice over, in halves,
// cell by cell, without the outer edges; what counts is where lines stand, not how many.

#include <vector>

#include "formats/pdf_pages.h"

namespace makegood::formats {

struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  PdfBox box;
};

struct RuledTable {
  std::vector<double> xs, ys;  ///< the edges of columns and rows, rising
  std::vector<GridCell> cells; ///< in reading order; they cover the grid without overlap
  std::vector<int> cell_of_place;  ///< by row and column of the grid
  PdfBox box;

  /// The cell in which a point lies, or -1.
  [[nodiscard]] int cell_at(double x, double y) const;
};

/// Level and upright lines; those on one line that touch are one.
struct Rules {
  std::vector<PdfBox> level, upright;
};

/// Lines within 1.5 pt of each other are one line, gaps up to 3 pt are closed.
[[nodiscard]] Rules merge_rules(const std::vector<PdfBox>& rules);

/// Tables of at least two cells, from the top of the page down; a frame around text is none.
/// Level lines alone, three or more of like width, give a table of one column: rivers split it.
[[nodiscard]] std::vector<RuledTable> ruled_tables(const std::vector<PdfBox>& rules);

}  // namespace makegood::formats
