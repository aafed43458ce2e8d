#include <cstdint>

#include "formats/csv.h"
#include "formats/fuzz_check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  makegood::formats::check(makegood::read_csv(bytes));
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
