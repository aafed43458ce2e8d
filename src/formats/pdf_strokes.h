#pragma once
// Ruling lines as they stand, not as they were drawn: each maker draws borders in its own way,
// twice over, in halves, cell by cell.

#include <vector>

#include "formats/pdf_pages.h"

namespace makegood::formats {

inline constexpr double kTouch = 3.0;  // points: lines that end this near each other meet

/// Level and upright lines; those on one line that touch are one.
struct Rules {
  std::vector<PdfBox> level, upright;
};

/// Lines within 1.5 pt of each other are one line, gaps up to 3 pt are closed.
[[nodiscard]] Rules merge_rules(const std::vector<PdfBox>& rules);

/// Lines that hang together, group by group.
[[nodiscard]] std::vector<Rules> connected(const Rules& rules);

}  // namespace makegood::formats
