#include "formats/pdf_rivers.h"

#include <algorithm>

namespace makegood::formats {
namespace {

constexpr double kApart = 1.0;      // of the font's size: white that parts chunks
constexpr double kNarrowest = 0.8;  // of the font's size: the width of a river
constexpr double kFarBelow = 4.0;   // of a line's height: white that ends what stands above

struct River {
  double x0 = 0, x1 = 0;
  int lines = 0;  // with words on both sides
};

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
    if (from_left) river.x0 = std::max(river.x0, chunk.x1);
    else river.x1 = std::min(river.x1, chunk.x0);
  }
  if (left && right) ++river.lines;
  return river.x1 - river.x0 >= least;
}

// Takes a line into a stretch. False where it stands across a river that earlier lines have shown.
bool take_in(std::vector<River>& rivers, const std::vector<Chunk>& chunks, double size) {
  std::vector<River> left;
  for (auto river : rivers) {
    const int lines = river.lines;
    if (narrow(river, chunks, kNarrowest * size)) left.push_back(river);
    else if (lines > 1 || chunks.size() < 2) return false;
  }
  if (left.empty()) return false;
  rivers = std::move(left);
  return true;
}

// Lines at the end that stand in one column, well below the others, are no part of it.
std::size_t trimmed_end(const PdfLines& lines, std::size_t from, std::size_t end) {
  const PdfLines here(lines.begin() + static_cast<std::ptrdiff_t>(from), lines.begin() + static_cast<std::ptrdiff_t>(end));
  const double usual = usual_gap(here);
  auto last = end;
  while (last > from + 1 && chunks_of(lines[last - 1]).size() < 2) --last;
  while (last < end && lines[last].box.y0 - lines[last - 1].box.y1 <= usual + 0.35 * lines[last].box.height()) ++last;
  return last;
}

}  // namespace

std::vector<Chunk> chunks_of(const PdfLine& line) {
  std::vector<Chunk> chunks;
  for (const auto* word : line.words) {
    if (chunks.empty() || word->box.x0 - chunks.back().x1 > kApart * word->size) chunks.push_back({word->box.x0, word->box.x1});
    else chunks.back().x1 = std::max(chunks.back().x1, word->box.x1);
  }
  return chunks;
}

std::vector<double> rivers_of(const PdfLines& lines) {
  std::vector<Chunk> all;
  double size = 0;
  for (const auto& line : lines) {
    const auto chunks = chunks_of(line);
    all.insert(all.end(), chunks.begin(), chunks.end());
    size = std::max(size, size_of(line));
  }
  std::sort(all.begin(), all.end(), [](const Chunk& a, const Chunk& b) { return a.x0 < b.x0; });
  std::vector<Chunk> land;
  for (const auto& chunk : all) {
    if (!land.empty() && chunk.x0 - land.back().x1 < kNarrowest * size) land.back().x1 = std::max(land.back().x1, chunk.x1);
    else land.push_back(chunk);
  }
  std::vector<double> middles;
  for (auto& river : rivers_in(land)) {
    river.lines = 0;
    for (const auto& line : lines) (void)narrow(river, chunks_of(line), 0);
    if (river.lines >= 2) middles.push_back((river.x0 + river.x1) / 2);
  }
  return middles;
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
           take_in(rivers, chunks_of(lines[end]), size_of(lines[end])))
      ++end;
    end = trimmed_end(lines, i, end);
    if (end - i >= 2) stretches.push_back({i, end});
    i = end - 1;
  }
  return stretches;
}

}  // namespace makegood::formats
