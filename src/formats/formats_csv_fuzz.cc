#include <cstdint>

#include "formats/csv.h"
#include "formats/csv_scan.h"
#include "formats/fuzz_check.h"

namespace {

// The scanner, which copies nothing, finds the rows and cells that the splitter finds.
void check_scanner(std::string_view bytes) {
  const auto file = makegood::open_delimited(bytes);
  const auto split = makegood::formats::split_csv(file.text, file.delimiter, file.text.size() + 1);
  makegood::CsvScanner scanner(file.text, file.delimiter);
  for (const auto& row : split.rows) {
    makegood::formats::must(scanner.next() && scanner.row() == row.row && scanner.line() == row.line);
    makegood::formats::must(scanner.cells().size() == row.cells.size());
    for (std::size_t i = 0; i < row.cells.size(); ++i) makegood::formats::must(scanner.cells()[i] == row.cells[i]);
  }
  makegood::formats::must(!scanner.next());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  makegood::formats::check(makegood::read_csv(bytes));
  check_scanner(bytes);
  // What is written reads back: the same cells, row by row.
  if (const auto table = makegood::read_csv_table(bytes); table && !table->header.empty()) {
    std::vector<std::vector<std::string>> rows = {{"a", "b"}};
    for (const auto& row : table->rows) rows.push_back(row.cells);
    const auto again = makegood::formats::split_csv(makegood::write_csv(rows), ',', rows.size() + 1);
    makegood::formats::must(again.rows.size() == rows.size() && again.unclosed_quote == 0);
    for (std::size_t i = 0; i < rows.size(); ++i) makegood::formats::must(again.rows[i].cells == rows[i]);
  }
  return 0;
}
