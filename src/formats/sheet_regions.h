#pragma once
// Which cells of a sheet are lines and which are tables.

#include <vector>

#include "formats/sheet_grid.h"

namespace makegood::formats {

/// Either one lone cell, or the rows of a table in reading order.
struct SheetRegion {
  bool is_table = false;
  std::vector<SheetRow> rows;  ///< cells moved out of the sheet
};

[[nodiscard]] std::vector<SheetRegion> regions_of(SheetGrid& sheet);

/// Every cell is in bold or large type.
[[nodiscard]] bool stands_out(const SheetRow& row);

}  // namespace makegood::formats
