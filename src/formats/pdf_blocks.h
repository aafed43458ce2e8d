#pragma once
// Lines become paragraphs, list items and headings. A line that ends well before the edge of its
// column was meant to end there; one that fills it was wrapped.

#include <vector>

#include "document/document.h"
#include "formats/pdf_lines.h"

namespace makegood::formats {

struct PdfRegion {
  double right = 0;      ///< the edge that text was wrapped at
  bool in_cell = false;  ///< no headings in cells
};
[[nodiscard]] std::vector<Block> blocks_of(const PdfLines& lines, const PdfRegion& region, const PdfType& type,
                                           const std::vector<PdfLink>& links);

/// The blocks of words in a cell, those that read sideways after those that do not.
[[nodiscard]] std::vector<Block> cell_blocks(const PdfWords& words, const PdfBox& cell, const PdfType& type,
                                             const std::vector<PdfLink>& links);

}  // namespace makegood::formats
