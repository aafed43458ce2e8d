#pragma once
// What the calendar says about an item: computed from its dates and today, never from what
// anybody claims. The claim and the finding stand beside it, they are not mixed into it.

#include <array>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "plan/item.h"

namespace makegood {

enum class Rule { overdue, due_soon, slipping, stale, review_due, no_date, complete, ok };

struct RuleWord {
  Rule rule;
  std::string_view code;     ///< in CSV, JSON and URLs
  std::string_view meaning;  ///< one clause in English, for the reference
};

/// In order of urgency, which is also the order of the enumerators.
inline constexpr std::array<RuleWord, 8> kRules = {{
    {Rule::overdue, "overdue", "its date has passed and it is not complete"},
    {Rule::due_soon, "due_soon", "its date is within 28 days"},
    {Rule::slipping, "slipping", "its date was moved to a later one"},
    {Rule::stale, "stale", "its date lies ahead, but there has been no word of it for 6 months"},
    {Rule::review_due, "review_due", "it has no end, and its review is due"},
    {Rule::no_date, "no_date", "no date can be read from the plan"},
    {Rule::complete, "complete", "the plan says that it is done"},
    {Rule::ok, "ok", "nothing is asked of it today"},
}};

[[nodiscard]] std::string_view word(Rule rule);
[[nodiscard]] std::optional<Rule> rule_from(std::string_view code);

inline constexpr int kDueSoonDays = 28;
inline constexpr int kReviewMonths = 6;  ///< without a recurrence of its own, "ongoing" is reviewed this often
inline constexpr int kStaleMonths = 6;

struct RuleStatus {
  Rule rule = Rule::ok;
  std::optional<Day> due;   ///< the date that was looked at: due, or the next review
  std::optional<int> days;  ///< past `due` if positive, to go if negative
  std::optional<int> slipped;  ///< days between the date it was adopted with and the date it has
};

/// Edge: a due date of today is not overdue. "Ongoing" without a date is never overdue: it is
/// reviewed, every `kReviewMonths` or as often as it recurs, counted from the last word or its start.
[[nodiscard]] RuleStatus rule_status(const Item& item, Day today);

/// What the calendar says of every item on one day. A day alone makes one that looks at dates only; where owners
/// are heard (progress/standing.h: hear()), what was entered of an item stands in place of that.
class RuleBook {
 public:
  RuleBook(Day today) : today_(today) {}  // not explicit: where nobody is heard, a day says it all
  [[nodiscard]] Day today() const { return today_; }
  [[nodiscard]] RuleStatus of(const Item& item) const;
  void enter(const ItemId& id, const RuleStatus& status) { entered_.insert_or_assign(id, status); }

 private:
  Day today_;
  std::map<ItemId, RuleStatus> entered_;
};

/// Work without an end: open-ended with no date, or coming round again and again. It is never overdue.
[[nodiscard]] bool is_reviewed(const Timescale& dates);

struct DeliveryRow {
  ThemeId theme;           ///< empty = items without a theme
  std::string title;
  std::array<int, kRules.size()> counts{};  ///< by Rule
  int total = 0;
  std::optional<Day> next_due;              ///< the first date from today on among those not complete

  [[nodiscard]] int count(Rule rule) const { return counts[static_cast<std::size_t>(rule)]; }
};

/// Items that stand on their own (commitments under a recommendation are counted with it only;
/// items absent from the newest document not at all), by theme in plan order. Themes without
/// items have no row.
struct Delivery {
  std::vector<DeliveryRow> themes;
  DeliveryRow all;
};

[[nodiscard]] Delivery count_delivery(const Plan& plan, const RuleBook& rules);

}  // namespace makegood
