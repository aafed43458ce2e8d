#pragma once
// The tables that ruling lines make on a page.

#include <vector>

#include "formats/pdf_grid.h"

namespace makegood::formats {

struct RuledTable {
  PdfGrid grid;
  bool open = false;  ///< level lines alone: one column, which the words inside may split
};

/// From the top of the page down; a frame around text is none. Level lines alone count where
/// three or more of like width stand under one another.
[[nodiscard]] std::vector<RuledTable> ruled_tables(const std::vector<PdfBox>& rules);

}  // namespace makegood::formats
