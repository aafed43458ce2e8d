// What calc answers is what R, epitools and epiR answer: every file in tests/statistics/vectors, every column
// that both have. The first line of each file says which function made it.
#include "statistics/calc_fixture.h"

using namespace makegood;

namespace vectors_test {

struct Vectors {
  const char* file;
  const char* method;
};

// Closed forms agree to ten digits, inverted distributions to eight, roots and p-values to six.
calc::Tolerance tolerance_of(std::string_view column) {
  const auto is = [&](std::initializer_list<std::string_view> names) { return std::find(names.begin(), names.end(), column) != names.end(); };
  if (column.starts_with("exp_") || column.find("_2s_") != std::string_view::npos || column.find("_3s_") != std::string_view::npos) return {1e-8, 1e-14};
  if (is({"cp_lo", "cp_hi", "exact_lo", "exact_hi", "lower95_0cl", "upper95_0cl", "lower99_8cl", "upper99_8cl"})) return {1e-8, 1e-14};
  if (column.starts_with("or_exact") || column.starts_with("rr_score") || column.starts_with("rr_mn") || column == "or_cond_mle") return {1e-6, 1e-12};
  if (column.ends_with("_p") || column.ends_with("_p_cc") || column == "fisher_midp") return {1e-6, 1e-300};
  if (column.starts_with("breslow")) return {1e-6, 1e-10};
  return {1e-9, 1e-13};
}

// The columns that the file has and the method writes, those apart that it reads under the same name.
std::vector<std::string> shared_columns(const calc::CsvFile& file, const calc::Method& method) {
  std::vector<std::string> shared;
  const auto inputs = calc::columns_of(method.inputs);
  const auto read = [&](const std::string& name) { return std::any_of(inputs.begin(), inputs.end(), [&](const auto& one) { return one.name == name; }); };
  for (const auto& column : calc::columns_of(method.outputs))
    if (!read(column.name) && std::find(file.header().begin(), file.header().end(), column.name) != file.header().end()) shared.push_back(column.name);
  return shared;
}

std::size_t first_of(const calc::CsvFile& file, std::string_view name) {
  return static_cast<std::size_t>(std::find(file.header().begin(), file.header().end(), name) - file.header().begin());
}

// The row of a set's answer is that of its first row in the file.
std::size_t row_for(const calc::CsvFile& file, const calc::CsvFile& answer, std::size_t row, const calc::Method& method) {
  if (method.shape != calc::Shape::of_a_set) return row;
  const auto key = calc::columns_of(method.inputs).front().name;
  for (std::size_t i = 0; i < file.size(); ++i)
    if (file.cell(i, first_of(file, key)) == answer.cell(row, 0U)) return i;
  FAIL("a set that the file does not have");
  return 0;
}

TEST_CASE("R's answers") {
  for (const auto& row : {Vectors{"proportion", "proportion"}, Vectors{"rate", "rate"}, Vectors{"mean", "mean"}, Vectors{"two_by_two", "two-by-two"},
                          Vectors{"rate_ratio", "rate-ratio"}, Vectors{"mantel_haenszel", "mantel-haenszel"},
                          Vectors{"mantel_haenszel_rate", "mantel-haenszel-rate"}, Vectors{"adjust_p", "adjust-p"}, Vectors{"r_by_c", "chi-square"},
                          Vectors{"funnel_place_proportion", "funnel-place-proportion"}, Vectors{"funnel_place_ratio", "funnel-place-ratio"},
                          Vectors{"funnel_place_rate", "funnel-place-rate"}, Vectors{"funnel_ratio", "funnel-ratio"},
                          Vectors{"funnel_rate", "funnel-rate"}, Vectors{"funnel_proportion", "funnel-proportion"}, Vectors{"quantile", "quantile"},
                          Vectors{"sii", "sii"}, Vectors{"dsr", "dsr"}, Vectors{"isr", "isr"}}) {
    CAPTURE(row.file);
    const auto file = calc::CsvFile::open("tests/statistics/vectors/" + std::string(row.file) + ".csv");
    REQUIRE(file);
    const auto& method = *calc::find_method(row.method);
    const auto answer = calc::calculated(row.method, file->text());
    const auto columns = shared_columns(*file, method);
    REQUIRE(!columns.empty());
    for (std::size_t i = 0; i < answer.size(); ++i) {
      CAPTURE(i);
      for (const auto& column : columns) {
        CAPTURE(column);
        const auto& expected = file->cell(row_for(*file, answer, i, method), first_of(*file, column));
        if (column == "significance") CHECK(answer.cell(i, column) == expected);
        else calc::check_near(answer.cell(i, column), expected, tolerance_of(column));
      }
    }
  }
}

TEST_CASE("R's power.prop.test") {
  const auto file = calc::CsvFile::open("tests/statistics/vectors/minimum_detectable.csv");
  REQUIRE(file);
  std::string csv = "n1,n2,p2,power\n";
  for (std::size_t i = 0; i < file->size(); ++i) csv += file->cell(i, "n") + "," + file->cell(i, "n") + "," + file->cell(i, "p2") + "," + file->cell(i, "power") + "\n";
  const auto answer = calc::calculated("detectable", csv);
  for (std::size_t i = 0; i < file->size(); ++i) calc::check_near(answer.cell(i, "higher_p1"), file->cell(i, "p1"), {1e-8, 0});
}

}  // namespace vectors_test
