#pragma once
// Rivers: the upright white between words that stand side by side over several lines. They part
// the columns of a table without rules, and the columns of a newsletter.

#include <vector>

#include "formats/pdf_lines.h"

namespace makegood::formats {

/// Where a line's words stand together: a gap of more than a letter's height parts them.
struct Chunk {
  double x0 = 0, x1 = 0;
};
[[nodiscard]] std::vector<Chunk> chunks_of(const PdfLine& line);

/// The middles of the rivers that run through all of `lines`, from left to right; a river counts
/// where two lines or more have words on both sides of it.
[[nodiscard]] std::vector<double> rivers_of(const PdfLines& lines);

/// Which column a word stands in, from 0.
[[nodiscard]] std::size_t column_of(const PdfWord& word, const std::vector<double>& rivers);
/// The words of lines, column by column.
[[nodiscard]] std::vector<PdfWords> columns_of(const PdfLines& lines, const std::vector<double>& rivers);

/// A run of lines that a river runs through from end to end.
struct Stretch {
  std::size_t from = 0, end = 0;
};
[[nodiscard]] std::vector<Stretch> stretches_of(const PdfLines& lines);

}  // namespace makegood::formats
