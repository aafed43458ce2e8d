// Any bytes, any method: every row is answered, every answer has the header's width, its numbers are
// finite, its last cell is a status word.
#include <cstdint>
#include <cstdlib>

#include "calc/calc.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

bool is_status(std::string_view text) {
  for (const auto& row : kStatusWords)
    if (row.word == text) return true;
  return false;
}

// Columns that repeat words of the input, whatever those are.
bool repeats_words(std::string_view column) { return column == "group" || column == "term" || column == "reason" || column == "copied_from"; }

void check_output(const std::string& csv, const calc::Method& method, const calc::Survey& survey, std::size_t outputs) {
  CsvScanner rows(csv, ',');
  must(rows.next() && rows.cells().back() == "status");
  const std::vector<std::string> header(rows.cells().begin(), rows.cells().end());
  const auto width = header.size();
  std::size_t count = 0;
  for (; rows.next(); ++count) {
    must(rows.cells().size() == width && is_status(rows.cells().back()));
    for (std::size_t i = width - outputs - 1; i + 1 < width; ++i) {
      const auto cell = rows.cells()[i];
      must(repeats_words(header[i]) || (cell != "inf" && cell != "-inf" && cell != "nan" && cell != "-nan"));
    }
  }
  if (method.shape != calc::Shape::of_a_set) must(count == survey.rows - survey.ragged.size());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto file = open_delimited({reinterpret_cast<const char*>(data), size});
  const auto survey = calc::survey(file);
  calc::Request request;  // models name their columns by options
  request.options.values = {{"--formula", "y ~ group + x"}, {"--outcome", "y"}, {"--group", "group"}, {"--by", "x"}};
  for (const auto& method : calc::methods()) {
    std::string out;
    const auto account = calc::run(method, file, survey, request, [&](std::string_view csv) { out += csv; });
    if (account)
      check_output(out, method, survey, calc::columns_of(method.outputs).size());
    else
      must(!account.error().message.empty());
  }
  return 0;
}
