#include "formats/sheet_findings.h"

#include <algorithm>

namespace makegood::formats {
namespace {

void add(Findings& findings, const Places& places, const char* code, const char* message, const std::string& sheet = {}) {
  if (places.empty()) return;
  const char* cells = places.count() == 1 ? "cell " : "cells ";
  findings.push_back({code, message, sheet.empty() ? places.in_words() : "sheet \"" + sheet + "\", " + cells + places.in_words()});
}

}  // namespace

void HiddenColumns::hide(int first, int last) {
  first = std::max(first, 1);
  last = std::min(last, kLastColumn);
  if (last < first || hidden_ > 2 * kLastColumn) return;  // no sheet has more to hide
  hidden_ += last - first + 1;
  if (columns_.size() <= static_cast<std::size_t>(last)) columns_.resize(static_cast<std::size_t>(last) + 1, State::shown);
  for (int column = first; column <= last; ++column)
    if (auto& state = columns_[static_cast<std::size_t>(column)]; state == State::shown) state = State::hidden;
}

std::vector<int> HiddenColumns::with_text() const {
  std::vector<int> out;
  for (std::size_t column = 0; column < columns_.size(); ++column)
    if (columns_[column] == State::with_text) out.push_back(static_cast<int>(column));
  return out;
}

void add_findings(Findings& findings, const SheetOddities& odd, const std::string& sheet) {
  const auto place = "sheet \"" + sheet + "\", ";
  if (!odd.hidden_rows.empty())
    findings.push_back({"hidden_rows_read", "Hidden rows, perhaps hidden by a filter, were read like the others.",
                        place + (odd.hidden_rows.size() == 1 ? "row " : "rows ") + runs_in_words(odd.hidden_rows)});
  if (!odd.hidden_columns.empty()) {
    Places names;
    for (const int column : odd.hidden_columns) names.add(column_name(column));
    findings.push_back({"hidden_columns_read", "Hidden columns were read like the others.",
                        place + (names.count() == 1 ? "column " : "columns ") + names.in_words()});
  }
  add(findings, odd.errors, "error_cells_left_out", "Cells that show an error were left out.", sheet);
  add(findings, odd.without_value, "formulas_without_value",
      "The file does not hold the results of some formulas, so their cells were left out; open it in Excel, save it and send it again.", sheet);
  add(findings, odd.lost_strings, "texts_missing", "Cells point to texts that are not in the file and were left out.", sheet);
  add(findings, odd.beyond, "cells_beyond_sheet", "Cells beyond the last row or column of a sheet were left out.", sheet);
  add(findings, odd.month_first, "dates_read_day_first", "Dates that are shown with the month first were read with the day first.", sheet);
}

void add_findings(Findings& findings, const SheetsLeftOut& left_out) {
  add(findings, left_out.hidden_sheets, "hidden_sheets_left_out", "Hidden sheets were left out; unhide them if they belong to the plan.");
  add(findings, left_out.lost_sheets, "sheets_missing", "Sheets that the workbook names are not in the file.");
  add(findings, left_out.comments, "comments_left_out", "Comments were left out.");
  add(findings, left_out.drawings, "pictures_left_out", "Pictures, shapes and charts were left out.");
  if (left_out.macros) findings.push_back({"macros_left_out", "The workbook has macros; they were neither read nor run.", {}});
}

}  // namespace makegood::formats
