// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once
// What a PDF file holds, as plain values: words, ruling lines, fonts, the structure tree.
// All lengths are in points from the top left corner of the page as displayed.

#include <functional>
#include <string>
#include <vector>

namespace makegood_pdf {

struct Font {
  std::string name;
  bool bold = false, italic = false, symbol = false;
  bool operator==(const Font&) const = default;
};

struct Box {
  double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

inline constexpr int kNoMark = -1, kArtefact = -2;

struct Word {
  Box box;
  int font = 0;        ///< index into Contents::fonts
  double size = 0;     ///< of the font
  int angle = 0;       ///< 0, 90, 180 or 270, as displayed
  int mcid = kNoMark;  ///< marked content that it belongs to, or one of the two above
  std::string text;    ///< UTF-8
};

struct Link {
  Box box;
  std::string url;
};

struct Page {
  int number = 0;
  double width = 0, height = 0;
  int rotate = 0;
  std::vector<Word> words;  ///< in the order of the content stream
  std::vector<Box> rules;   ///< centre lines of thin strokes and fills, level or upright
  double images = 0;        ///< share of the page that images cover, 0 to 1
  std::vector<Link> links;
};

/// One element of the structure tree of a tagged file.
struct Element {
  std::string role;
  int rowspan = 1, colspan = 1;
  std::vector<std::pair<int, int>> content;  ///< page and mcid
  std::vector<Element> kids;
};

/// What is known before the first page and after the last.
struct Contents {
  std::string title, language, producer;
  bool tagged = false;
  std::vector<Font> fonts;
  std::vector<Element> structure;
};

struct Outcome {
  std::string refusal;  ///< one line for people; empty = read
  Contents contents;
};

/// Reads `bytes`; every page is handed over as soon as it is read, so that a long file needs no
/// more memory than its longest page. A page that cannot be read comes empty.
[[nodiscard]] Outcome read_contents(const std::string& bytes, const std::function<void(const Page&)>& use);

}  // namespace makegood_pdf
