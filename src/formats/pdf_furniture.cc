#include "formats/pdf_furniture.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/base.h"
#include "formats/pdf_lines.h"
#include "formats/pdf_rules.h"
#include "formats/pdf_tags.h"

namespace makegood::formats {
namespace {

constexpr double kMargin = 0.11;       // of the page's height, at the top and at the bottom
constexpr std::size_t kEdgeLines = 3;  // of each margin
constexpr double kSameHeight = 8;      // points
constexpr std::size_t kLongest = 160;  // bytes of a running line

bool is_roman_number(std::string_view word) {
  return !word.empty() && word.size() <= 6 && word.find_first_not_of("ivxlc") == std::string_view::npos;
}

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
      if (c < '0' || c > '9')
        out += c;
      else if (out.empty() || out.back() != '#')
        out += '#';
  }
  return out;
}

bool is_page_number(std::string_view pattern) {
  static const std::set<std::string_view> kNumbers = {"#",     "page #",    "page # of #",   "# of #",   "#/#",
                                                      "- # -", "-#-",       "# | page",      "page | #", "p#",
                                                      "p. #",  "tudalen #", "tudalen # o #", "[#]"};
  return kNumbers.contains(pattern);
}

struct EdgeLine {
  std::size_t page = 0;
  double from_edge = 0;  // the height, from the nearer edge
  std::string pattern;   // begins with T at the top, B at the bottom
  PdfWords words;
};
using EdgeLines = std::vector<EdgeLine>;

bool is_at_top(const PdfWord& word, const PdfPage& page) { return word.box.y1 < page.height * kMargin; }
bool is_at_bottom(const PdfWord& word, const PdfPage& page) { return word.box.y0 > page.height * (1 - kMargin); }

// Tables that reach into the page from its edge: their header rows come again, too, and stay.
std::vector<PdfBox> tables_inside(const PdfPage& page) {
  std::vector<PdfBox> boxes;
  for (const auto& table : ruled_tables(page.rules)) {
    const auto box = table.grid.box();
    if (box.y1 > page.height * kMargin && box.y0 < page.height * (1 - kMargin)) boxes.push_back(box);
  }
  return boxes;
}

void add_edges(const PdfPage& page, std::size_t index, EdgeLines& out) {
  PdfWords top, bottom;
  const auto tables = tables_inside(page);
  const auto in_table = [&](const PdfWord& word) {
    return std::any_of(tables.begin(), tables.end(),
                       [&](const PdfBox& box) { return box.holds(word.box.middle_x(), word.box.middle_y()); });
  };
  for (const auto& word : page.words) {
    if (is_at_top(word, page) && !in_table(word))
      top.push_back(&word);
    else if (is_at_bottom(word, page) && !in_table(word))
      bottom.push_back(&word);
  }
  const auto add = [&](const PdfLine& line, bool is_top) {
    auto pattern = pattern_of(line);
    if (pattern.size() > kLongest) return;
    out.push_back(
        {index, is_top ? line.box.y0 : page.height - line.box.y1, (is_top ? 'T' : 'B') + pattern, line.words});
  };
  const auto above = lines_of(std::move(top)), below = lines_of(std::move(bottom));
  for (std::size_t i = 0; i < above.size() && i < kEdgeLines; ++i) add(above[i], true);
  for (std::size_t i = below.size() < kEdgeLines ? 0 : below.size() - kEdgeLines; i < below.size(); ++i)
    add(below[i], false);
}

// Lines of one pattern, by height: those that stand at a like height on enough pages.
void drop_alike(std::vector<const EdgeLine*>& lines, std::size_t enough, std::set<const PdfWord*>& dropped) {
  std::sort(lines.begin(), lines.end(),
            [](const EdgeLine* a, const EdgeLine* b) { return a->from_edge < b->from_edge; });
  std::map<std::size_t, int> pages;  // on which a line stands in the window
  std::size_t from = 0, to = 0;
  for (const auto* line : lines) {
    for (; to < lines.size() && lines[to]->from_edge <= line->from_edge + kSameHeight; ++to) ++pages[lines[to]->page];
    for (; lines[from]->from_edge < line->from_edge - kSameHeight; ++from)
      if (--pages[lines[from]->page] == 0) pages.erase(lines[from]->page);
    if (pages.size() >= enough) dropped.insert(line->words.begin(), line->words.end());
  }
}

// A tagged file says itself what is no part of its text; at the edges of the page it is believed.
bool is_marked_as_furniture(const PdfWord& word, const PdfPage& page) {
  return word.mcid == kArtefact && (is_at_top(word, page) || is_at_bottom(word, page));
}

}  // namespace

void drop_furniture(PdfFile& file) {
  EdgeLines lines;
  for (std::size_t i = 0; i < file.pages.size(); ++i) add_edges(file.pages[i], i, lines);
  std::map<std::string_view, std::vector<const EdgeLine*>> by_pattern;
  for (const auto& line : lines) by_pattern[line.pattern].push_back(&line);
  std::set<const PdfWord*> dropped;
  const auto enough = std::max<std::size_t>(2, (file.pages.size() * 2 + 4) / 5);
  for (auto& [pattern, alike] : by_pattern) drop_alike(alike, is_page_number(pattern.substr(1)) ? 2 : enough, dropped);
  for (auto& page : file.pages) {
    std::vector<PdfWord> kept;
    for (auto& word : page.words)
      if (!dropped.contains(&word) && !is_marked_as_furniture(word, page)) kept.push_back(std::move(word));
    page.words = std::move(kept);
  }
}

}  // namespace makegood::formats
