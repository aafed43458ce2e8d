#pragma once
// The rows of a workbook that came back, as pages show them.

#include "pages/sheet_pages.h"

namespace makegood::pages {

/// How many rows met this fate.
[[nodiscard]] int count_of(const std::vector<SheetReturn>& rows, RowFate fate);
[[nodiscard]] int count_refused(const std::vector<SheetReturn>& rows);

/// "Row 7, column G (Where it stands now): ...", a line a row; nothing where none was refused.
[[nodiscard]] Html refused_rows(const Site& site, const std::vector<SheetReturn>& rows);
/// A card for each row that holds, with what would be recorded.
[[nodiscard]] Html answered_rows(const Site& site, const std::vector<SheetReturn>& rows);
/// How many rows were recorded before, and how many say nothing.
[[nodiscard]] Html other_rows(const Site& site, const std::vector<SheetReturn>& rows);

}  // namespace makegood::pages
