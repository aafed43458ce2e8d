#include "tasks/clock.h"

#include <chrono>

#include <fmt/format.h>

namespace makegood::tasks {

std::string Now::utc() const {
  using namespace std::chrono;
  const sys_seconds moment{std::chrono::seconds(seconds)};
  const auto midnight = floor<days>(moment);
  const hh_mm_ss time(moment - midnight);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", Day(midnight).iso(), time.hours().count(), time.minutes().count(),
                     time.seconds().count());
}

std::optional<Day> day_of(std::string_view utc) {
  const auto day = Day::parse(utc.substr(0, 10));
  return day ? std::optional(*day) : std::nullopt;
}

}  // namespace makegood::tasks
