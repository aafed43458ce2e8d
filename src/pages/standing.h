#pragma once
// What the calendar says about an item, in four words that a chart can carry.
//
// The eight words of rule_status are for lists; a reader of a chart needs four at most:
//   complete   the plan says that it is done
//   in_hand    its date is ahead, or it is ongoing work
//   late       its date has passed and nothing says that it is done
//   no_date    no date can be read, so nobody can say
// A commitment without a timescale of its own follows the recommendation that it answers, until its owner says that it is done.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "plan/plan.h"
#include "table/table.h"

namespace makegood::pages {

enum class Standing { complete, in_hand, late, no_date };
inline constexpr std::array kStandings = {Standing::complete, Standing::in_hand, Standing::late, Standing::no_date};

/// "complete", "in_hand", "late", "no_date"
[[nodiscard]] std::string_view word(Standing standing);
[[nodiscard]] std::optional<Standing> standing_from(std::string_view word);

[[nodiscard]] Standing standing_of(Rule rule);

/// An item beside the calendar on one day.
struct CalendarFact {
  RuleStatus status;
  std::optional<Day> due;
  Standing standing = Standing::no_date;
  bool follows_parent = false;  ///< the date is its recommendation's
};
[[nodiscard]] CalendarFact calendar_fact(const Plan& plan, const Item& item, const RuleBook& rules);

/// How many items stand where.
struct StandingCounts {
  std::array<int, 4> of{};
  [[nodiscard]] int total() const { return of[0] + of[1] + of[2] + of[3]; }
  [[nodiscard]] int operator[](Standing s) const { return of.at(static_cast<std::size_t>(s)); }
  void add(Standing s, int n = 1) { of.at(static_cast<std::size_t>(s)) += n; }
  bool operator==(const StandingCounts&) const = default;
};

[[nodiscard]] StandingCounts standings_in(const DeliveryRow& row);

/// Delivery by theme id and standing as a table that may be published: counts of plan items,
/// never of people.
[[nodiscard]] ProtectedTable delivery_table(const Delivery& delivery);

}  // namespace makegood::pages
