#pragma once
// What a reader asked of a plan's list: the filters, the order and the page, as they stand in
// the address. Unknown names and values are ignored, so that an old link still opens the plan.

#include <optional>
#include <string>
#include <string_view>

#include "pages/links.h"

namespace makegood::pages {

/// Empty members ask nothing. `status` is a rule's code ("overdue") or a standing's ("in_hand");
/// `due` is a window: "30" or "90" days from today, or "past".
struct PlanQuery {
  std::string theme, owner, partner, status, due, kind, text;
  ItemOrder order = ItemOrder::plan;
  bool descending = false;
  int page = 1;

  bool operator==(const PlanQuery&) const = default;
  /// Whether it narrows the list at all.
  [[nodiscard]] bool narrows() const;
};

/// Reads theme, owner, partner, status, due, kind, q, sort ("due" or "-due") and page.
[[nodiscard]] PlanQuery plan_query_from(const QueryPairs& pairs);
/// "due", "-due" or empty for the plan's own order.
[[nodiscard]] std::string sort_value(const PlanQuery& query);
/// The same back again, without what is at its default.
[[nodiscard]] QueryPairs pairs_of(const PlanQuery& query);

}  // namespace makegood::pages
