// Whatever text comes in as settings, reminders, the name of a cycle or a line of a calendar.
#include <cstdint>
#include <cstdlib>

#include "cycle/cycle.h"

using namespace makegood;

namespace {

void must(bool holds) {
  if (!holds) std::abort();
}

void check_line(const std::string& line) {
  std::size_t end = 0;
  for (std::size_t at = 0; at < line.size(); at = end + 2) {
    end = line.find("\r\n", at);
    must(end != std::string::npos && end - at <= 75);
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto today = Day::first_of_month(2023, 7);
  if (const auto id = CycleId::parse(text)) {
    must(id->text() == text);
    const auto period = period_of(*id, {});
    must(period.first <= period.last);
  }
  if (const auto rungs = read_reminders(text)) must(read_reminders(write_reminders(*rungs)).value() == *rungs);
  if (const auto schedule = read_schedule(text)) {
    must(read_schedule(write_schedule(*schedule)).value() == *schedule);
    must(!steps_for(*schedule, {}, {}, today).open || cycle_due(*schedule, {}, today)->closes >= today);
    if (const auto next = cycle_after(*schedule, {}, today)) must(next->opens > today);
  }
  const auto clean = valid_utf8(text);
  check_line(fold_calendar_line(escape_calendar_text(clean)));
  return 0;
}
