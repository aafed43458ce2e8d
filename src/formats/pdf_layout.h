#pragma once
// The blocks of a page by where its words and rules stand.

#include <vector>

#include "document/document.h"
#include "formats/pdf_lines.h"

namespace makegood::formats {

struct PdfLayout {
  std::vector<Block> blocks;  ///< from the top of the page down
  bool unclear = false;       ///< text stands side by side and its order is not certain
  bool tables = false;        ///< there are ruled tables
};

/// `right`: the edge that the document's text was wrapped at.
[[nodiscard]] PdfLayout lay_out(const PdfPage& page, const PdfType& type, double right);

/// Running text, tables without rules and columns, from lines that stand outside of ruled tables.
void add_zones(const PdfLines& lines, const PdfPage& page, const PdfType& type, double right, PdfLayout& out);

}  // namespace makegood::formats
