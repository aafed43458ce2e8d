#pragma once
// What was odd in the sheets of a workbook, as findings: one for each kind and sheet, naming the cells.

#include "formats/sheet_grid.h"

namespace makegood::formats {

/// What was odd in one sheet, by places.
struct SheetOddities {
  Places errors;         ///< cells that show #REF! and the like
  Places without_value;  ///< formulas whose result the file does not hold
  Places lost_strings;   ///< cells that point to a text which is not there
  Places beyond;         ///< cells that no sheet has room for
  Places month_first;    ///< dates shown month first, read day first
  std::vector<int> hidden_rows;     ///< with something in them
  std::vector<int> hidden_columns;
};

/// Which columns of a sheet are hidden, and which of them have something in them.
class HiddenColumns {
 public:
  void hide(int first, int last);  ///< what lies beyond a sheet is ignored
  void note(int column) {
    const auto at = static_cast<std::size_t>(column);
    if (at < columns_.size() && columns_[at] == State::hidden) columns_[at] = State::with_text;
  }
  [[nodiscard]] std::vector<int> with_text() const;

 private:
  enum class State : char { shown, hidden, with_text };
  std::vector<State> columns_;  // by number; shorter where none are hidden
  int hidden_ = 0;              // how many were hidden, one over and over counted each time
};

/// What was left out of a workbook as a whole.
struct SheetsLeftOut {
  Places hidden_sheets, lost_sheets, comments, drawings;
  bool macros = false;
};

void add_findings(Findings& findings, const SheetOddities& odd, const std::string& sheet);
void add_findings(Findings& findings, const SheetsLeftOut& left_out);

}  // namespace makegood::formats
