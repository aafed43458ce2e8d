#pragma once
// Items of other plans on a plan's page: which plan each is at home in, and how many are counted twice.

#include <vector>

#include "pages/plan_model.h"

namespace makegood::pages {

/// Completes a page that was made of include_items(): rows and dates name the home plan that they
/// link to, the counts say what is shared, and included items that their home plan no longer has
/// are listed apart. `lent`: items of this plan that others include.
void tell_sharing(PlanPage& page, const std::vector<IncludedItem>& included, const std::vector<Inclusion>& lent);

}  // namespace makegood::pages
