#include "tasks/return_ladder.h"

#include <algorithm>

#include "cycle/return_round.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

/// How long each of the register's rounds is open. Periods differ by days, their rounds do not.
Result<int> open_days_of(const Workspace& w, std::string_view register_name) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& returns = (*kept)->definition.returns;
  if (!returns) return refuse(Fault::invalid_input, "nobody is expected to return anything to this register");
  return return_schedule({}, *returns, return_period(returns->every, w.clock.now().today)).open_days;
}

/// With the longest period and the length of the round, so that the ladder alone decides whether it stands.
Schedule with_room(Schedule schedule, int open_days) {
  schedule.frequency = Frequency::annual;
  schedule.open_days = std::clamp(open_days, kLeastOpenDays, row_of(Frequency::annual).longest_open);
  return schedule;
}

Result<Schedule> checked_at(const Schedule& schedule, std::string_view field) {
  auto fits = checked(schedule);
  if (fits) return fits;
  auto refusal = fits.error();
  refusal.where = field;
  return tl::unexpected(refusal);
}

}  // namespace

Result<ReturnLadder> return_ladder(const Workspace& w, std::string_view register_name) {
  const auto open_days = open_days_of(w, register_name);
  if (!open_days) return tl::unexpected(open_days.error());
  const auto set = w.cycles.schedule(register_scope(register_name));
  if (!set) return tl::unexpected(set.error());
  const auto schedule = set->value_or(Schedule{});
  return ReturnLadder{schedule.reminders, schedule.escalates, *open_days};
}

Result<void> set_return_ladder(const Workspace& w, const Actor& actor, std::string_view register_name, const std::vector<Rung>& reminders, const Rung& escalates) {
  const auto scope = register_scope(register_name);
  if (auto allowed = require(actor, Action::run_cycle, {.plan = scope}); !allowed) return allowed;
  const auto open_days = open_days_of(w, register_name);
  if (!open_days) return tl::unexpected(open_days.error());
  const auto seen = w.ledger.last_about(scope);
  if (!seen) return tl::unexpected(seen.error());
  const auto set = w.cycles.schedule(scope);
  if (!set) return tl::unexpected(set.error());
  const auto before = set->value_or(Schedule{});
  auto wanted = with_room(before, *open_days);
  wanted.reminders = reminders;
  wanted.escalates = {RungEdge::before_closing, 0};
  if (auto fits = checked_at(wanted, "reminders"); !fits) return tl::unexpected(fits.error());
  wanted.escalates = escalates;
  const auto fits = checked_at(wanted, "escalates");
  if (!fits) return tl::unexpected(fits.error());
  if (fits->reminders == before.reminders && fits->escalates == before.escalates) return {};
  return write_down(w, {{"schedule.set", scope, actor.name, write_schedule(*fits)}}, {{scope, *seen}});
}

}  // namespace makegood::tasks
