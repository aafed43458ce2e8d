#pragma once
// What stands on the pages of a PDF, as plain values. Lengths in points from the top left corner.

#include <string>
#include <utility>
#include <vector>

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
  int mcid = -1;  ///< the marked content that it belongs to; -1 = none, -2 = none: the file calls it an artefact
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

/// A box as seen along text that reads at `angle` (0, 90, 180 or 270): x along its lines, y across them.
[[nodiscard]] PdfBox turned(const PdfBox& box, int angle);

/// A table may be put on its page sideways without the page being turned: a page most of whose
/// letters read sideways is turned until they do not.
void turn_upright(PdfPage& page);

}  // namespace makegood::formats
