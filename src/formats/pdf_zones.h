#pragma once
// What lines outside of ruled tables are: running text, a table without rules, columns as in a
// newsletter, or text side by side whose order nobody can tell.

#include <vector>

#include "formats/pdf_rivers.h"

namespace makegood::formats {

struct Zone {
  enum class Kind { text, table, columns, unclear };
  Kind kind = Kind::text;
  PdfLines lines;
  std::vector<double> rivers;  ///< between its columns; none in text
  std::vector<double> tops;    ///< of the rows of a table but the first
};

/// From the top down; every line is in one zone. `columns`: of the table before, and then of the
/// last one here; `first`: the lines begin their page.
[[nodiscard]] std::vector<Zone> zones_of(const PdfLines& lines, PdfColumns& columns, bool first);

}  // namespace makegood::formats
