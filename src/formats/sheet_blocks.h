#pragma once
// The sheets of a workbook as blocks. A sheet is a free surface; people lay tables out on it so:
//
//        A                     B                  C
//   1    Housing action plan   (merged A1:C1)            a title: heading
//   2    Please see the notes at the end.                a line: paragraph
//   3    Action                Lead               When   a table, until a blank row is followed
//   4    Review lettings       Head of Housing    May     by something that begins anew: a title,
//   5                                                     a header row, other columns
//   6    Train all staff       HR                 June    (goes on: its columns are the same)
//
// A table is what stands under its titles. Two tables side by side are two when a blank column
// parts them and they differ in their rows, or have the same header.

#include <vector>

#include "formats/sheet_grid.h"

namespace makegood::formats {

/// Adds the blocks of all sheets to `document`, with positions by sheet, row and column of the sheet.
/// Headings: a sheet's title in bold or large type; where it has none, or many sheets have the same
/// one, the sheet's name, if the workbook has several sheets with tables and the name says something.
/// Edge: a title that stands on sheet after sheet is given once.
void add_sheets(std::vector<SheetGrid> sheets, Document& document);

/// "Sheet1", "Table 2", "Taflen 1": a name that nobody chose.
[[nodiscard]] bool says_nothing(std::string_view sheet_name);

}  // namespace makegood::formats
