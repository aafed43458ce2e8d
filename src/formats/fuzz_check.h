#pragma once
// What holds for every document that a reader makes, whatever it was given. For fuzz targets.

#include <cstdlib>
#include <vector>

#include "document/document.h"

namespace makegood::formats {

inline void must(bool holds) {
  if (!holds) std::abort();
}

inline void check_table(const Block& table);

inline void check_blocks(const std::vector<Block>& blocks) {
  for (const auto& block : blocks) {
    must(is_valid_utf8(block.text) && is_valid_utf8(block.marker));
    must(block.text.find('\0') == std::string::npos);
    must(block.text.find("  ") == std::string::npos && trim(block.text).size() == block.text.size());
    must(block.kind == BlockKind::table || block.rows.empty());
    must((block.kind == BlockKind::list_item) == !block.marker.empty());
    must(block.kind != BlockKind::heading || (block.level >= 1 && block.level <= 6));
    for (const auto& link : block.links) must(is_valid_utf8(link.text) && is_valid_utf8(link.url));
    check_table(block);
  }
}

// No cell outside the grid, none on top of another.
inline void check_table(const Block& table) {
  std::vector<std::size_t> free_from;  // by column: the first row that no cell above covers
  for (std::size_t r = 0; r < table.rows.size(); ++r) {
    for (const auto& cell : table.rows[r].cells) {
      must(cell.column >= 0 && cell.column_span >= 1 && cell.row_span >= 1 && cell.column + cell.column_span <= 1000);
      must(r + static_cast<std::size_t>(cell.row_span) <= table.rows.size());
      const auto end = static_cast<std::size_t>(cell.column + cell.column_span);
      if (free_from.size() < end) free_from.resize(end, 0);
      for (auto c = static_cast<std::size_t>(cell.column); c < end; ++c) {
        must(free_from[c] <= r);
        free_from[c] = r + static_cast<std::size_t>(cell.row_span);
      }
      check_blocks(cell.blocks);
    }
  }
}

inline void check(const Result<Document>& document) {
  if (!document) return must(!document.error().message.empty() && document.error().message.find('\n') == std::string::npos);
  must(is_valid_utf8(document->title) && is_valid_utf8(document->language));
  check_blocks(document->blocks);
  for (const auto& finding : document->findings) must(is_valid_utf8(finding.message));
}

}  // namespace makegood::formats
