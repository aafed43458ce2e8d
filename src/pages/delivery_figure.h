#pragma once
// Delivery as one bar for the whole plan, one for each theme, and the table behind them.

#include <string_view>

#include "pages/pieces.h"

namespace makegood::pages {

/// One bar over the whole plan with its words and counts above it; each word leads to its items.
[[nodiscard]] Html delivery_bar(const Site& site, const PlanPage& page);

/// A bar for each theme, all to one scale, and the same numbers as a table one click away.
/// Only a table that may be published can be drawn.
[[nodiscard]] Html delivery_figure(const Site& site, const PlanPage& page, const ProtectedTable& table);

}  // namespace makegood::pages
