#pragma once
// A table on a page: where its columns and rows are, and which places are merged.

#include <vector>

#include "formats/pdf_strokes.h"

namespace makegood::formats {

struct GridCell {
  int row = 0, column = 0;
  int row_span = 1, column_span = 1;
  PdfBox box;
};

struct PdfGrid {
  std::vector<double> xs, ys;      ///< the edges of columns and rows, rising
  std::vector<GridCell> cells;     ///< in reading order; they cover the grid without overlap
  std::vector<int> cell_of_place;  ///< by row and column of the grid

  [[nodiscard]] std::size_t columns() const { return xs.size() - 1; }
  [[nodiscard]] std::size_t rows() const { return ys.size() - 1; }
  [[nodiscard]] PdfBox box() const { return {xs.front(), ys.front(), xs.back(), ys.back()}; }
  /// The cell in which a point lies, or -1.
  [[nodiscard]] int cell_at(double x, double y) const;
};

/// Every place a cell of its own.
[[nodiscard]] PdfGrid plain_grid(std::vector<double> xs, std::vector<double> ys);

/// The same table with rows cut at these heights. Cells that span rows stay whole.
[[nodiscard]] PdfGrid cut_rows(const PdfGrid& grid, const std::vector<double>& at);

/// The grid of lines that hang together. Edges need not be drawn: crossing lines end where they
/// would be. Places without a border between them are one cell, as far as they make a rectangle.
/// Nothing where there are fewer than two places, or more than are worth it.
[[nodiscard]] PdfGrid grid_of(const Rules& rules);

}  // namespace makegood::formats
