// register composition: who sits on a group on a day.

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "tasks/composition.h"

namespace makegood::cli {
namespace {

/// One sentence for whoever is at the terminal; the table goes where it was told to go.
void tell_composition(Call& call, const tasks::CompositionSeen& seen) {
  call.err << fmt::format("{} on {}: {} members", seen.group.title, seen.day.iso(), seen.members);
  if (seen.vacant) call.err << fmt::format(", {} of {} seats empty", *seen.vacant, *seen.group.seats);
  if (!seen.missing.empty()) call.err << fmt::format("; nobody from {}", join(seen.missing, ", "));
  call.err << "\n";
}

}  // namespace

Result<int> register_composition_command(Call& call) {
  const auto at = call.arguments.day("--at");
  if (!at) return tl::unexpected(at.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& w = (*data)->workspace();
  const auto seen = tasks::composition_of(w, tasks::operator_of_the_machine(), call.arguments.get("NAME"), call.arguments.get("--group"), at->value_or(w.clock.now().today), tasks::Rights::of_the_machine);
  if (!seen) return tl::unexpected(seen.error());
  if (seen->group.key.empty()) return refuse(Fault::not_found, "there are no groups yet");
  tell_composition(call, *seen);
  return deliver(call, write_csv(tasks::composition_cells(*seen)));
}

}  // namespace makegood::cli
