#include "tasks/file_table.h"

#include <algorithm>

#include "formats/csv.h"
#include "formats/recognise.h"

namespace makegood::tasks {
namespace {

FileTable table_of(CsvTable csv) {
  FileTable table;
  table.header = std::move(csv.header);
  for (auto& row : csv.rows) table.rows.push_back({row.row, std::move(row.cells)});
  for (const auto& finding : csv.findings)
    if (finding.code == "unclosed_quote" || finding.code == "stray_quote")
      table.faults.push_back({Fault::invalid_input, finding.message, finding.where});
  return table;
}

std::vector<std::string> texts_of(const Row& row, std::size_t columns) {
  std::vector<std::string> texts(columns);
  for (const auto& cell : row.cells)
    if (const auto column = static_cast<std::size_t>(cell.column); column < columns) texts[column] = cell_text(cell);
  return texts;
}

Result<FileTable> table_of(const Document& document) {
  const auto block = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& b) { return b.kind == BlockKind::table; });
  if (block == document.blocks.end() || block->rows.empty()) return refuse(Fault::unreadable, "there is no table in it");
  const auto columns = static_cast<std::size_t>(column_count(*block));
  FileTable table;
  table.header = texts_of(block->rows[0], columns);
  for (std::size_t i = 1; i < block->rows.size(); ++i) {
    const auto& row = block->rows[i];
    table.rows.push_back({row.position.row > 0 ? static_cast<std::size_t>(row.position.row) : i + 1, texts_of(row, columns)});
  }
  return table;
}

}  // namespace

Result<FileTable> read_file_table(const Workspace& w, const GivenDocument& file, const ReadOptions& limits) {
  const auto kind = formats::recognise(file.bytes, file.name);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == formats::Kind::zip || *kind == formats::Kind::pdf) {
    const auto document = read_given_document(file, w.pdf);
    if (!document) return tl::unexpected(document.error());
    return table_of(*document);
  }
  auto table = read_csv_table(file.bytes, limits);
  if (!table) return tl::unexpected(table.error());
  return table_of(std::move(*table));
}

}  // namespace makegood::tasks
