#pragma once
// The filters, page links and downloads of a plan's list.

#include "pages/pieces.h"

namespace makegood::pages {

/// A plain GET form, folded away unless it narrows the list already.
[[nodiscard]] Html plan_filters(const Site& site, const PlanPage& page);
/// Links to the pages of the list, or nothing where there is one page only.
[[nodiscard]] Html plan_pagination(const Site& site, const PlanPage& page);

}  // namespace makegood::pages
