#pragma once
// How often the owners of a plan are asked, and what happens while an answer is awaited.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

enum class Frequency { monthly, quarterly, six_monthly, annual, named_dates };

struct FrequencyRow {
  Frequency frequency;
  std::string_view code;  ///< in JSON, forms, options and the catalogue's keys
  int months;             ///< that a period lasts; 0 = as the dates have it
  int longest_open;       ///< days: shorter than the shortest period, so that one cycle ends before the next begins
};

inline constexpr std::array<FrequencyRow, 5> kFrequencies = {{
    {Frequency::monthly, "monthly", 1, 24},
    {Frequency::quarterly, "quarterly", 3, 84},
    {Frequency::six_monthly, "six-monthly", 6, 120},
    {Frequency::annual, "annual", 12, 120},
    {Frequency::named_dates, "named-dates", 0, 120},
}};

[[nodiscard]] const FrequencyRow& row_of(Frequency frequency);
[[nodiscard]] inline std::string_view word(Frequency frequency) { return row_of(frequency).code; }
[[nodiscard]] std::optional<Frequency> frequency_from(std::string_view code);

/// When a cycle opens, counted from its period.
enum class OpeningEdge { after_start, before_end, after_end };
struct OpeningDay {
  OpeningEdge edge = OpeningEdge::after_start;
  int days = 0;
  bool operator==(const OpeningDay&) const = default;
};

/// A day of an open cycle.
enum class RungEdge { after_opening, before_closing };
struct Rung {
  RungEdge edge = RungEdge::after_opening;
  int days = 0;
  bool operator==(const Rung&) const = default;

  [[nodiscard]] Day day(Day opened, Day closes) const {
    return edge == RungEdge::after_opening ? opened.plus_days(days) : closes.plus_days(-days);
  }
};

inline constexpr int kLeastOpenDays = 7;
inline constexpr int kLeastBetweenLetters = 3;  ///< days: reminders that come daily are no longer read
inline constexpr std::size_t kMostReminders = 6;
inline constexpr std::size_t kMostNamedDates = 60;
inline constexpr int kLongestLockDays = 120;

/// The settings of one plan. As it stands here it is what holds for a plan without any: quarterly.
struct Schedule {
  Frequency frequency = Frequency::quarterly;
  std::vector<Day> dates;      ///< named dates, in order: the days on which cycles close
  OpeningDay opens;            ///< not for named dates, which open `open_days` before
  int open_days = 28;          ///< from opening to closing, the last day on which a reply counts
  std::vector<Rung> reminders = {{RungEdge::after_opening, 10}, {RungEdge::before_closing, 7}};
  Rung escalates = {RungEdge::before_closing, 3};
  std::string escalates_to;    ///< a post; empty = nobody is written to, the coordinator's page shows it
  int lock_days = 14;          ///< after closing; until then the coordinator may take down late answers
  std::string officer;         ///< the post that coordinates most items: partners are asked in its place, and it is
                               ///< copied; empty = the owners are asked
  bool operator==(const Schedule&) const = default;
};

/// The schedule with its dates and reminders in order.
/// Refuses: a cycle of under 7 days or as long as its period; reminders within 3 days of each other, of the
/// opening, or outside the cycle; an escalation outside it; named dates that are none, many, twice there or
/// closer than a cycle lasts; an opening a whole period away -> invalid_input.
[[nodiscard]] Result<Schedule> checked(Schedule schedule);

/// {"frequency": "quarterly", "opens": {"after_start": 0}, "open_days": 28, "remind": [{"after_opening": 10}], ...}
[[nodiscard]] std::string write_schedule(const Schedule& schedule);
/// What is left out is as usual. Refuses what is not JSON or a member of another type, and as checked().
[[nodiscard]] Result<Schedule> read_schedule(std::string_view json);

/// Reminders as they are typed: "10 after opening, 7 before closing".
[[nodiscard]] std::string write_reminders(const std::vector<Rung>& reminders);
/// Commas, semicolons or lines between; "days" is passed over.
/// Edge: empty text is no reminders. Refuses anything else -> invalid_input.
[[nodiscard]] Result<std::vector<Rung>> read_reminders(std::string_view text);
[[nodiscard]] Result<Rung> read_rung(std::string_view text);

}  // namespace makegood
