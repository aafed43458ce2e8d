#pragma once
// Tables with level rules alone: bands of words one under another, whose columns are the white
// between the words. Other text, and another table, may stand between the same rules.

#include <vector>

#include "formats/pdf_grid.h"
#include "formats/pdf_rivers.h"

namespace makegood::formats {

struct WordTable {
  PdfGrid grid;
  PdfWords words;
};

/// The tables in `bands` (a grid of one column) from the top down; what is no table is added to
/// `left_over`. `columns`: of the table before, and then of the last one here.
[[nodiscard]] std::vector<WordTable> tables_in_bands(const PdfGrid& bands, const PdfWords& words, PdfColumns& columns,
                                                     PdfWords& left_over);

}  // namespace makegood::formats
