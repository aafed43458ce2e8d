#include "formats/write_docx_pages.h"

#include <algorithm>

#include "formats/write_docx_grid.h"

namespace makegood::formats {
namespace {

constexpr int kMostUprightColumns = 5;
constexpr int kUprightRoom = (kShortSide - 2 * kMargin) * 4 / 5;
constexpr std::size_t kShort = 1200;  // bytes of text that do not deserve a page of their own

bool is_wide(const Block& block) {
  if (block.kind != BlockKind::table) return false;
  return column_count(block) > kMostUprightColumns || least_width(docx_grid(block)) > kUprightRoom;
}

std::size_t length(const Block& block) {
  std::size_t sum = block.text.size() + 40;  // a line of its own takes room, too
  for (const auto& row : block.rows)
    for (const auto& cell : row.cells)
      for (const auto& inner : cell.blocks) sum += length(inner);
  return sum;
}

}  // namespace

std::vector<bool> landscape_blocks(const std::vector<const Block*>& blocks) {
  std::vector<bool> turned(blocks.size());
  std::size_t from = 0;  // of the upright blocks not yet settled
  for (std::size_t n = 0; n <= blocks.size(); ++n) {
    if (n < blocks.size() && !is_wide(*blocks[n])) continue;
    const bool beside = n < blocks.size() ? true : from > 0;  // a wide table stands before or after
    std::size_t sum = 0;
    for (auto k = from; k < n; ++k) sum += length(*blocks[k]);
    auto first = n;  // the first block that goes with the table at n
    if (sum <= kShort && beside) {
      first = from;
    } else if (n < blocks.size()) {
      std::size_t lead = 0;  // back to the headings above it
      for (auto k = n; k > from && lead <= kShort; --k) {
        lead += length(*blocks[k - 1]);
        if (blocks[k - 1]->kind == BlockKind::heading && lead <= kShort) first = k - 1;
        else if (first < n) break;
      }
    }
    for (auto k = first; k < std::min(n + 1, blocks.size()); ++k) turned[k] = true;
    from = n + 1;
  }
  return turned;
}

}  // namespace makegood::formats
