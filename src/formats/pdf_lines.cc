#include "formats/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <map>

#include "base/base.h"
#include "formats/markers.h"
#include "formats/note_marks.h"

namespace makegood::formats {
namespace {

constexpr double kNoSpace = 0.1;           // of the font's size: a smaller gap is inside a word
constexpr double kHeading = 1.12;          // times the ordinary size
constexpr std::size_t kLongHeading = 200;  // letters

bool on_one_line(const PdfBox& line, const PdfBox& word) {
  const double both = std::min(line.y1, word.y1) - std::max(line.y0, word.y0);
  return both >= 0.5 * std::min(line.height(), word.height());
}

}  // namespace

bool is_space_between(const PdfWord& a, const PdfWord& b) {
  return b.box.x0 - a.box.x1 > kNoSpace * std::max(a.size, b.size) || b.box.x0 < a.box.x0;
}

bool points_to_note(const PdfWord& before, const PdfWord& word) {
  constexpr double kSmall = 0.9;  // of the size of the word before
  if (word.size > kSmall * before.size || word.box.y1 >= before.box.y1 || is_space_between(before, word)) return false;
  return is_note_mark(word.text) && takes_note_mark(before.text);
}

bool begins_bullet(const PdfLine& line) { return !leading_bullet(text_of(line) + " x").text.empty(); }

double size_of(const PdfLine& line) {
  double size = 0;
  std::size_t letters = 0;
  for (const auto* word : line.words) {
    size += word->size * static_cast<double>(word->text.size());
    letters += word->text.size();
  }
  return letters == 0 ? 0 : size / static_cast<double>(letters);
}

bool all_bold(const PdfLine& line, const PdfType& type) {
  return std::all_of(line.words.begin(), line.words.end(), [&](const PdfWord* w) { return type.file->font(*w).bold; });
}

int heading_level(const PdfLine& line, const PdfType& type) {
  const double size = size_of(line);
  if (size < type.body * kHeading || text_of(line).size() > kLongHeading) return 0;
  int level = 1;
  for (const double larger : type.headings)
    if (larger > size + 0.5) ++level;
  return std::min(level, 6);
}

double usual_gap(const PdfLines& lines) {
  std::vector<double> gaps;
  for (std::size_t i = 1; i < lines.size(); ++i) gaps.push_back(lines[i].box.y0 - lines[i - 1].box.y1);
  if (gaps.empty()) return 0;
  const auto lower = gaps.begin() + static_cast<std::ptrdiff_t>(gaps.size() / 3);
  std::nth_element(gaps.begin(), lower, gaps.end());
  return std::min(*lower, lines.front().box.height());  // two lines far apart are no usual gap
}

PdfType type_of(const PdfFile& file) {
  PdfType type;
  type.file = &file;
  std::map<int, std::size_t> letters;  // by half points
  for (const auto& page : file.pages)
    for (const auto& word : page.words) letters[static_cast<int>(std::lround(word.size * 2))] += word.text.size();
  std::size_t most = 0;
  for (const auto& [size, n] : letters)
    if (n > most) {
      most = n;
      type.body = size / 2.0;
    }
  for (auto size = letters.rbegin(); size != letters.rend(); ++size)
    if (size->first / 2.0 >= type.body * kHeading) type.headings.push_back(size->first / 2.0);
  return type;
}

void sort_as_written(PdfWords& words) { std::sort(words.begin(), words.end(), std::less<>()); }

PdfLines lines_of(PdfWords words) {
  std::stable_sort(words.begin(), words.end(),
                   [](const PdfWord* a, const PdfWord* b) { return a->box.middle_y() < b->box.middle_y(); });
  PdfLines lines;
  for (const auto* word : words) {
    if (lines.empty() || !on_one_line(lines.back().box, word->box)) lines.push_back({{}, word->box});
    lines.back().words.push_back(word);
    lines.back().box.include(word->box);
  }
  for (auto& line : lines)
    std::stable_sort(line.words.begin(), line.words.end(),
                     [](const PdfWord* a, const PdfWord* b) { return a->box.x0 < b->box.x0; });
  return lines;
}

PdfLines lines_as_written(PdfWords words) {
  sort_as_written(words);
  PdfLines lines;
  for (const auto* word : words) {
    const bool goes_on =
        !lines.empty() && on_one_line(lines.back().box, word->box) && word->box.x0 >= lines.back().words.back()->box.x0;
    if (!goes_on) lines.push_back({{}, word->box});
    lines.back().words.push_back(word);
    lines.back().box.include(word->box);
  }
  return lines;
}

std::string text_of(const PdfLine& line) {
  std::string out;
  const PdfWord* before = nullptr;
  for (const auto* word : line.words) {
    if (before != nullptr && points_to_note(*before, *word)) continue;
    if (before != nullptr && is_space_between(*before, *word)) out += ' ';
    out += word->text;
    before = word;
  }
  return out;
}

}  // namespace makegood::formats
