#pragma once
// A civil date. No time, no zone, no locale: "today" is always an argument.

#include <chrono>
#include <compare>
#include <string>
#include <string_view>

#include "base/result.h"

namespace makegood {

class Day {
 public:
  Day() = default;  ///< 1970-01-01
  explicit Day(std::chrono::sys_days days) : days_(days) {}

  /// Refuses a day that the calendar does not have -> Fault::invalid_input.
  [[nodiscard]] static Result<Day> make(int year, int month, int day);
  /// "2023-03-31" and nothing else.
  [[nodiscard]] static Result<Day> parse(std::string_view iso);
  [[nodiscard]] static Day first_of_month(int year, int month);
  [[nodiscard]] static Day last_of_month(int year, int month);

  [[nodiscard]] int year() const;
  [[nodiscard]] int month() const;  ///< 1 to 12
  [[nodiscard]] int day() const;    ///< 1 to 31
  [[nodiscard]] std::string iso() const;       ///< "2023-03-31"
  [[nodiscard]] std::string in_words() const;  ///< "31 March 2023"
  [[nodiscard]] std::chrono::sys_days days() const { return days_; }

  [[nodiscard]] Day plus_days(int n) const { return Day(days_ + std::chrono::days(n)); }
  /// The same day n months on, or the last day of that month where it has no such day.
  [[nodiscard]] Day plus_months(int n) const;

  auto operator<=>(const Day&) const = default;

 private:
  std::chrono::sys_days days_{};
};

/// Days from `from` to `to`; negative when `to` is earlier.
[[nodiscard]] inline int days_between(Day from, Day to) {
  return static_cast<int>((to.days() - from.days()).count());
}

}  // namespace makegood
