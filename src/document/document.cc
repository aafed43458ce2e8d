#include "document/document.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood {
namespace {

void add_line(std::string& out, std::string_view line) {
  if (line.empty()) return;
  if (!out.empty()) out += '\n';
  out += line;
}

std::string marked(const Block& block) { return block.marker.empty() ? block.text : block.marker + " " + block.text; }

void add_block(std::string& out, const Block& block) {
  add_line(out, marked(block));
  for (const auto& row : block.rows)
    for (const auto& cell : row.cells)
      for (const auto& inner : cell.blocks) add_block(out, inner);
}

}  // namespace

std::string Position::in_words() const {
  std::vector<std::string> parts;
  const auto add = [&](const char* word, int n) {
    if (n > 0) parts.push_back(fmt::format("{} {}", word, n));
  };
  if (!sheet.empty()) parts.push_back("sheet \"" + sheet + "\"");
  add("page", page);
  add("line", line);
  if (line == 0) add("block", block);
  add("row", row);
  add("column", column);
  return join(parts, ", ");
}

Block heading(int level, std::string text) {
  Block block;
  block.kind = BlockKind::heading;
  block.level = level;
  block.text = std::move(text);
  return block;
}

Block paragraph(std::string text) {
  Block block;
  block.text = std::move(text);
  return block;
}

Block list_item(std::string marker, std::string text, int level) {
  Block block;
  block.kind = BlockKind::list_item;
  block.level = level;
  block.marker = std::move(marker);
  block.text = std::move(text);
  return block;
}

Block table(const std::vector<std::vector<std::string>>& rows) {
  Block block;
  block.kind = BlockKind::table;
  for (std::size_t r = 0; r < rows.size(); ++r) {
    Row row;
    row.header = r == 0;
    row.position.row = static_cast<int>(r) + 1;
    for (std::size_t c = 0; c < rows[r].size(); ++c) {
      Cell cell;
      cell.column = static_cast<int>(c);
      cell.header = row.header;
      if (!rows[r][c].empty()) cell.blocks.push_back(paragraph(rows[r][c]));
      row.cells.push_back(std::move(cell));
    }
    block.rows.push_back(std::move(row));
  }
  return block;
}

int column_count(const Block& table) {
  int widest = 0;
  for (const auto& row : table.rows)
    for (const auto& cell : row.cells) widest = std::max(widest, cell.column + cell.column_span);
  return widest;
}

std::string cell_text(const Cell& cell) {
  std::string out;
  for (const auto& block : cell.blocks) add_line(out, block.text);
  return out;
}

std::string plain_text(const Document& document) {
  std::string out;
  for (const auto& block : document.blocks) add_block(out, block);
  return out;
}

}  // namespace makegood
