#pragma once
// Excel workbooks (.xlsx, .xlsm): every sheet's titles and tables, with numbers and dates as they
// are displayed.

#include <string>
#include <string_view>

#include "formats/formats.h"

namespace makegood {

/// Left out, with findings: hidden sheets, comments, pictures and charts, macros, cells that show
/// an error, formulas whose result the file does not hold.
/// Hidden rows and columns are read, with a finding: a filter that somebody left on hides rows,
/// and a promise must not get lost by that. A hidden sheet is put away on purpose and whole
/// (lists for menus, last year's plan), and the finding names it.
/// Refuses: what is no workbook, locked or damaged ones, parts with a DOCTYPE, packages that
/// unpack beyond all proportion, more than 500,000 cells with something in them.
[[nodiscard]] Result<Document> read_xlsx(std::string_view bytes, const ReadOptions& = {});

}  // namespace makegood
