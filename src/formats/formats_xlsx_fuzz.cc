// The input is the XML of a sheet, with other parts after bytes of value 1 (shared texts, styles,
// workbook, a table); or, where it begins as one, a whole package. What was read is written and
// read again: the same texts in the same places.
#include <cstdint>

#include "formats/fuzz_check.h"
#include "formats/sheet_grid.h"
#include "formats/write.h"
#include "formats/xlsx.h"
#include "formats/zip_fixture.h"

namespace {

using namespace makegood;
using formats::must;

constexpr const char* kWorkbook = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"Plan\" r:id=\"s1\"/><sheet name=\"Again\" r:id=\"s1\"/></sheets></workbook>";
constexpr const char* kLinks = "<Relationships><Relationship Id=\"s1\" Type=\"x/worksheet\" Target=\"sheet.xml\"/><Relationship Id=\"t\" Type=\"x/sharedStrings\" "
                               "Target=\"strings.xml\"/><Relationship Id=\"y\" Type=\"x/styles\" Target=\"styles.xml\"/></Relationships>";
constexpr const char* kSheetLinks = "<Relationships><Relationship Id=\"t1\" Type=\"x/table\" Target=\"table.xml\"/><Relationship Id=\"h1\" Type=\"x/hyperlink\" "
                                    "Target=\"https://example.org/\" TargetMode=\"External\"/></Relationships>";

std::string package_of(std::string_view bytes) {
  auto parts = split(bytes, '\1');
  parts.resize(5);
  if (parts[3].empty()) parts[3] = kWorkbook;
  return formats::zip_of({{"xl/workbook.xml", parts[3]}, {"xl/_rels/workbook.xml.rels", kLinks}, {"xl/sheet.xml", parts[0]},
                          {"xl/_rels/sheet.xml.rels", kSheetLinks}, {"xl/strings.xml", parts[1]}, {"xl/styles.xml", parts[2]}, {"xl/table.xml", parts[4]}});
}

void check_places(const Document& document) {
  for (const auto& block : document.blocks) {
    int before = 0;
    for (const auto& row : block.rows) {
      must(row.position.row > before && row.position.row <= formats::kLastRow);
      before = row.position.row;
    }
  }
}

void check_round_trip(const Document& document) {
  Workbook book;
  book.sheets.push_back({"Texts", {}, {{"Texts", {"First", "Text", "Last"}, {}, {}}}});
  auto& rows = book.sheets[0].tables[0].rows;
  for (const auto& block : document.blocks)
    if (rows.size() < 20 && block.text.size() < 1000) rows.push_back({std::string("1"), block.text, std::string("1")});
  const auto bytes = write_xlsx(book);
  must(bytes.has_value());
  const auto again = read_xlsx(*bytes);
  must(again.has_value() && again->blocks.size() == 1 && again->blocks[0].rows.size() == rows.size() + 1);
  for (std::size_t n = 0; n < rows.size(); ++n) {
    std::string text;
    for (const auto& cell : again->blocks[0].rows[n + 1].cells)
      for (const auto& block : cell.blocks)
        if (cell.column == 1) text += block.marker + block.text;
    const auto bare = [](const std::string& all) { return replace_all(replace_all(all, " ", ""), "\n", ""); };
    must(bare(text) == bare(std::get<std::string>(rows[n][1])));
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const auto document = makegood::read_xlsx(bytes.starts_with("PK") ? std::string(bytes) : package_of(bytes));
  formats::check(document);
  if (!document) return 0;
  check_places(*document);
  if (size % 8 == 0) check_round_trip(*document);
  return 0;
}
