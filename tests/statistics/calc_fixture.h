#pragma once
// For tests that compare what calc answers with what another tool answered: CSV as a table of texts.

#include <doctest/doctest.h>

#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "calc/calc.h"

namespace makegood::calc {

/// A CSV file as a test looks at it. Lines before the header that begin with # are comments.
class CsvFile {
 public:
  explicit CsvFile(std::string_view csv) {
    while (csv.starts_with('#')) csv.remove_prefix(csv.find('\n') + 1);
    text_ = std::string(csv);
    CsvScanner scanner(text_, ',');
    while (scanner.next()) rows_.emplace_back(scanner.cells().begin(), scanner.cells().end());
  }

  [[nodiscard]] static std::optional<CsvFile> open(const std::filesystem::path& path) {
    std::ifstream in(path, std::ios::binary);
    if (!in) return std::nullopt;
    return CsvFile(std::string(std::istreambuf_iterator<char>(in), {}));
  }

  [[nodiscard]] const std::string& text() const { return text_; }
  [[nodiscard]] const std::vector<std::string>& header() const { return rows_.front(); }
  [[nodiscard]] std::size_t size() const { return rows_.size() - 1; }
  /// The last column of that name.
  [[nodiscard]] std::size_t column(std::string_view name) const {
    for (auto i = header().size(); i-- > 0;)
      if (header()[i] == name) return i;
    FAIL("there is no column ", std::string(name));
    return 0;
  }
  [[nodiscard]] const std::string& cell(std::size_t row, std::size_t column) const { return rows_[row + 1][column]; }
  [[nodiscard]] const std::string& cell(std::size_t row, std::string_view name) const { return cell(row, column(name)); }
  [[nodiscard]] double number(std::size_t row, std::string_view name) const { return read_number(cell(row, name)).value; }

 private:
  std::string text_;
  std::vector<std::vector<std::string>> rows_;
};

[[nodiscard]] inline CsvFile calculated(std::string_view method, std::string_view csv, const Request& request = {}) {
  const auto* found = find_method(method);
  REQUIRE(found != nullptr);
  const auto file = open_delimited(csv);
  std::string out;
  const auto account = run(*found, file, survey(file), request, [&](std::string_view part) { out += part; });
  REQUIRE_MESSAGE(account.has_value(), (account ? "" : account.error().message));
  return CsvFile(out);
}

/// How near a column must come to the other tool's, relative to its size.
struct Tolerance {
  double relative = 1e-10;
  double absolute = 1e-14;
};

inline void check_near(const std::string& got, const std::string& expected, const Tolerance& tolerance) {
  const auto there = read_number(expected), here = read_number(got);
  CAPTURE(got);
  CAPTURE(expected);
  if (there.status == Status::missing) {
    CHECK(here.status == Status::missing);
    return;
  }
  REQUIRE(here.status == Status::ok);
  CHECK(std::fabs(here.value - there.value) <= tolerance.relative * std::fabs(there.value) + tolerance.absolute);
}

}  // namespace makegood::calc
