#pragma once
// The blocks of a page by where its words and rules stand.

#include <vector>

#include "document/document.h"
#include "formats/pdf_rivers.h"

namespace makegood::formats {

struct PdfLayout {
  std::vector<Block> blocks;  ///< from the top of the page down
  bool unclear = false;       ///< text stands side by side and its order is not certain
};

/// Goes from page to page: a table may go on over the end of one.
class Layouter {
 public:
  /// `right`: the edge that the document's text was wrapped at.
  Layouter(const PdfType& type, double right) : type_(type), right_(right) {}

  [[nodiscard]] PdfLayout lay_out(const PdfPage& page);
  /// Running text, tables without rules and columns, from lines outside of ruled tables.
  void add_zones(const PdfLines& lines, const PdfPage& page, PdfLayout& out);

 private:
  const PdfType& type_;
  double right_;
  PdfColumns columns_;  // of the last table without upright rules
};

}  // namespace makegood::formats
