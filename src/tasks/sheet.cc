#include "tasks/sheet.h"

#include <algorithm>

#include "formats/csv.h"
#include "formats/recognise.h"

namespace makegood::tasks {
namespace {

Sheet sheet_of(CsvTable table) {
  Sheet sheet;
  sheet.header = std::move(table.header);
  for (auto& row : table.rows) sheet.rows.push_back({row.row, std::move(row.cells)});
  for (const auto& finding : table.findings)
    if (finding.code == "unclosed_quote" || finding.code == "stray_quote")
      sheet.faults.push_back({Fault::invalid_input, finding.message, finding.where});
  return sheet;
}

std::vector<std::string> texts_of(const Row& row, std::size_t columns) {
  std::vector<std::string> texts(columns);
  for (const auto& cell : row.cells)
    if (const auto column = static_cast<std::size_t>(cell.column); column < columns) texts[column] = cell_text(cell);
  return texts;
}

Result<Sheet> sheet_of(const Document& document) {
  const auto table = std::find_if(document.blocks.begin(), document.blocks.end(), [](const Block& b) { return b.kind == BlockKind::table; });
  if (table == document.blocks.end() || table->rows.empty()) return refuse(Fault::unreadable, "there is no table in it");
  const auto columns = static_cast<std::size_t>(column_count(*table));
  Sheet sheet;
  sheet.header = texts_of(table->rows[0], columns);
  for (std::size_t i = 1; i < table->rows.size(); ++i) {
    const auto& row = table->rows[i];
    sheet.rows.push_back({row.position.row > 0 ? static_cast<std::size_t>(row.position.row) : i + 1, texts_of(row, columns)});
  }
  return sheet;
}

}  // namespace

Result<Sheet> read_sheet(const Workspace& w, const GivenDocument& file, const ReadOptions& limits) {
  const auto kind = formats::recognise(file.bytes, file.name);
  if (!kind) return tl::unexpected(kind.error());
  if (*kind == formats::Kind::zip || *kind == formats::Kind::pdf) {
    const auto document = read_given_document(file, w.pdf);
    if (!document) return tl::unexpected(document.error());
    return sheet_of(*document);
  }
  auto table = read_csv_table(file.bytes, limits);
  if (!table) return tl::unexpected(table.error());
  return sheet_of(std::move(*table));
}

}  // namespace makegood::tasks
