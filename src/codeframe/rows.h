#pragma once
// The tables of catalogue/codeframes as the build put them into the program.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::codes {

struct Table {
  std::string_view name;  ///< of the file, without ".csv"
  std::string_view text;
};

[[nodiscard]] std::span<const Table> tables();

/// One line. `at()` is empty for a column that the table does not have.
class Row {
 public:
  Row(const std::vector<std::string>* header, std::vector<std::string> cells)
      : header_(header), cells_(std::move(cells)) {}
  [[nodiscard]] const std::string& at(std::string_view column) const;
  [[nodiscard]] bool whole() const { return cells_.size() == header_->size(); }

 private:
  const std::vector<std::string>* header_;
  std::vector<std::string> cells_;
};

struct Rows {
  std::vector<std::string> header;
  std::vector<Row> rows;
};

/// Comma, LF, quoted cells, no line break inside a cell: our own files only, which a test holds to that.
/// Data of other people is read by `formats`. An unknown name gives no rows.
[[nodiscard]] const Rows& rows_of(std::string_view table);

}  // namespace makegood::codes
