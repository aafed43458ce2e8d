// register retention: which records are past their time, and with --apply all of them emptied.

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "tasks/registers.h"
#include "tasks/retention.h"

namespace makegood::cli {
namespace {

using Cells = std::vector<std::string>;

/// The registers asked for: one, or all whose definition says for how long.
Result<std::vector<std::string>> names_of(const Call& call, const tasks::Workspace& workspace) {
  if (const auto name = call.arguments.get("NAME"); !name.empty()) return std::vector{name};
  const auto all = workspace.registers.all();
  if (!all) return tl::unexpected(all.error());
  std::vector<std::string> names;
  for (const auto& kept : *all)
    if (kept->definition.retention) names.push_back(kept->definition.name);
  return names;
}

void add_rows(const tasks::RetentionRun& run, const std::vector<tasks::DueRecord>& records, std::vector<Cells>& rows) {
  const auto& definition = run.kept->definition;
  for (const auto& due : records)
    rows.push_back({definition.name, due.id.text, due.organisation, due.state, definition.retention->from, due.since.iso(), due.kept_until.iso(),
                    due.hold ? "held" : "past", due.hold ? due.hold->reason : std::string{}});
}

void say(Call& call, const tasks::RetentionRun& run, bool apply) {
  call.err << fmt::format("{}: {} records are {} ({}); {} held; {} are counted before and after\n", run.kept->definition.name, run.due.size(), apply ? "emptied" : "past their time",
                          join(run.emptied, ", "), run.held.size(), run.stay_in_all);
}

}  // namespace

Result<int> register_retention_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto actor = tasks::operator_of_the_machine();
  const bool apply = call.arguments.has("--apply");
  const auto names = names_of(call, workspace);
  if (!names) return tl::unexpected(names.error());
  std::vector<Cells> rows{{"register", "record", "organisation", "state", "from", "since", "kept_until", "standing", "held_because"}};
  for (const auto& name : *names) {
    const auto run = tasks::preview_retention(workspace, actor, name);
    if (!run) return tl::unexpected(run.error());
    add_rows(*run, run->due, rows);
    add_rows(*run, run->held, rows);
    if (apply)
      if (const auto done = tasks::apply_retention(workspace, actor, name, run->mark); !done) return tl::unexpected(done.error());
    say(call, *run, apply);
  }
  return deliver(call, write_csv(rows));
}

}  // namespace makegood::cli
