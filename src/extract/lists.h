#pragma once
// Lists inside a cell: which lines begin an item of their own, which go on with the one before,
// which are small headings between them.

#include <string>
#include <vector>

#include "extract/lines.h"

namespace makegood::extraction {

struct ListEntry {
  Lines lines;
  std::string label;    ///< "h" of "h."
  std::string heading;  ///< the sub-heading that it stands under
};

/// Several items in one cell: a lettered or numbered list that begins the cell, or (where
/// `bullets` allows) a bulleted one. Fewer than two entries: the cell is one item.
[[nodiscard]] std::vector<ListEntry> list_entries(const Lines& cell, bool ordered, bool bullets);

/// The entries after "Commitment:"; a line that a page break cut off goes on.
[[nodiscard]] std::vector<Lines> commitment_lines(const Lines& lines);

/// "1" of "1. The group will ...", where the first line begins so; empty otherwise.
[[nodiscard]] std::string leading_label(const Lines& lines);

}  // namespace makegood::extraction
