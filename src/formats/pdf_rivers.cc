#include "formats/pdf_rivers.h"

#include <algorithm>

#include "formats/markers.h"

namespace makegood::formats {
namespace {

constexpr double kApart = 1.0;      // of the font's size: white that parts chunks
constexpr double kNarrowest = 0.8;  // of the font's size: the width of a river
constexpr double kBetween = 0.2;    // of the font's size: white between words
constexpr double kFarMarker = 4.0;  // of the font's size: between a marker and its words
constexpr double kSlack = 8.0;      // points: by which lines of one table may differ on the left,
constexpr double kRagged = 72.0;    // and on the right
constexpr double kFarBelow = 4.0;   // of a line's height: white that ends what stands above

struct River {
  double x0 = 0, x1 = 0;
  int lines = 0;  // with words on both sides
};

// A bullet or "a." belongs to the words after it, however far they are set in.
bool is_marker(const PdfWord& word) {
  const auto ordinal = leading_ordinal(word.text);
  return (!ordinal.text.empty() && ordinal.length == word.text.size()) ||
         !leading_bullet(word.text + " x").text.empty();
}

std::vector<Chunk> chunks_apart(const PdfLine& line, double gap) {
  std::vector<Chunk> chunks;
  const PdfWord* before = nullptr;
  for (const auto* word : line.words) {
    const double white = before == nullptr ? 0 : word->box.x0 - chunks.back().x1;
    const bool apart = white > gap * word->size && (white > kFarMarker * word->size || !is_marker(*before));
    if (before == nullptr || apart)
      chunks.push_back({word->box.x0, word->box.x1});
    else
      chunks.back().x1 = std::max(chunks.back().x1, word->box.x1);
    before = word;
  }
  return chunks;
}

// The words of a line where some stand side by side, else the line as a whole.
std::vector<Chunk> fine_chunks(const PdfLine& line) {
  auto chunks = chunks_of(line);
  return chunks.size() < 2 ? chunks : chunks_apart(line, kBetween);
}

// Whether words stand far apart on both sides of this place.
bool is_wide_at(const PdfLine& line, double x) {
  const auto chunks = chunks_of(line);
  for (std::size_t i = 1; i < chunks.size(); ++i)
    if (chunks[i - 1].x1 <= x && chunks[i].x0 >= x) return true;
  return false;
}

std::vector<River> rivers_in(const std::vector<Chunk>& chunks) {
  std::vector<River> rivers;
  for (std::size_t i = 1; i < chunks.size(); ++i) rivers.push_back({chunks[i - 1].x1, chunks[i].x0, 1});
  return rivers;
}

// What a line leaves of a river: nothing where its words lie across.
bool narrow(River& river, const std::vector<Chunk>& chunks, double least) {
  const double middle = (river.x0 + river.x1) / 2;
  bool left = false, right = false;
  for (const auto& chunk : chunks) {
    if (chunk.x1 <= river.x0 || chunk.x0 >= river.x1) {
      (chunk.x1 <= river.x0 ? left : right) = true;
      continue;
    }
    const bool from_left = chunk.x0 <= river.x0 || (chunk.x1 < river.x1 && (chunk.x0 + chunk.x1) / 2 < middle);
    (from_left ? left : right) = true;
    if (from_left)
      river.x0 = std::max(river.x0, chunk.x1);
    else
      river.x1 = std::min(river.x1, chunk.x0);
  }
  if (left && right) ++river.lines;
  return river.x1 - river.x0 >= least;
}

// A column may end a mere space before the next begins: the widest white that a line leaves in a river.
bool squeeze_through(River& river, const std::vector<Chunk>& words, double least) {
  River widest;
  for (std::size_t i = 1; i < words.size(); ++i) {
    const double x0 = std::max(river.x0, words[i - 1].x1), x1 = std::min(river.x1, words[i].x0);
    if (x1 - x0 > widest.x1 - widest.x0) widest = {x0, x1, river.lines};
  }
  river = widest;
  return river.x1 - river.x0 >= least;
}

// Takes a line into a stretch. False where it stands across a river that earlier lines have shown.
bool take_in(std::vector<River>& rivers, const PdfLine& line) {
  const auto chunks = chunks_of(line), fine = fine_chunks(line);
  const double size = size_of(line);
  std::vector<River> left;
  for (const auto& before : rivers) {
    auto river = before;
    if (narrow(river, chunks, kNarrowest * size) || squeeze_through(river = before, fine, kBetween * size))
      left.push_back(river);
    else if (before.lines > 1 || chunks.size() < 2)
      return false;
  }
  if (left.empty()) return false;
  rivers = std::move(left);
  return true;
}

// The white that all lines leave, with words far apart on both sides of it in two lines or more.
std::vector<River> open_rivers(PdfLines::const_iterator from, PdfLines::const_iterator end) {
  std::vector<Chunk> all;
  double size = 0;
  for (auto line = from; line != end; ++line) {
    const auto chunks = chunks_of(*line);
    all.insert(all.end(), chunks.begin(), chunks.end());
    size = std::max(size, size_of(*line));
  }
  std::sort(all.begin(), all.end(), [](const Chunk& a, const Chunk& b) { return a.x0 < b.x0; });
  std::vector<Chunk> land;
  for (const auto& chunk : all) {
    if (!land.empty() && chunk.x0 - land.back().x1 < kNarrowest * size)
      land.back().x1 = std::max(land.back().x1, chunk.x1);
    else
      land.push_back(chunk);
  }
  auto rivers = rivers_in(land);
  std::erase_if(rivers, [&](const River& river) {
    return std::count_if(from, end, [&](const PdfLine& line) { return is_wide_at(line, (river.x0 + river.x1) / 2); }) <
           2;
  });
  return rivers;
}

// A header row may fill its columns more than the rows below: a space is enough for it.
bool leaves_open(std::vector<River>& rivers, const PdfLine& header) {
  const auto words = fine_chunks(header);
  if (words.size() < 2) return false;
  const double size = size_of(header);
  return std::all_of(rivers.begin(), rivers.end(), [&](River& river) {
    auto whole = river;
    if (narrow(whole, words, kNarrowest * size) || squeeze_through(whole = river, words, kBetween * size)) {
      river = whole;
      return true;
    }
    return false;
  });
}

bool fit(const PdfLines& lines, const PdfColumns& columns) {
  return std::none_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
    return line.box.x0 < columns.left - kSlack || line.box.x1 > columns.right + kRagged ||
           stands_across(line, columns.rivers);
  });
}

// Lines at the end that stand in one column, well below the others, are no part of it.
std::size_t trimmed_end(const PdfLines& lines, std::size_t from, std::size_t end) {
  const PdfLines here(lines.begin() + static_cast<std::ptrdiff_t>(from),
                      lines.begin() + static_cast<std::ptrdiff_t>(end));
  const double usual = usual_gap(here);
  auto last = end;
  while (last > from + 1 && chunks_of(lines[last - 1]).size() < 2) --last;
  while (last < end && lines[last].box.y0 - lines[last - 1].box.y1 <= usual + 0.35 * lines[last].box.height()) ++last;
  return last;
}

// A column further right may begin higher than the first.
std::size_t raised_start(const PdfLines& lines, std::size_t from, std::size_t above, const std::vector<River>& rivers) {
  while (from > above) {
    const auto& line = lines[from - 1];
    const bool close = lines[from].box.y0 - line.box.y1 <= 0.5 * line.box.height();
    if (!close || line.box.x0 < rivers.front().x1 || chunks_of(line).size() > 1) break;
    auto taken = rivers;
    if (!take_in(taken, line) || taken.size() < rivers.size()) break;
    --from;
  }
  return from;
}

}  // namespace

std::vector<Chunk> chunks_of(const PdfLine& line) { return chunks_apart(line, kApart); }

std::vector<double> rivers_of(const PdfLines& lines) {
  auto rivers = open_rivers(lines.begin(), lines.end());
  if (lines.size() >= 3) {
    auto below = open_rivers(lines.begin() + 1, lines.end());
    if (below.size() > rivers.size() && leaves_open(below, lines.front())) rivers = std::move(below);
  }
  std::vector<double> middles;
  for (const auto& river : rivers) middles.push_back((river.x0 + river.x1) / 2);
  return middles;
}

bool stands_across(const PdfLine& line, const std::vector<double>& rivers) {
  const auto chunks = fine_chunks(line);
  return std::any_of(rivers.begin(), rivers.end(), [&](double x) {
    return std::any_of(chunks.begin(), chunks.end(), [&](const Chunk& chunk) { return chunk.x0 < x && chunk.x1 > x; });
  });
}

bool continues(const PdfLines& lines, const PdfColumns& earlier) {
  if (!earlier.goes_on || earlier.rivers.empty() || lines.empty()) return false;
  const auto column = column_of(*lines.front().words.front(), earlier.rivers);
  return column > 0 && fit(lines, earlier) && std::all_of(lines.begin(), lines.end(), [&](const PdfLine& line) {
           return column_of(*line.words.front(), earlier.rivers) == column &&
                  column_of(*line.words.back(), earlier.rivers) == column;
         });
}

std::vector<double> rivers_of(const PdfLines& lines, const PdfColumns& earlier) {
  auto rivers = rivers_of(lines);
  if (rivers.empty()) return continues(lines, earlier) ? earlier.rivers : rivers;
  return earlier.rivers.size() >= rivers.size() && fit(lines, earlier) ? earlier.rivers : rivers;
}

PdfColumns remembered(const PdfLines& lines, std::vector<double> rivers) {
  PdfBox box = lines.front().box;
  for (const auto& line : lines) box.include(line.box);
  return {box.x0, box.x1, std::move(rivers), true};
}

std::size_t column_of(const PdfWord& word, const std::vector<double>& rivers) {
  return static_cast<std::size_t>(std::upper_bound(rivers.begin(), rivers.end(), word.box.middle_x()) - rivers.begin());
}

std::vector<PdfWords> columns_of(const PdfLines& lines, const std::vector<double>& rivers) {
  std::vector<PdfWords> columns(rivers.size() + 1);
  for (const auto& line : lines)
    for (const auto* word : line.words) columns[column_of(*word, rivers)].push_back(word);
  return columns;
}

std::vector<Stretch> stretches_of(const PdfLines& lines) {
  std::vector<Stretch> stretches;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    auto rivers = rivers_in(chunks_of(lines[i]));
    if (rivers.empty()) continue;
    auto end = i + 1;
    while (end < lines.size() && lines[end].box.y0 - lines[end - 1].box.y1 <= kFarBelow * lines[end].box.height() &&
           take_in(rivers, lines[end]))
      ++end;
    end = trimmed_end(lines, i, end);
    const auto above = stretches.empty() ? 0 : stretches.back().end;
    if (end - i >= 2) stretches.push_back({raised_start(lines, i, above, rivers), end});
    i = end - 1;
  }
  return stretches;
}

}  // namespace makegood::formats
