#pragma once
// Words become lines, and lines become paragraphs, list items and headings. A line that ends
// well before the edge of its column was meant to end there; one that fills it was wrapped.

#include <vector>

#include "document/document.h"
#include "formats/pdf_pages.h"

namespace makegood::formats {

using PdfWords = std::vector<const PdfWord*>;  // all of one page

struct PdfLine {
  PdfWords words;  ///< from left to right
  PdfBox box;
};

/// What holds for a whole document.
struct PdfType {
  const PdfFile* file = nullptr;
  double body = 10;               ///< size of the ordinary text
  std::vector<double> headings;   ///< larger sizes, the largest first
};
[[nodiscard]] PdfType type_of(const PdfFile& file);

/// Lines from the top down. Words on one height are one line, however far apart.
[[nodiscard]] std::vector<PdfLine> lines_of(PdfWords words);
[[nodiscard]] std::string text_of(const PdfLine& line);

struct PdfRegion {
  double left = 0, right = 0;  ///< the edges between which text was set
  bool in_cell = false;        ///< no headings in cells
};
[[nodiscard]] std::vector<Block> blocks_of(const std::vector<PdfLine>& lines, const PdfRegion& region, const PdfType& type,
                                           const std::vector<PdfLink>& links);

/// The blocks of words in a cell, those that read sideways after those that do not.
[[nodiscard]] std::vector<Block> cell_blocks(const PdfWords& words, const PdfBox& cell, const PdfType& type,
                                             const std::vector<PdfLink>& links);

}  // namespace makegood::formats
