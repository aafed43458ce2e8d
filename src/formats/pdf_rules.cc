#include "formats/pdf_rules.h"

#include <algorithm>
#include <cmath>

namespace makegood::formats {
namespace {

constexpr std::size_t kMostLines = 2'000;  // of one page, after merging: more is a drawing
constexpr std::size_t kMostBands = 400;    // between level lines alone: more is ruled paper
constexpr double kNarrowest = 150;         // points: of a table with level lines alone

bool is_alike(const PdfBox& a, const PdfBox& b) {
  return std::abs(a.x0 - b.x0) <= kTouch && std::abs(a.x1 - b.x1) <= kTouch;
}

// Level lines of like width, one under another, with nothing upright.
void add_open_tables(std::vector<PdfBox> lines, std::vector<RuledTable>& tables) {
  std::sort(lines.begin(), lines.end(), [](const PdfBox& a, const PdfBox& b) { return a.y0 < b.y0; });
  std::vector<bool> used(lines.size(), false);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (used[i] || lines[i].width() < kNarrowest) continue;
    std::vector<double> ys;
    for (auto k = i; k < lines.size(); ++k) {
      if (used[k] || !is_alike(lines[k], lines[i])) continue;
      ys.push_back(lines[k].y0);
      used[k] = true;
    }
    if (ys.size() >= 3 && ys.size() <= kMostBands)
      tables.push_back({plain_grid({lines[i].x0, lines[i].x1}, std::move(ys)), true});
  }
}

}  // namespace

std::vector<RuledTable> ruled_tables(const std::vector<PdfBox>& rules) {
  const auto merged = merge_rules(rules);
  std::vector<RuledTable> tables;
  if (merged.level.size() + merged.upright.size() > kMostLines) return tables;
  std::vector<PdfBox> lonely;
  for (const auto& group : connected(merged)) {
    if (group.upright.empty()) lonely.insert(lonely.end(), group.level.begin(), group.level.end());
    if (group.upright.empty() || group.level.empty()) continue;
    if (auto grid = grid_of(group); grid.cells.size() >= 2) tables.push_back({std::move(grid), false});
  }
  add_open_tables(std::move(lonely), tables);
  std::sort(tables.begin(), tables.end(),
            [](const RuledTable& a, const RuledTable& b) { return a.grid.ys.front() < b.grid.ys.front(); });
  return tables;
}

}  // namespace makegood::formats
