#include "formats/pdf_layout.h"

#include <algorithm>

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
  for (const auto* word : words) by_cell[static_cast<std::size_t>(grid.cell_at(word->box.middle_x(), word->box.middle_y()))].push_back(word);
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

// What is drawn, and what the words inside say about rows and columns that are not.
class RuledTables {
 public:
  RuledTables(const PdfPage& page, PdfWords& left_over) : tables_(ruled_tables(page.rules)), words_(tables_.size()) {
    for (const auto& word : page.words) {
      const auto table = table_of(word);
      (table < tables_.size() ? words_[table] : left_over).push_back(&word);
    }
    for (std::size_t i = 0; i < tables_.size(); ++i) settle(i, left_over);
  }
  [[nodiscard]] std::size_t size() const { return tables_.size(); }
  [[nodiscard]] bool is_gone(std::size_t i) const { return words_[i].empty(); }
  [[nodiscard]] const PdfGrid& grid(std::size_t i) const { return tables_[i].grid; }
  [[nodiscard]] const PdfWords& words(std::size_t i) const { return words_[i]; }

 private:
  // The lowest of those that it lies in: a table may stand inside another's frame.
  [[nodiscard]] std::size_t table_of(const PdfWord& word) const {
    auto best = tables_.size();
    for (std::size_t i = 0; i < tables_.size(); ++i) {
      const auto box = tables_[i].grid.box();
      if (!box.holds(word.box.middle_x(), word.box.middle_y())) continue;
      if (best == tables_.size() || box.height() < tables_[best].grid.box().height()) best = i;
    }
    return best;
  }
  void settle(std::size_t i, PdfWords& left_over) {
    auto& table = tables_[i];
    if (!table.open) return find_undrawn_rows(i);
    const auto rivers = rivers_of(lines_of(words_[i]));
    if (rivers.empty()) {  // lines between paragraphs: no table
      left_over.insert(left_over.end(), words_[i].begin(), words_[i].end());
      words_[i].clear();
      return;
    }
    std::vector<double> xs = {table.grid.xs.front()};
    for (const double x : rivers)
      if (x > xs.front() && x < table.grid.xs.back()) xs.push_back(x);
    xs.push_back(table.grid.xs.back());
    table.grid = plain_grid(std::move(xs), table.grid.ys);
    if (table.grid.rows() <= kFewBands) find_undrawn_rows(i);
  }
  // In rows whose every column is one cell.
  void find_undrawn_rows(std::size_t i) {
    auto& grid = tables_[i].grid;
    if (grid.columns() < 2) return;
    const std::vector<double> rivers(grid.xs.begin() + 1, grid.xs.end() - 1);
    std::vector<PdfWords> by_row(grid.rows());
    for (const auto* word : words_[i]) {
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
  static std::vector<bool> plain_rows(const PdfGrid& grid) {
    std::vector<bool> plain(grid.rows(), true);
    for (const auto& cell : grid.cells)
      for (int row = cell.row; row < cell.row + cell.row_span && (cell.row_span > 1 || cell.column_span > 1); ++row)
        plain[static_cast<std::size_t>(row)] = false;
    return plain;
  }

  std::vector<RuledTable> tables_;
  std::vector<PdfWords> words_;
};

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

void add_zones(const PdfLines& lines, const PdfPage& page, const PdfType& type, double right, PdfLayout& out) {
  for (const auto& zone : zones_of(lines)) {
    if (zone.kind == Zone::Kind::table) add_river_table(zone, page, type, out);
    if (zone.kind == Zone::Kind::columns) add_columns(zone, page, type, out);
    if (zone.kind == Zone::Kind::unclear) out.unclear = true;
    if (zone.kind != Zone::Kind::text && zone.kind != Zone::Kind::unclear) continue;
    auto more = blocks_of(zone.lines, {right, false}, type, page.links);
    std::move(more.begin(), more.end(), std::back_inserter(out.blocks));
  }
}

PdfLayout lay_out(const PdfPage& page, const PdfType& type, double right) {
  PdfLayout out;
  PdfWords free, sideways;
  const RuledTables tables(page, free);
  sort_as_written(free);
  const auto upright = std::stable_partition(free.begin(), free.end(), [](const PdfWord* word) { return word->angle == 0; });
  sideways.assign(upright, free.end());
  free.erase(upright, free.end());
  auto lines = lines_of(std::move(free));
  auto next = lines.begin();
  for (std::size_t i = 0; i < tables.size(); ++i) {
    if (tables.is_gone(i)) continue;
    out.tables = true;
    const auto end = std::find_if(next, lines.end(), [&](const PdfLine& line) { return line.box.middle_y() >= tables.grid(i).ys.front(); });
    add_zones({next, end}, page, type, right, out);
    next = end;
    out.blocks.push_back(table_block(tables.grid(i), tables.words(i), page, type));
  }
  add_zones({next, lines.end()}, page, type, right, out);
  auto more = cell_blocks(sideways, {0, 0, page.width, page.height}, type, page.links);
  std::move(more.begin(), more.end(), std::back_inserter(out.blocks));
  for (auto& block : out.blocks) block.position.page = page.number;
  return out;
}

}  // namespace makegood::formats
