#include "formats/finish.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood::formats {
namespace {

struct Totals {
  std::size_t rows = 0;
  std::size_t text = 0;
};

void inherit(Position& inner, const Position& outer) {
  if (inner.page == 0) inner.page = outer.page;
  if (inner.line == 0) inner.line = outer.line;
  if (inner.sheet.empty()) inner.sheet = outer.sheet;
  inner.block = outer.block;
  inner.row = outer.row;
  inner.column = outer.column;
}

// Tables inside cells keep their outer cell's position: that is where a person finds them.
void settle(Block& block, Totals& totals, bool inside_cell);

void settle(std::vector<Block>& blocks, const Position& cell, Totals& totals) {
  std::erase_if(blocks, [](const Block& block) { return block.text.empty() && block.rows.empty(); });
  for (auto& block : blocks) {
    inherit(block.position, cell);
    settle(block, totals, true);
  }
}

void settle(Block& block, Totals& totals, bool inside_cell) {
  totals.text += block.text.size();
  totals.rows += block.rows.empty() ? 0 : block.rows.size() - 1;  // the header is not counted
  int number = 0;
  // A table of a spreadsheet begins somewhere on its sheet, and its rows know their numbers.
  const int first_column = block.position.column > 0 ? block.position.column : 1;
  for (auto& row : block.rows) {
    ++number;
    const int own_row = row.position.row;
    inherit(row.position, block.position);
    if (!inside_cell) {
      row.position.row = own_row > 0 ? own_row : number;
      row.position.column = 0;
    }
    for (auto& cell : row.cells) {
      auto place = row.position;
      if (!inside_cell) place.column = cell.column + first_column;
      settle(cell.blocks, place, totals);
    }
  }
}

}  // namespace

tl::unexpected<Refusal> refuse_size(std::size_t limit) {
  return refuse(Fault::too_large, fmt::format("The file is larger than {} MB; send a smaller one, or one part of it.",
                                              std::max<std::size_t>(limit >> 20U, 1)));
}

Refusal too_much_text(std::size_t limit) {
  return {Fault::too_large, fmt::format("The file holds more than {} MB of text; split it into smaller files.",
                                        std::max<std::size_t>(limit >> 20U, 1)), {}};
}

Result<Document> finish(Document document, const ReadOptions& options) {
  std::erase_if(document.blocks, [](const Block& block) { return block.text.empty() && block.rows.empty(); });
  Totals totals;
  int number = 0;
  for (auto& block : document.blocks) {
    block.position.block = ++number;
    settle(block, totals, false);
  }
  if (totals.rows > options.max_rows)
    return refuse(Fault::too_large, fmt::format("The tables have {} rows; at most {} can be read, so split the file.",
                                                totals.rows, options.max_rows));
  if (totals.text > options.max_text) return tl::unexpected(too_much_text(options.max_text));
  return document;
}

}  // namespace makegood::formats
