#pragma once
// Words become lines, and the sizes of a whole document tell its ordinary text from its headings.

#include <string>
#include <vector>

#include "formats/pdf_pages.h"

namespace makegood::formats {

/// Words of one page. They lie in memory as the page wrote them: sorted by address, they stand
/// in that order.
using PdfWords = std::vector<const PdfWord*>;
void sort_as_written(PdfWords& words);

struct PdfLine {
  PdfWords words;  ///< from left to right
  PdfBox box;
};
using PdfLines = std::vector<PdfLine>;

/// What holds for a whole document.
struct PdfType {
  const PdfFile* file = nullptr;
  double body = 10;              ///< size of the ordinary text
  std::vector<double> headings;  ///< larger sizes, the largest first
};
[[nodiscard]] PdfType type_of(const PdfFile& file);

/// Lines from the top down. Words on one height are one line, however far apart.
[[nodiscard]] PdfLines lines_of(PdfWords words);
/// Lines in the order in which the page wrote them: for words that are known to belong together.
[[nodiscard]] PdfLines lines_as_written(PdfWords words);
[[nodiscard]] std::string text_of(const PdfLine& line);
/// Whether there is white between two words that follow each other on a line.
[[nodiscard]] bool is_space_between(const PdfWord& a, const PdfWord& b);

/// Small, raised and close behind a word: "panels" with a 2 that stands for a footnote.
[[nodiscard]] bool points_to_note(const PdfWord& before, const PdfWord& word);

/// The size of most letters of a line.
[[nodiscard]] double size_of(const PdfLine& line);
[[nodiscard]] bool all_bold(const PdfLine& line, const PdfType& type);
/// 1 to 6 by size; 0 = ordinary text.
[[nodiscard]] int heading_level(const PdfLine& line, const PdfType& type);
[[nodiscard]] bool begins_bullet(const PdfLine& line);
/// The white between lines that is usual here, in points.
[[nodiscard]] double usual_gap(const PdfLines& lines);

}  // namespace makegood::formats
