#pragma once
// Goes through a document from top to bottom with the headings that stand, the item that is
// open and the columns that hold, and brings home records: one for each item, with all that
// belongs to it, wherever page breaks have put it.

#include <deque>
#include <string>
#include <vector>

#include "extract/layouts.h"
#include "extract/rows.h"
#include "extract/themes.h"

namespace makegood::extraction {

struct Measure {
  Line line;
  int heading = -1;
};

struct Walked {
  std::deque<Record> records;
  std::vector<Measure> measures;  ///< lines of KPI lists
  Headings headings;
  Lines context;  ///< text that belongs to no item
  bool lost_layout = false;  ///< a header row stands as running text: the columns are gone
};

/// `title_pieces`: how many pieces at the start are the document's title. `layouts` of these very
/// pieces; it must outlive the records.
[[nodiscard]] Walked walk(std::vector<Piece> pieces, std::size_t title_pieces, const Layouts& layouts);

}  // namespace makegood::extraction
