#pragma once
// The filters of the grid and those that somebody saved.

#include "pages/grid.h"

namespace makegood::pages {

[[nodiscard]] Html grid_filters(const Site& site, const GridPage& page);
[[nodiscard]] Html saved_filters(const Site& site, const GridPage& page);
/// The filter as hidden fields, for a form that must know it.
[[nodiscard]] Html hidden_query(const GridQuery& query);

}  // namespace makegood::pages
