#pragma once
// How a table's rows are laid out in Word, where every row names all of its cells, those that go
// on from a merged cell above too. Internal to the DOCX writer.

#include <vector>

#include "document/document.h"

namespace makegood::formats {

/// Word opens no table that is wider. What stands further right is put into the last column.
constexpr int kWordColumns = 63;

struct DocxCell {
  std::vector<const Cell*> from;  ///< empty = goes on from above, or fills a gap; several = beyond the last column
  int column = 0;
  int span = 1;
  bool begins_merge = false;
  bool goes_on = false;
};

struct DocxRow {
  const Row* row = nullptr;
  std::vector<DocxCell> cells;
  int before = 0;  ///< columns left out at its beginning
  int after = 0;   ///< and at its end
};

struct DocxGrid {
  int columns = 0;
  std::vector<DocxRow> rows;
};

/// Rows without any cell of their own get an empty one: Word opens none without.
[[nodiscard]] DocxGrid docx_grid(const Block& table);

/// What the columns need for their longest words, in twentieths of a point.
[[nodiscard]] int least_width(const DocxGrid& grid);

/// Widths of the columns, adding up to `width` (in twentieths of a point): by what is in them,
/// none narrower than its longest word where there is room.
[[nodiscard]] std::vector<int> column_widths(const DocxGrid& grid, int width);

}  // namespace makegood::formats
