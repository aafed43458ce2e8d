#include "cycle/cycle_id.h"

#include <algorithm>

#include <fmt/format.h>

namespace makegood {
namespace {

/// The month in which the plan's year begins, as quarters, halves and years count it.
int first_month(const TimescaleSettings& settings) { return settings.quarters_are_financial ? settings.financial_year_starts : 1; }

struct YearAndMonth {
  int year = 0;
  int months = 0;  ///< into the year, from 0
};

YearAndMonth place_in_year(Day day, int year_starts) {
  const int months = (day.month() - year_starts + 12) % 12;
  return {day.month() >= year_starts ? day.year() : day.year() - 1, months};
}

Day first_day(int year, int year_starts, int months_in) { return Day::first_of_month(year, year_starts).plus_months(months_in); }

Day opening_of(const Schedule& schedule, const Period& period) {
  switch (schedule.opens.edge) {
    case OpeningEdge::after_start: return period.first.plus_days(schedule.opens.days);
    case OpeningEdge::before_end: return period.last.plus_days(-schedule.opens.days);
    case OpeningEdge::after_end: return period.last.plus_days(schedule.opens.days);
  }
  return period.first;
}

PlannedCycle planned(const Schedule& schedule, const TimescaleSettings& settings, const CycleId& id) {
  PlannedCycle cycle{id, period_of(id, settings, schedule.dates), {}, {}};
  const bool named = schedule.frequency == Frequency::named_dates;
  cycle.opens = named ? id.date().plus_days(-schedule.open_days) : opening_of(schedule, cycle.period);
  cycle.closes = cycle.opens.plus_days(schedule.open_days);
  return cycle;
}

/// The planned cycles around a day, in order: every one that can be due on it or open next after it.
std::vector<PlannedCycle> around(const Schedule& schedule, const TimescaleSettings& settings, Day today) {
  std::vector<PlannedCycle> cycles;
  if (schedule.frequency == Frequency::named_dates) {
    for (const auto& day : schedule.dates) cycles.push_back(planned(schedule, settings, CycleId::named(day)));
    return cycles;
  }
  // A cycle opens at most a period before its own begins or after it ends.
  const int months = row_of(schedule.frequency).months;
  for (int step = -3; step <= 3; ++step)
    cycles.push_back(planned(schedule, settings, CycleId::containing(today.plus_months(step * months), schedule.frequency, settings)));
  return cycles;
}

bool digits(std::string_view text) { return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos; }

}  // namespace

Result<CycleId> CycleId::parse(std::string_view text) {
  const auto no = [&] {
    return refuse(Fault::invalid_input, fmt::format("\"{}\" is not a period: write 2023-Q2, 2023-06, 2023-H1, 2023 or a date",
                                                    shorten(valid_utf8(text), 40)));
  };
  CycleId id;
  if (text.size() < 4 || !digits(text.substr(0, 4))) return no();
  id.year_ = std::stoi(std::string(text.substr(0, 4)));
  if (id.year_ < 1900 || id.year_ > 2999) return no();
  const auto rest = text.substr(4);
  if (rest.empty()) return id;
  if (text.size() == 10) {
    const auto day = Day::parse(text);
    return day ? Result<CycleId>(named(*day)) : no();
  }
  if (rest.size() != 3 || rest[0] != '-') return no();
  const bool quarter = rest[1] == 'Q', half = rest[1] == 'H';
  const auto figures = quarter || half ? rest.substr(2) : rest.substr(1);
  if (!digits(figures)) return no();
  id.part_ = std::stoi(std::string(figures));
  id.frequency_ = quarter ? Frequency::quarterly : half ? Frequency::six_monthly : Frequency::monthly;
  if (id.part_ < 1 || id.part_ > 12 / row_of(id.frequency_).months) return no();
  return id;
}

CycleId CycleId::containing(Day day, Frequency frequency, const TimescaleSettings& settings) {
  CycleId id;
  id.frequency_ = frequency;
  const bool monthly = frequency == Frequency::monthly;
  const auto place = place_in_year(day, monthly ? 1 : first_month(settings));
  id.year_ = place.year;
  if (frequency != Frequency::annual) id.part_ = place.months / row_of(frequency).months + 1;
  return id;
}

CycleId CycleId::named(Day day) {
  CycleId id;
  id.frequency_ = Frequency::named_dates;
  id.year_ = day.year();
  id.date_ = day;
  return id;
}

std::string CycleId::text() const {
  switch (frequency_) {
    case Frequency::monthly: return fmt::format("{:04}-{:02}", year_, part_);
    case Frequency::quarterly: return fmt::format("{:04}-Q{}", year_, part_);
    case Frequency::six_monthly: return fmt::format("{:04}-H{}", year_, part_);
    case Frequency::annual: return fmt::format("{:04}", year_);
    case Frequency::named_dates: return date_.iso();
  }
  return {};
}

Period period_of(const CycleId& id, const TimescaleSettings& settings, const std::vector<Day>& dates) {
  if (id.frequency() == Frequency::named_dates) {
    const auto next = std::lower_bound(dates.begin(), dates.end(), id.date());
    const auto before = next == dates.begin() ? id.date().plus_months(-12) : *std::prev(next);
    return {before.plus_days(1), id.date()};
  }
  const int months = row_of(id.frequency()).months;
  const int starts = id.frequency() == Frequency::monthly ? 1 : first_month(settings);
  const auto first = first_day(id.year(), starts, id.part() == 0 ? 0 : (id.part() - 1) * months);
  return {first, first.plus_months(months).plus_days(-1)};
}

std::string year_words(const CycleId& id, const TimescaleSettings& settings) {
  const bool calendar = id.frequency() == Frequency::monthly || id.frequency() == Frequency::named_dates || first_month(settings) == 1;
  return calendar ? fmt::format("{}", id.year()) : fmt::format("{}/{:02}", id.year(), (id.year() + 1) % 100);
}

std::optional<PlannedCycle> cycle_due(const Schedule& schedule, const TimescaleSettings& settings, Day today) {
  std::optional<PlannedCycle> due;
  for (const auto& cycle : around(schedule, settings, today))
    if (cycle.opens <= today) due = cycle;
  if (!due) return std::nullopt;
  if (schedule.frequency == Frequency::named_dates) {
    if (due->closes < today) return std::nullopt;
    return due;
  }
  due->closes = today.plus_days(schedule.open_days);
  return due;
}

std::optional<PlannedCycle> cycle_after(const Schedule& schedule, const TimescaleSettings& settings, Day today) {
  for (const auto& cycle : around(schedule, settings, today))
    if (cycle.opens > today) return cycle;
  return std::nullopt;
}

}  // namespace makegood
