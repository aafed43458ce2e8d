#pragma once
// The JSON of makegood-pdf as values. Lengths in points from the top left corner.

#include <string>
#include <string_view>
#include <vector>

#include "formats/formats.h"

namespace makegood::formats {

struct PdfBox {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;

  [[nodiscard]] double width() const { return x1 - x0; }
  [[nodiscard]] double height() const { return y1 - y0; }
  [[nodiscard]] double middle_x() const { return (x0 + x1) / 2; }
  [[nodiscard]] double middle_y() const { return (y0 + y1) / 2; }
  [[nodiscard]] bool holds(double x, double y) const { return x >= x0 && x <= x1 && y >= y0 && y <= y1; }
  void include(const PdfBox& other);
};

struct PdfFont {
  bool bold = false, italic = false, symbol = false;
};

struct PdfWord {
  PdfBox box;
  int font = 0;
  double size = 0;
  int angle = 0;  ///< 0, 90, 180 or 270: which way it reads
  int mcid = -1;
  std::string text;
};

struct PdfLink {
  PdfBox box;
  std::string url;
};

struct PdfPage {
  int number = 0;
  double width = 0, height = 0;
  double images = 0;  ///< share of the page
  std::vector<PdfWord> words;
  std::vector<PdfBox> rules;  ///< level (y0 == y1) or upright (x0 == x1)
  std::vector<PdfLink> links;
};

struct PdfElement {
  std::string role;
  int row_span = 1, column_span = 1;
  std::vector<std::pair<int, int>> content;  ///< page and mcid
  std::vector<PdfElement> kids;
};

struct PdfFile {
  std::string title, language;
  std::vector<PdfFont> fonts;
  std::vector<PdfPage> pages;
  std::vector<PdfElement> structure;

  [[nodiscard]] PdfFont font(const PdfWord& word) const;
};

/// Members that are missing or of another type count as empty; a page whose text mostly reads
/// sideways is turned. Refuses: what is no JSON object, another format -> Fault::unreadable;
/// more words or rules than memory is worth -> Fault::too_large.
[[nodiscard]] Result<PdfFile> read_pdf_pages(std::string_view json, const ReadOptions&);

}  // namespace makegood::formats
