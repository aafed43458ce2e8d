#pragma once
// What a coordinator asked of the grid: filters and page, as they stand in the address and in a saved filter.

#include <array>

#include "pages/forms.h"
#include "pages/links.h"
#include "progress/standing.h"
#include "report/publication.h"

namespace makegood::pages {

/// Empty members ask nothing. Words are those of kRules, kClaims, kFounds and kStages, for `duty` kDutySet; dates are ISO. Unknown
/// names and values are ignored.
struct GridQuery {
  std::string theme, owner, partner, status, claim, finding, stage, duty, text;
  std::optional<Day> due_from, due_to;
  int page = 1;
  bool operator==(const GridQuery&) const = default;
  [[nodiscard]] bool narrows() const;
};

/// Reads theme, owner, partner, status, claim, finding, stage, duty, q, page, and a date of the form's three fields
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
  ItemObjective duty;  ///< what it serves; of no item = nobody has said
};
/// Whether an item's equality objective or part of section 149 has been named.
inline constexpr std::array<std::string_view, 2> kDutySet = {"named", "not_named"};
/// The items that it leaves, in plan order; those absent from the newest document are left out.
/// The plan and the progress must outlive them.
[[nodiscard]] std::vector<GridItem> grid_items(const Plan& plan, const Progress& progress, const std::vector<ItemObjective>& objectives,
                                               const GridQuery& query, Day today);

}  // namespace makegood::pages
