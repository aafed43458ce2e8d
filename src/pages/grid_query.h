#pragma once
// What a coordinator asked of the grid: filters and page, as they stand in the address and in a saved filter.

#include "pages/forms.h"
#include "pages/links.h"
#include "progress/standing.h"

namespace makegood::pages {

/// Empty members ask nothing. Words are those of kRules, kClaims, kFounds and kStages; dates are ISO. Unknown
/// names and values are ignored.
struct GridQuery {
  std::string theme, owner, partner, status, claim, finding, stage, text;
  std::optional<Day> due_from, due_to;
  int page = 1;
  bool operator==(const GridQuery&) const = default;
  [[nodiscard]] bool narrows() const;
};

/// Reads theme, owner, partner, status, claim, finding, stage, q, page, and a date of the form's three fields
/// (from-day ...) or of the address (from=2023-03-31). A date that is none asks nothing.
[[nodiscard]] GridQuery grid_query_from(const QueryPairs& pairs);
/// The same back again, without what is at its default.
[[nodiscard]] QueryPairs pairs_of(const GridQuery& query);
/// "owner=Head+of+Housing&status=overdue", without the page: how it is saved.
[[nodiscard]] std::string query_text(const GridQuery& query);

/// An item with all that the grid says of it.
struct GridItem {
  const Item* item = nullptr;
  makegood::Standing standing;
  Computed computed;
};
/// The items that it leaves, in plan order; those absent from the newest document are left out.
/// The plan and the progress must outlive them.
[[nodiscard]] std::vector<GridItem> grid_items(const Plan& plan, const Progress& progress, const GridQuery& query, Day today);

}  // namespace makegood::pages
