#include "formats/pdf_layout.h"

#include <algorithm>

#include "formats/pdf_bands.h"
#include "formats/pdf_blocks.h"
#include "formats/pdf_rivers.h"
#include "formats/pdf_rows.h"
#include "formats/pdf_rules.h"
#include "formats/pdf_zones.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kFewBands = 3;  // between level lines: the rows within may be undrawn

Block table_block(const PdfGrid& grid, const PdfWords& words, const PdfPage& page, const PdfType& type) {
  std::vector<PdfWords> by_cell(grid.cells.size());
  for (const auto* word : words)
    by_cell[static_cast<std::size_t>(grid.cell_at(word->box.middle_x(), word->box.middle_y()))].push_back(word);
  Block block;
  block.kind = BlockKind::table;
  block.rows.resize(grid.rows());
  for (std::size_t i = 0; i < grid.cells.size(); ++i) {
    const auto& from = grid.cells[i];
    Cell cell;
    cell.column = from.column;
    cell.column_span = from.column_span;
    cell.row_span = from.row_span;
    cell.blocks = cell_blocks(by_cell[i], from.box, type, page.links);
    block.rows[static_cast<std::size_t>(from.row)].cells.push_back(std::move(cell));
  }
  return block;
}

// The lowest of those that a word lies in: a table may stand inside another's frame.
std::size_t table_of(const PdfWord& word, const std::vector<RuledTable>& tables) {
  auto best = tables.size();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    const auto box = tables[i].grid.box();
    if (!box.holds(word.box.middle_x(), word.box.middle_y())) continue;
    if (best == tables.size() || box.height() < tables[best].grid.box().height()) best = i;
  }
  return best;
}

std::vector<bool> plain_rows(const PdfGrid& grid) {
  std::vector<bool> plain(grid.rows(), true);
  for (const auto& cell : grid.cells)
    for (int row = cell.row; row < cell.row + cell.row_span && (cell.row_span > 1 || cell.column_span > 1); ++row)
      plain[static_cast<std::size_t>(row)] = false;
  return plain;
}

// Rows that nobody drew, in those whose every column is one cell.
void cut_undrawn_rows(WordTable& table) {
  auto& grid = table.grid;
  if (grid.columns() < 2) return;
  const std::vector<double> rivers(grid.xs.begin() + 1, grid.xs.end() - 1);
  std::vector<PdfWords> by_row(grid.rows());
  for (const auto* word : table.words) {
    const auto& cell = grid.cells[static_cast<std::size_t>(grid.cell_at(word->box.middle_x(), word->box.middle_y()))];
    if (word->angle == 0) by_row[static_cast<std::size_t>(cell.row)].push_back(word);
  }
  const auto plain = plain_rows(grid);
  std::vector<double> tops;
  for (std::size_t row = 0; row < grid.rows(); ++row) {
    if (!plain[row]) continue;
    const auto more = rows_as_written(lines_of(std::move(by_row[row])), rivers);
    tops.insert(tops.end(), more.begin(), more.end());
  }
  if (!tops.empty()) grid = cut_rows(grid, tops);
}

// What is drawn, and what the words inside say about rows and columns that are not.
std::vector<WordTable> drawn_tables(const PdfPage& page, PdfColumns& columns, PdfWords& left_over) {
  const auto ruled = ruled_tables(page.rules);
  std::vector<PdfWords> words(ruled.size());
  for (const auto& word : page.words) {
    const auto table = table_of(word, ruled);
    (table < ruled.size() ? words[table] : left_over).push_back(&word);
  }
  std::vector<WordTable> tables;
  for (std::size_t i = 0; i < ruled.size(); ++i) {
    if (words[i].empty()) continue;
    if (!ruled[i].open) {
      tables.push_back({ruled[i].grid, std::move(words[i])});
      cut_undrawn_rows(tables.back());
      continue;
    }
    for (auto& table : tables_in_bands(ruled[i].grid, words[i], columns, left_over)) {
      if (table.grid.rows() <= kFewBands) cut_undrawn_rows(table);
      tables.push_back(std::move(table));
    }
  }
  std::stable_sort(tables.begin(), tables.end(),
                   [](const WordTable& a, const WordTable& b) { return a.grid.ys.front() < b.grid.ys.front(); });
  return tables;
}

// Each column of a newsletter is a page of its own.
void add_columns(const Zone& zone, const PdfPage& page, const PdfType& type, PdfLayout& out) {
  for (auto& words : columns_of(zone.lines, zone.rivers)) {
    const auto lines = lines_of(std::move(words));
    double right = 0;
    for (const auto& line : lines) right = std::max(right, line.box.x1);
    auto more = blocks_of(lines, {right, false}, type, page.links);
    std::move(more.begin(), more.end(), std::back_inserter(out.blocks));
  }
}

void add_river_table(const Zone& zone, const PdfPage& page, const PdfType& type, PdfLayout& out) {
  PdfBox box = zone.lines.front().box;
  PdfWords words;
  for (const auto& line : zone.lines) {
    box.include(line.box);
    words.insert(words.end(), line.words.begin(), line.words.end());
  }
  std::vector<double> xs = {box.x0 - 1}, ys = {box.y0 - 1};
  xs.insert(xs.end(), zone.rivers.begin(), zone.rivers.end());
  ys.insert(ys.end(), zone.tops.begin(), zone.tops.end());
  xs.push_back(box.x1 + 1);
  ys.push_back(box.y1 + 1);
  out.blocks.push_back(table_block(plain_grid(std::move(xs), std::move(ys)), words, page, type));
}

}  // namespace

void Layouter::add_zones(const PdfLines& lines, const PdfPage& page, PdfLayout& out) {
  for (const auto& zone : zones_of(lines, columns_, out.blocks.empty())) {
    if (zone.kind == Zone::Kind::table) add_river_table(zone, page, type_, out);
    if (zone.kind == Zone::Kind::columns) add_columns(zone, page, type_, out);
    if (zone.kind == Zone::Kind::unclear) out.unclear = true;
    if (zone.kind != Zone::Kind::text && zone.kind != Zone::Kind::unclear) continue;
    auto more = blocks_of(zone.lines, {right_, false}, type_, page.links);
    std::move(more.begin(), more.end(), std::back_inserter(out.blocks));
  }
}

PdfLayout Layouter::lay_out(const PdfPage& page) {
  PdfLayout out;
  PdfWords free;
  const auto tables = drawn_tables(page, columns_, free);
  sort_as_written(free);
  const auto upright =
      std::stable_partition(free.begin(), free.end(), [](const PdfWord* word) { return word->angle == 0; });
  const PdfWords sideways(upright, free.end());
  free.erase(upright, free.end());
  const auto lines = lines_of(std::move(free));
  auto next = lines.begin();
  for (const auto& table : tables) {
    const auto end = std::find_if(next, lines.end(),
                                  [&](const PdfLine& line) { return line.box.middle_y() >= table.grid.ys.front(); });
    add_zones({next, end}, page, out);
    next = end;
    out.blocks.push_back(table_block(table.grid, table.words, page, type_));
  }
  add_zones({next, lines.end()}, page, out);
  columns_.goes_on =
      !out.blocks.empty() && column_count(out.blocks.back()) == static_cast<int>(columns_.rivers.size()) + 1;
  auto more = cell_blocks(sideways, {0, 0, page.width, page.height}, type_, page.links);
  std::move(more.begin(), more.end(), std::back_inserter(out.blocks));
  return out;
}

}  // namespace makegood::formats
