#include "tasks/chase_returns.h"

#include "tasks/again_on_conflict.h"
#include "tasks/return_run.h"

namespace makegood::tasks {
namespace {

bool is_chased(const KeptRegister& kept) { return kept.is_open() && kept.definition.returns && !kept.expected.empty(); }

Result<std::set<std::string>> missing_in(const Workspace& w, const KeptRegister& kept, const ReturnPeriod& period) {
  const auto counts = w.registers.returned(kept.definition.name, period);
  if (!counts) return tl::unexpected(counts.error());
  return missing_of(kept, *counts);
}

Result<ChaseReport> chase_once(const Workspace& w, const Actor& actor) {
  const auto registers = registers_run_by(w, actor);
  if (!registers) return tl::unexpected(registers.error());
  ReturnRun run(w, actor);
  ChaseReport report;
  for (const auto& kept : *registers) {
    if (!is_chased(*kept)) continue;
    const auto state = read_return_state(w, kept->definition.name);
    if (!state) return tl::unexpected(state.error());
    report.registers.push_back(run.carry_out(*state));
  }
  const auto letters = run.write();
  if (!letters) return tl::unexpected(letters.error());
  report.letters = *letters;
  return report;
}

void add_request(std::map<std::string, ReturnAsked>& all, const Request& request) {
  for (const auto& item : request.items) {
    auto& asked = all[item.item.text];
    if (!asked.asked || request.asked < *asked.asked) asked.asked = request.asked;
    if (request.reminders > 0) asked.reminded = std::max(asked.reminded.value_or(request.last_letter), request.last_letter);
    asked.reminders = std::max(asked.reminders, request.reminders);
    if (request.escalated) asked.escalated = request.escalated;
  }
}

}  // namespace

Result<ReturnState> read_return_state(const Workspace& w, std::string_view register_name) {
  ReturnState state;
  state.today = w.clock.now().today;
  const auto seen = w.ledger.last_about(register_scope(register_name));
  if (!seen) return tl::unexpected(seen.error());
  state.seen = *seen;
  auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  state.kept = std::move(*kept);
  if (!is_chased(*state.kept)) return refuse(Fault::conflict, "the register has just changed: its returns are not asked for any more");
  const auto ladder = w.cycles.schedule(state.scope());
  if (!ladder) return tl::unexpected(ladder.error());
  state.ladder = ladder->value_or(Schedule{});
  auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  state.directory = std::move(*directory);
  const auto cycles = w.cycles.cycles(state.scope());
  if (!cycles) return tl::unexpected(cycles.error());
  for (const auto& cycle : *cycles) {
    ReturnRound round{cycle, {}};
    if (!cycle.closed) {
      auto missing = missing_in(w, *state.kept, round.period(state.returns()));
      if (!missing) return tl::unexpected(missing.error());
      round.missing = std::move(*missing);
    }
    state.rounds.push_back(std::move(round));
  }
  state.period = period_to_ask_for(*state.kept, *cycles, state.today);
  if (!state.period) return state;
  auto missing = missing_in(w, *state.kept, *state.period);
  if (!missing) return tl::unexpected(missing.error());
  state.missing = std::move(*missing);
  return state;
}

Result<ChaseReport> chase_returns(const Workspace& w, const Actor& actor) {
  return again_on_conflict([&] { return chase_once(w, actor); });
}

Result<std::map<std::string, ReturnAsked>> asked_for(const Workspace& w, std::string_view register_name, const ReturnPeriod& period) {
  const auto cycles = w.cycles.cycles(register_scope(register_name));
  if (!cycles) return tl::unexpected(cycles.error());
  std::map<std::string, ReturnAsked> all;
  for (const auto& cycle : *cycles) {
    if (cycle.period.first != period.from) continue;
    for (const auto& request : cycle.requests) add_request(all, request);
    for (const auto& one : cycle.unasked)
      if (!all[one.item.text].asked) all[one.item.text].why_not = one.why;
  }
  return all;
}

}  // namespace makegood::tasks
