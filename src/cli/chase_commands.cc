// ask, for registers: returns and signals. register monitor: who watches over one; register reminders: when.

#include "cli/command.h"
#include "tasks/chase_returns.h"
#include "tasks/register_monitor.h"
#include "tasks/return_ladder.h"
#include "tasks/tell_signals.h"

namespace makegood::cli {
namespace {

std::string line_of(const tasks::RegisterChased& chased) {
  auto said = chased.name + ":";
  if (chased.period) said += fmt::format(" {}: {} asked, {} reminded, {} escalated; in time until {}", chased.period->name, chased.asked, chased.reminded, chased.escalated, chased.closes->iso());
  else said += " no return is to be asked for";
  if (chased.closed > 0) said += fmt::format("; {} closed", chased.closed);
  return said;
}

void tell_chased(Call& call, const tasks::RegisterChased& chased) {
  call.out << line_of(chased) << '\n';
  for (const auto& one : chased.unasked) call.err << fmt::format("{}: \"{}\" cannot be asked: {}\n", chased.name, squeeze(one.named), word(one.why));
}

void tell_told(Call& call, const tasks::RegisterTold& told) {
  if (told.told > 0) call.out << fmt::format("{}: {} new signals told\n", told.name, told.told);
  if (told.vacant) call.err << fmt::format("{}: nobody is told of its signals: the post that watches is vacant, or has no address\n", told.name);
}

}  // namespace

Result<int> chase_registers(Call& call, const tasks::Workspace& w) {
  const auto actor = tasks::operator_of_the_machine();
  const auto chased = tasks::chase_returns(w, actor);
  if (!chased) return tl::unexpected(chased.error());
  for (const auto& one : chased->registers) tell_chased(call, one);
  const auto told = tasks::tell_signals(w, actor);
  if (!told) return tl::unexpected(told.error());
  for (const auto& one : told->registers) tell_told(call, one);
  return chased->letters + told->letters;
}

Result<int> register_monitor_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& w = (*data)->workspace();
  const auto name = call.arguments.get("NAME");
  if (call.arguments.has("--post"))
    if (auto set = tasks::set_monitor(w, tasks::operator_of_the_machine(), name, call.arguments.get("--post")); !set) return tl::unexpected(set.error());
  const auto monitor = tasks::monitor_of(w, name);
  if (!monitor) return tl::unexpected(monitor.error());
  if (monitor->post.empty()) call.out << fmt::format("{}: nobody watches over it\n", name);
  else call.out << fmt::format("{}: {}\n", name, monitor->watcher ? monitor->watcher->words : monitor->post);
  if (!monitor->post.empty() && !monitor->watcher) call.err << fmt::format("{}: the post is vacant, or has no address\n", name);
  return 0;
}

Result<int> register_reminders_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& w = (*data)->workspace();
  const auto& arguments = call.arguments;
  const auto name = arguments.get("NAME");
  auto ladder = tasks::return_ladder(w, name);
  if (!ladder) return tl::unexpected(ladder.error());
  auto reminders = arguments.has("--remind") ? read_reminders(arguments.get("--remind")) : Result<std::vector<Rung>>(ladder->reminders);
  if (!reminders) return tl::unexpected(reminders.error());
  const auto escalates = arguments.has("--escalate") ? read_rung(arguments.get("--escalate")) : Result<Rung>(ladder->escalates);
  if (!escalates) return tl::unexpected(escalates.error());
  if (arguments.has("--remind") || arguments.has("--escalate")) {
    if (auto set = tasks::set_return_ladder(w, tasks::operator_of_the_machine(), name, *reminders, *escalates); !set) return tl::unexpected(set.error());
    ladder = tasks::return_ladder(w, name);
    if (!ladder) return tl::unexpected(ladder.error());
  }
  call.out << fmt::format("{}: reminded {}; brought to who watches {}; open for {} days\n", name, ladder->reminders.empty() ? "never" : write_reminders(ladder->reminders),
                          write_reminders({ladder->escalates}), ladder->open_days);
  return 0;
}

}  // namespace makegood::cli
