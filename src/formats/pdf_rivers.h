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
/// where two lines or more have words far apart on both sides of it.
[[nodiscard]] std::vector<double> rivers_of(const PdfLines& lines);

/// The columns of a table without upright rules; it may go on on the next page.
struct PdfColumns {
  double left = 0, right = 0;
  std::vector<double> rivers;
  bool goes_on = false;  ///< nothing stood between the table and the end of its page
};
/// Whether lines go on in a column of a table that a page's end has cut, though not in its first.
[[nodiscard]] bool continues(const PdfLines& lines, const PdfColumns& earlier);
/// The rivers of `lines`, or those of the table before where they are no fewer and no word
/// stands across them: a page may show too little of a table to tell its columns.
[[nodiscard]] std::vector<double> rivers_of(const PdfLines& lines, const PdfColumns& earlier);
/// The columns of a table that has just been read.
[[nodiscard]] PdfColumns remembered(const PdfLines& lines, std::vector<double> rivers);
[[nodiscard]] bool stands_across(const PdfLine& line, const std::vector<double>& rivers);

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
