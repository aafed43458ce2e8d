#include "registers/shipped.h"

#include <algorithm>
#include <set>

#include "registers/embedded.h"

namespace makegood {
namespace {

/// Lines are "division,date,title,source"; nothing before the source is quoted.
std::set<Day> read_holidays() {
  std::set<Day> days;
  for (const auto& line : split(registers::embedded_holidays(), '\n')) {
    const auto cells = split(line, ',');
    if (cells.size() < 2 || cells[0] != "england-and-wales") continue;
    if (const auto day = Day::parse(cells[1])) days.insert(*day);
  }
  return days;
}

bool is_weekend(Day day) {
  const std::chrono::weekday weekday(day.days());
  return weekday == std::chrono::Saturday || weekday == std::chrono::Sunday;
}

}  // namespace

const std::vector<ShippedRegister>& shipped_registers() {
  static const auto kAll = [] {
    std::vector<ShippedRegister> all;
    for (const auto& file : registers::embedded_definitions()) all.push_back({file.name, file.text()});
    std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.name < b.name; });
    return all;
  }();
  return kAll;
}

std::string_view shipped_register(std::string_view name) {
  for (const auto& one : shipped_registers())
    if (one.name == name) return one.text;
  return {};
}

Day plus_working_days(Day from, int days) {
  static const auto kHolidays = read_holidays();
  while (days > 0) {
    from = from.plus_days(1);
    if (!is_weekend(from) && !kHolidays.contains(from)) --days;
  }
  return from;
}

}  // namespace makegood
