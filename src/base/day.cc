#include "base/day.h"

#include <array>
#include <charconv>

#include <fmt/format.h>

namespace makegood {
namespace {

using std::chrono::year_month_day;

year_month_day civil(std::chrono::sys_days days) { return year_month_day(days); }

year_month_day last_day(int year, int month) {
  using namespace std::chrono;
  return year_month_day_last(std::chrono::year(year), month_day_last(std::chrono::month(static_cast<unsigned>(month))));
}

bool read_number(std::string_view text, int& value) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc() && end == text.data() + text.size() && text.front() != '-';
}

}  // namespace

Result<Day> Day::make(int year, int month, int day) {
  const bool in_range = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
  const year_month_day date(std::chrono::year(in_range ? year : 0), std::chrono::month(static_cast<unsigned>(in_range ? month : 0)),
                            std::chrono::day(static_cast<unsigned>(in_range ? day : 0)));
  if (!in_range || !date.ok()) return refuse(Fault::invalid_input, fmt::format("there is no day {}-{}-{}", year, month, day));
  return Day(std::chrono::sys_days(date));
}

Result<Day> Day::parse(std::string_view iso) {
  int year = 0, month = 0, day = 0;
  const bool shaped = iso.size() == 10 && iso[4] == '-' && iso[7] == '-' && read_number(iso.substr(0, 4), year) &&
                      read_number(iso.substr(5, 2), month) && read_number(iso.substr(8, 2), day);
  if (!shaped) return refuse(Fault::invalid_input, fmt::format("\"{}\" is not a date of the form YYYY-MM-DD", iso));
  return make(year, month, day);
}

Day Day::first_of_month(int year, int month) {
  return Day(std::chrono::sys_days(year_month_day(std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(1))));
}

Day Day::last_of_month(int year, int month) { return Day(std::chrono::sys_days(last_day(year, month))); }

int Day::year() const { return static_cast<int>(civil(days_).year()); }
int Day::month() const { return static_cast<int>(static_cast<unsigned>(civil(days_).month())); }
int Day::day() const { return static_cast<int>(static_cast<unsigned>(civil(days_).day())); }

std::string Day::iso() const { return fmt::format("{:04}-{:02}-{:02}", year(), month(), day()); }

std::string Day::in_words() const {
  static constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                         "July",    "August",   "September", "October", "November", "December"};
  return fmt::format("{} {} {}", day(), kMonths[static_cast<std::size_t>(month() - 1)], year());
}

Day Day::plus_months(int n) const {
  const auto date = civil(days_) + std::chrono::months(n);
  return date.ok() ? Day(std::chrono::sys_days(date))
                   : last_of_month(static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())));
}

}  // namespace makegood
