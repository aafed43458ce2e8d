#include "cycle/steps.h"

#include <algorithm>

namespace makegood {
namespace {

bool reminder_is_due(const Schedule& schedule, const KnownCycle& cycle, const Awaited& request, Day today) {
  return may_remind(request, today) && std::any_of(schedule.reminders.begin(), schedule.reminders.end(), [&](const Rung& rung) {
           const auto day = rung.day(cycle.opened, cycle.closes);
           return request.last_letter < day && day <= today;
         });
}

void press(Steps& steps, const Schedule& schedule, const KnownCycle& cycle, Day today) {
  const bool escalates = schedule.escalates.day(cycle.opened, cycle.closes) <= today;
  for (const auto& request : cycle.requests) {
    if (request.settled) continue;
    if (reminder_is_due(schedule, cycle, request, today)) steps.remind.push_back(request.id);
    if (escalates && !request.escalated) steps.escalate.push_back(request.id);
  }
}

bool is_newer(const PlannedCycle& planned, const std::vector<KnownCycle>& cycles) {
  return std::all_of(cycles.begin(), cycles.end(), [&](const KnownCycle& known) {
    return known.id != planned.id && known.period.last < planned.period.last;
  });
}

}  // namespace

bool may_remind(const Awaited& request, Day today) {
  return !request.settled && days_between(request.last_letter, today) >= kLeastBetweenLetters;
}

Steps steps_for(const Schedule& schedule, const TimescaleSettings& settings, const std::vector<KnownCycle>& cycles, Day today) {
  Steps steps;
  bool one_is_open = false;
  for (const auto& cycle : cycles) {
    if (!cycle.closed && cycle.closes < today) steps.close.push_back(cycle.id);
    if (!cycle.locked && cycle.closes.plus_days(schedule.lock_days) < today) steps.lock.push_back(cycle.id);
    if (cycle.closed || cycle.closes < today) continue;
    one_is_open = true;
    if (cycle.opened <= today) press(steps, schedule, cycle, today);
  }
  if (one_is_open) return steps;
  if (auto due = cycle_due(schedule, settings, today); due && is_newer(*due, cycles)) steps.open = std::move(due);
  return steps;
}

}  // namespace makegood
