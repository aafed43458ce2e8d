#include "registers/periods.h"

#include <fmt/format.h>

namespace makegood {
namespace {

ReturnPeriod months(std::string name, int year, int month, int count) {
  const auto from = Day::first_of_month(year, month);
  return {std::move(name), from, from.plus_months(count).plus_days(-1)};
}

/// "2025-26": the year that begins in 2025.
std::string two_years(int first) { return fmt::format("{}-{:02}", first, (first + 1) % 100); }

ReturnPeriod financial(Day day, int length) {
  const int begins = day.month() >= 4 ? day.year() : day.year() - 1;
  const int part = ((day.month() + 8) % 12) / length;  // 0 in April
  const int month = 4 + part * length;
  const auto name = length == 12 ? two_years(begins) : fmt::format("{} {}{}", two_years(begins), length == 3 ? "Q" : "H", part + 1);
  return months(name, month > 12 ? begins + 1 : begins, month > 12 ? month - 12 : month, length);
}

ReturnPeriod term(Day day) {
  if (day.month() >= 9) return months(two_years(day.year()) + " autumn", day.year(), 9, 4);
  if (day.month() <= 4) return months(two_years(day.year() - 1) + " spring", day.year(), 1, 4);
  return months(two_years(day.year() - 1) + " summer", day.year(), 5, 4);
}

}  // namespace

ReturnPeriod return_period(Every every, Day day) {
  switch (every) {
    case Every::month: return months(fmt::format("{}-{:02}", day.year(), day.month()), day.year(), day.month(), 1);
    case Every::quarter: return financial(day, 3);
    case Every::half_year: return financial(day, 6);
    case Every::year: return financial(day, 12);
    case Every::term: return term(day);
    case Every::academic_year: break;
  }
  const int begins = day.month() >= 9 ? day.year() : day.year() - 1;
  return months(two_years(begins), begins, 9, 12);
}

ReturnPeriod period_before(Every every, const ReturnPeriod& period) { return return_period(every, period.from.plus_days(-1)); }

ReturnStanding standing_of(const Returns& returns, const ReturnPeriod& period, const ReturnCount& count, Day today) {
  if (count.records > 0) return ReturnStanding::returned;
  if (count.nil) return ReturnStanding::nil;
  return today > period.until.plus_days(returns.due_days) ? ReturnStanding::silent : ReturnStanding::not_due;
}

std::string_view word(ReturnStanding standing) {
  switch (standing) {
    case ReturnStanding::not_due: return "not_due";
    case ReturnStanding::silent: return "silent";
    case ReturnStanding::nil: return "nil";
    case ReturnStanding::returned: return "returned";
  }
  return {};
}

Completeness completeness(const Returns& returns, const ReturnPeriod& period, const std::vector<ReturnCount>& counts, Day today) {
  Completeness sum;
  for (const auto& count : counts) {
    ++sum.expected;
    const auto standing = standing_of(returns, period, count, today);
    if (standing == ReturnStanding::returned || standing == ReturnStanding::nil) ++sum.returned;
    if (standing == ReturnStanding::nil) ++sum.nil;
    if (standing == ReturnStanding::silent) ++sum.silent;
  }
  return sum;
}

}  // namespace makegood
