#pragma once
// A document as lines, for tests: "h2 Title", "p text", "li a. text", "row | cell | 2x1: merged".

#include <string>

#include <fmt/format.h>

#include "document/document.h"

namespace makegood::formats {

inline std::string dump(const std::vector<Block>& blocks, bool in_cell = false);

inline std::string emphasis_letters(const Block& block) {
  std::string out;
  if (block.bold) out += 'b';
  if (block.italic) out += 'i';
  if (block.underlined) out += 'u';
  return out.empty() ? out : "<" + out + ">";
}

inline std::string dump_row(const Row& row) {
  std::string out = row.header ? "head" : "row";
  int expected = 0;
  for (const auto& cell : row.cells) {
    out += " |";
    if (cell.column != expected) out += fmt::format(" @{}", cell.column);
    if (cell.column_span != 1 || cell.row_span != 1) out += fmt::format(" {}x{}:", cell.column_span, cell.row_span);
    const auto text = dump(cell.blocks, true);
    if (!text.empty()) out += " " + text;
    expected = cell.column + cell.column_span;
  }
  return out + "\n";
}

inline std::string dump(const Block& block) {
  const auto text = emphasis_letters(block) + replace_all(block.text, "\n", "\\n");
  switch (block.kind) {
    case BlockKind::heading: return fmt::format("h{} {}", block.level, text);
    case BlockKind::list_item:
      return fmt::format("li{} {} {}", block.level > 0 ? std::to_string(block.level) : "", block.marker, text);
    case BlockKind::paragraph: return "p " + text;
    case BlockKind::table: return "table";
  }
  return {};
}

inline std::string dump(const std::vector<Block>& blocks, bool in_cell) {
  std::string out;
  for (const auto& block : blocks) {
    auto line = dump(block);
    if (in_cell && blocks.size() == 1 && block.kind == BlockKind::paragraph) line = line.substr(2);
    if (in_cell && !out.empty()) out += " / ";
    out += line + (in_cell ? "" : "\n");
    if (in_cell && !block.rows.empty()) out += "{";
    for (const auto& row : block.rows) out += in_cell ? std::string(trim(dump_row(row))) + ";" : dump_row(row);
    if (in_cell && !block.rows.empty()) out += "}";
  }
  return out;
}

}  // namespace makegood::formats
