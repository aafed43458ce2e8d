#pragma once
// One sheet of a workbook as people see it, whatever file it came from: the cells with text in
// them, where cells are merged, and which ranges are tables. Rows and columns count from 1, as
// spreadsheets count rows. What is empty is not here, so a million formatted rows cost nothing.

#include <map>
#include <string>
#include <vector>

#include "formats/formats.h"

namespace makegood::formats {

constexpr int kLastRow = 1'048'576;
constexpr int kLastColumn = 16'384;
/// Of a workbook, with text in them.
constexpr std::size_t kMaxCells = 500'000;
/// Bytes; Excel takes 32,767 characters.
constexpr std::size_t kMaxCellText = 1U << 20U;

struct SheetCell {
  int column = 0;
  int column_span = 1;
  int row_span = 1;
  bool bold = false;
  bool large = false;  ///< in larger type than the workbook's usual
  std::string text;
  std::string url;  ///< of a link on the cell
};

struct SheetRow {
  int number = 0;
  bool header = false;  ///< the file says so: header row of a table
  std::vector<SheetCell> cells;
};

struct SheetRange {
  int first_row = 0, first_column = 0, last_row = 0, last_column = 0;
  [[nodiscard]] bool holds(int row, int column) const {
    return row >= first_row && row <= last_row && column >= first_column && column <= last_column;
  }
};

struct SheetTables {
  SheetRange range;
  int header_rows = 1;
};

struct SheetGrid {
  std::string name;
  std::vector<SheetRow> rows;  ///< by number, their cells by column
  std::vector<SheetTables> tables;

  /// Gives cells their spans. What merged-away cells hold follows the text of the cell that they
  /// were merged into; a range that overlaps an earlier one is no merge.
  void merge(std::vector<SheetRange> ranges);
};

/// Counts what a workbook's sheets hold together, while it is read.
class SheetBudget {
 public:
  explicit SheetBudget(const ReadOptions& options) : options_(options) {}
  /// One cell's text; each of its lines counts as a cell. False = over a limit, which `refusal` names.
  [[nodiscard]] bool take(std::string_view text);
  [[nodiscard]] const Refusal& refusal() const { return refusal_; }

 private:
  const ReadOptions& options_;
  std::size_t cells_ = 0, text_ = 0;
  Refusal refusal_;
};

[[nodiscard]] Refusal too_many_cells();
[[nodiscard]] Refusal too_much_in_a_cell(int row, int column);

/// Null where that cell is not there. `rows` are in order.
[[nodiscard]] SheetCell* cell_at(std::vector<SheetRow>& rows, int number, int column);
/// Sorts what a file has out of order; of two cells in one place the later one counts.
void put_in_order(std::vector<SheetRow>& rows);

/// "B7", "$B$7" -> 7, 2. False for what is no cell of a sheet (row 1,048,577, column XFE).
[[nodiscard]] bool read_cell_name(std::string_view name, int& row, int& column);
/// "A1:C7", or one cell. False as above; the corners may come in any order.
[[nodiscard]] bool read_range(std::string_view name, SheetRange& range);
/// 1 -> "A", 28 -> "AB".
[[nodiscard]] std::string column_name(int column);
[[nodiscard]] std::string cell_name(int row, int column);

/// Places that one kind of finding applies to, for its `where`: "sheet "Housing", cells B4, B7 and 12 more".
class Places {
 public:
  void add(std::string place);
  void add_once(const std::string& place);  ///< not where the latest one is the same
  [[nodiscard]] bool empty() const { return count_ == 0; }
  [[nodiscard]] std::string in_words() const;
  [[nodiscard]] std::size_t count() const { return count_; }

 private:
  std::vector<std::string> first_;
  std::size_t count_ = 0;
};

/// Ordered numbers as runs: "3 to 9, 12".
[[nodiscard]] std::string runs_in_words(const std::vector<int>& numbers);

}  // namespace makegood::formats
