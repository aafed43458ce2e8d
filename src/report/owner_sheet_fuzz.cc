// Whatever stands in the cells of a sheet that comes back, a row a line and a cell a tab: no more rows than there are lines, an
// item is answered once, and what is answered the form behind the link would take too.
#include <cstdint>
#include <cstdlib>
#include <set>

#include "progress/answer.h"
#include "report/owner_sheet.h"
#include "report/owner_sheet_columns.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

Cell cell_with(int column, std::string text) {
  Cell cell;
  cell.column = column;
  Block block;
  block.text = std::move(text);
  cell.blocks.push_back(std::move(block));
  return cell;
}

Row row_of(int number, const std::vector<std::string>& cells) {
  Row row;
  row.position.row = number;
  for (std::size_t n = 0; n < cells.size() && n < kAnswerColumns.size(); ++n) row.cells.push_back(cell_with(static_cast<int>(n) + 1, cells[n]));
  return row;
}

OwnerSheet sent_sheet() {
  OwnerSheet sheet{"tokenone", "Head of Housing, Aberllyn Council", Day::make(2026, 4, 1).value(), {}};
  sheet.lines = {{"fair", "Fair Work Plan", ItemId("item1"), "01.05", "Publish the pay gap", "Q4 2026/27", Day::make(2027, 3, 31).value(), "", 7},
                 {"fair", "Fair Work Plan", ItemId("item2"), "", "Train all staff", "ongoing", {}, "On track", 9}};
  return sheet;
}

Document document_of(const std::vector<std::string>& lines, const Words& words) {
  Block table;
  table.kind = BlockKind::table;
  std::vector<std::string> headings;
  for (const auto& column : kAnswerColumns) headings.push_back(words(column.heading));
  table.rows.push_back(row_of(1, headings));
  for (const auto& line : lines) table.rows.push_back(row_of(static_cast<int>(table.rows.size()) + 1, split(line, '\t')));
  Document document;
  document.blocks.push_back(std::move(table));
  return document;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static const std::vector<Words> kLanguages = {Words::for_language(Language::en), Words::for_language(Language::cy)};
  static const OwnerSheet kSent = sent_sheet();
  static const std::vector<ItemVersion> kNow = {{"fair", ItemId("item1"), 7}, {"fair", ItemId("item2"), 9}};
  const auto lines = split(valid_utf8(std::string_view(reinterpret_cast<const char*>(data), size)), '\n');
  const auto rows = read_owner_sheet(document_of(lines, kLanguages[0]), std::span(&kSent, 1), kNow, kLanguages);
  must(rows.size() == lines.size());
  std::set<ItemId> answered;
  for (const auto& row : rows) {
    must(!word(row.fate).empty());
    if (row.fate != RowFate::answered) continue;
    must(answered.insert(row.line.item).second);
    must(faults_of(row.words, row.line.due).empty());
    for (const auto& evidence : row.words.evidence) must(faults_of(evidence).empty());
  }
  must(read_sent_sheet(write_owner_sheet(kSent)).value() == kSent);
  static_cast<void>(read_sent_sheet(std::string_view(reinterpret_cast<const char*>(data), size)));
  return 0;
}
