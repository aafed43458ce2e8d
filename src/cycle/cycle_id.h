#pragma once
// One round of asking, named after the period that it asks about: "2023-Q2", "2023-06", "2023-H1", "2023",
// or by its named date "2023-12-15".
//
// Quarters, halves and years are those of the plan's financial year, and the year in the name is the one in which
// it begins: with a year that starts in April, 2023-Q4 is January to March 2024. Where the plan's quarters are
// not financial they are the calendar's.

#include <string>
#include <string_view>
#include <vector>

#include "cycle/schedule.h"
#include "timescale/timescale.h"

namespace makegood {

class CycleId {
 public:
  CycleId() = default;
  /// Refuses anything that is not one of the five forms -> invalid_input.
  [[nodiscard]] static Result<CycleId> parse(std::string_view text);
  /// The cycle whose period `day` lies in. Not for named dates.
  [[nodiscard]] static CycleId containing(Day day, Frequency frequency, const TimescaleSettings& settings);
  [[nodiscard]] static CycleId named(Day day);

  [[nodiscard]] Frequency frequency() const { return frequency_; }
  [[nodiscard]] int year() const { return year_; }  ///< in which the (financial) year begins
  [[nodiscard]] int part() const { return part_; }  ///< month, quarter or half, from 1; 0 for a year and a named date
  [[nodiscard]] Day date() const { return date_; }  ///< of a named date
  [[nodiscard]] std::string text() const;
  bool operator==(const CycleId&) const = default;

 private:
  Frequency frequency_ = Frequency::annual;
  int year_ = 0, part_ = 0;
  Day date_;
};

/// First and last day. A named date's period begins the day after the date before it in `dates`; the first one's
/// a year before.
[[nodiscard]] Period period_of(const CycleId& id, const TimescaleSettings& settings, const std::vector<Day>& dates = {});

/// The year of the period as it is written: "2023/24", or "2023" where it is the calendar's.
[[nodiscard]] std::string year_words(const CycleId& id, const TimescaleSettings& settings);

/// A cycle with its days, as the schedule has them.
struct PlannedCycle {
  CycleId id;
  Period period;
  Day opens, closes;
  bool operator==(const PlannedCycle&) const = default;
};

/// The cycle that is due on `today`: the last one whose opening day has come. It is due until the next one
/// opens, so that a round that was forgotten is made up for; a named date is due until its day. A cycle that
/// opens late stays open as long as any other: its `closes` is counted from `today`.
[[nodiscard]] std::optional<PlannedCycle> cycle_due(const Schedule& schedule, const TimescaleSettings& settings, Day today);

/// The first cycle that opens after `today`, as planned; nothing after the last named date.
[[nodiscard]] std::optional<PlannedCycle> cycle_after(const Schedule& schedule, const TimescaleSettings& settings, Day today);

}  // namespace makegood
