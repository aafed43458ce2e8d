#pragma once
// The rows of a table whose columns are known and whose rows nobody drew.

#include <optional>
#include <vector>

#include "formats/pdf_lines.h"

namespace makegood::formats {

/// By the order in which words were written: makers write a table cell by cell, so that going
/// back to a column further left, below all that stands there, begins a row. The tops of the
/// second row and those after it. Empty where words were not written so.
[[nodiscard]] std::vector<double> rows_as_written(const PdfLines& lines, const std::vector<double>& rivers);

/// The same; failing that, by white between rows across all columns; failing that, every line
/// where each has words in its first column and another. Nothing where no way is certain.
[[nodiscard]] std::optional<std::vector<double>> rows_of(const PdfLines& lines, const std::vector<double>& rivers);

}  // namespace makegood::formats
