#pragma once
// "Lead" was read as the owner: said for every table of the document, with a form to say otherwise.

#include <string>
#include <vector>

#include "extract/reading.h"
#include "pages/pieces.h"

namespace makegood::pages {

/// A document of a hundred tables with a hundred headers is shown in part; the rest is left as read.
inline constexpr int kMostTablesShown = 40;

struct ColumnsSection {
  const std::vector<ReadTable>* tables = nullptr;
  std::string language;
  Url to;  ///< where the forms go
};
[[nodiscard]] Html columns_section(const Site& site, const ColumnsSection& section);

/// The field of a column, from 1: "column-2".
[[nodiscard]] std::string column_field(int column);

}  // namespace makegood::pages
