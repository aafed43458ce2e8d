#pragma once
// The document as it looks, with the words that something was read from marked.

#include <string>
#include <vector>

#include "extract/reading.h"
#include "pages/pieces.h"

namespace makegood::pages {

/// The document behind an import and how it was read; both null where it cannot be read again.
struct SourceView {
  const Document* document = nullptr;
  const PlanReading* reading = nullptr;
};

/// A place in it, and the words there that are asked about; empty = the whole cell or paragraph.
struct Marked {
  SourceView view;
  Position at;
  std::string words;
  std::string language;
};

/// Where an excerpt stands; which of a row's cells was read is shown by the mark in it.
[[nodiscard]] std::string excerpt_place(const Site& site, const Position& at);
/// The row with the header above it and its neighbours, or the paragraph between its neighbours. Wide
/// tables scroll inside a region with a name. Empty where the place is not in the document.
[[nodiscard]] Html excerpt(const Site& site, const Marked& marked);
/// The row alone, a cell a line under the column's name: for lists of many. Empty as above.
[[nodiscard]] Html excerpt_row(const Site& site, const Marked& marked);

/// One grid row: what stands in each column, also from a cell merged downwards.
struct GridCell {
  const Cell* cell = nullptr;
  bool from_above = false;
};
using GridLine = std::vector<GridCell>;
/// The rows [from, to) of a table, by index.
[[nodiscard]] std::vector<GridLine> grid_lines(const Block& table, std::size_t from, std::size_t to);
/// The index of the header that holds for a row, as it was read; -1 = none.
[[nodiscard]] int header_of(const SourceView& view, const Block& table, int row);
struct GridLook {
  bool header = false;
  int marked = -1;     ///< the column with the words that are asked about, from 0; -1 = none
  std::string words;   ///< those words
  GridLine names = {}; ///< the header's row: on a small screen each cell stands after its column's name
};
/// Cells as <td> or <th scope="col">.
[[nodiscard]] Html grid_cells(const Site& site, const GridLine& line, const std::string& language, const GridLook& look);
/// "block-3-row-2": where a place stands on the source page.
[[nodiscard]] std::string anchor_of(const Position& at);

}  // namespace makegood::pages
