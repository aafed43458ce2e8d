#include "formats/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "formats/pdf_lines.h"

namespace makegood::formats {
namespace {

constexpr double kMargin = 0.11;     // of the page's height, at the top and at the bottom
constexpr std::size_t kEdgeLines = 3;  // of each margin
constexpr double kSameHeight = 8;    // points
constexpr std::size_t kLongest = 160;  // bytes of a running line

bool is_roman_number(std::string_view word) { return !word.empty() && word.size() <= 6 && word.find_first_not_of("ivxlc") == std::string_view::npos; }

// Numbers count alike: "Page 3 of 12" is "page # of #".
std::string pattern_of(const PdfLine& line) {
  std::string out;
  for (const auto& word : split(lower(text_of(line)), ' ')) {
    if (!out.empty()) out += ' ';
    if (is_roman_number(word)) {
      out += '#';
      continue;
    }
    for (const char c : word)
      if (c < '0' || c > '9') out += c;
      else if (out.empty() || out.back() != '#') out += '#';
  }
  return out;
}

bool is_page_number(const std::string& pattern) {
  static const std::set<std::string> kNumbers = {"#", "page #", "page # of #", "# of #", "#/#", "- # -", "-#-", "# | page", "page | #", "p#", "p. #",
                                                 "tudalen #", "tudalen # o #", "[#]"};
  return kNumbers.contains(pattern);
}

struct EdgeLine {
  std::size_t page = 0;
  double from_edge = 0;  // the height, from the nearer edge
  bool top = false;
  std::string pattern;
  PdfWords words;
};

void add_edges(const PdfPage& page, std::size_t index, std::vector<EdgeLine>& out) {
  PdfWords top, bottom;
  for (const auto& word : page.words) {
    if (word.box.y1 < page.height * kMargin) top.push_back(&word);
    else if (word.box.y0 > page.height * (1 - kMargin)) bottom.push_back(&word);
  }
  const auto add = [&](const PdfLine& line, bool is_top) {
    auto pattern = pattern_of(line);
    if (pattern.size() > kLongest) return;
    out.push_back({index, is_top ? line.box.y0 : page.height - line.box.y1, is_top, std::move(pattern), line.words});
  };
  const auto above = lines_of(top), below = lines_of(bottom);
  for (std::size_t i = 0; i < above.size() && i < kEdgeLines; ++i) add(above[i], true);
  for (std::size_t i = below.size() < kEdgeLines ? 0 : below.size() - kEdgeLines; i < below.size(); ++i) add(below[i], false);
}

// The pages on which a line like this one stands at this height.
std::size_t pages_like(const EdgeLine& line, const std::vector<const EdgeLine*>& alike) {
  std::set<std::size_t> pages;
  for (const auto* other : alike)
    if (other->top == line.top && std::abs(other->from_edge - line.from_edge) <= kSameHeight) pages.insert(other->page);
  return pages.size();
}

}  // namespace

void drop_furniture(PdfFile& file) {
  std::vector<EdgeLine> lines;
  for (std::size_t i = 0; i < file.pages.size(); ++i) add_edges(file.pages[i], i, lines);
  std::map<std::string, std::vector<const EdgeLine*>> by_pattern;
  for (const auto& line : lines) by_pattern[line.pattern].push_back(&line);
  std::set<const PdfWord*> dropped;
  const auto enough = std::max<std::size_t>(2, (file.pages.size() * 2 + 4) / 5);
  for (const auto& line : lines) {
    const auto pages = pages_like(line, by_pattern[line.pattern]);
    if (pages < (is_page_number(line.pattern) ? std::min<std::size_t>(2, enough) : enough)) continue;
    dropped.insert(line.words.begin(), line.words.end());
  }
  for (auto& page : file.pages) {
    std::vector<PdfWord> kept;
    for (auto& word : page.words)
      if (!dropped.contains(&word)) kept.push_back(std::move(word));
    page.words = std::move(kept);
  }
}

}  // namespace makegood::formats
