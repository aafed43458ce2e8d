#pragma once
// The days that a plan speaks of: what a calendar of it shows.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"

namespace makegood {

enum class DateKind { due, milestone, review };
/// "due", "milestone", "review": in the catalogue's keys and in the calendar's ids.
[[nodiscard]] std::string_view word(DateKind kind);

struct PlanDate {
  DateKind kind = DateKind::due;
  Day day;
  const Item* item = nullptr;  ///< the plan's
  int ordinal = 0;             ///< of a milestone, from 1
  /// "k3v9x2m7qa-due", "k3v9x2m7qa-milestone-2": the same while the item lives, whatever its dates become.
  [[nodiscard]] std::string uid() const;
};

/// Due dates, milestones that are not the due date, and the next review of work without an end; by day. Items
/// that are complete or no longer in the plan have none. The plan outlives what is returned.
[[nodiscard]] std::vector<PlanDate> dates_of(const Plan& plan, const RuleBook& rules);
/// The same for some of its items, in plan order.
[[nodiscard]] std::vector<PlanDate> dates_of(const std::vector<const Item*>& items, const RuleBook& rules);

}  // namespace makegood
