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

/// What was left out of a workbook as a whole.
struct SheetsLeftOut {
  Places hidden_sheets, lost_sheets, comments, drawings;
  bool macros = false;
};

void add_findings(Findings& findings, const SheetOddities& odd, const std::string& sheet);
void add_findings(Findings& findings, const SheetsLeftOut& left_out);

}  // namespace makegood::formats
