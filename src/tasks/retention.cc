#include "tasks/retention.h"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "tasks/empty_records.h"
#include "tasks/record_step.h"

namespace makegood::tasks {
namespace {

/// A preview, and the records that it is of.
struct Run {
  RetentionRun run;
  std::vector<Record> records;  ///< those of run.due
};

/// Whose records: of the grants that may, all of them or their own organisation's.
Reach reach_of_retention(const Definition& definition, const Actor& actor) {
  Reach reach;
  for (const auto& grant : actor.grants) {
    if (!may(Actor{actor.name, {grant}}, Action::keep_retention, {.plan = register_scope(definition.name), .organisation = grant.organisation})) continue;
    if (grant.organisation.empty()) reach.all = true;
    else reach.organisations.insert(grant.organisation);
  }
  return reach;
}

void name_fields(const Definition& definition, RetentionRun& run) {
  for (const auto& field : definition.fields) (field.erased ? run.emptied : run.stays).push_back(field.name);
}

std::string mark_of(const std::vector<Record>& records) {
  std::string all;
  for (const auto& record : records) all += fmt::format("{} {}\n", record.id.text, record.sequence);
  return sha256(all);
}

bool longer_past(const DueRecord& a, const DueRecord& b) { return std::pair(a.kept_until, a.id.text) < std::pair(b.kept_until, b.id.text); }

Result<void> find_due(const Workspace& w, const Definition& definition, const Reach& reach, Run& found) {
  const auto all_holds = w.care.holds(definition.name);
  if (!all_holds) return tl::unexpected(all_holds.error());
  std::map<std::string, LegalHold> holds;
  for (const auto& [id, hold] : *all_holds) holds.emplace(id.text, hold);
  const auto today = w.clock.now().today;
  auto& run = found.run;
  return w.registers.each({.register_name = definition.name, .reach = reach}, [&](const Record& record) {
    ++run.stay_in_all;
    const auto since = retention_begins(definition, record.answers, record.recorded, record.closed);
    if (record.emptied || !since) return true;
    const auto until = since->plus_months(12 * definition.retention->years);
    if (until >= today) return true;
    DueRecord due{record.id, record.organisation, record.state, *since, until, std::nullopt};
    if (const auto hold = holds.find(record.id.text); hold != holds.end()) {
      due.hold = hold->second;
      run.held.push_back(std::move(due));
      return true;
    }
    run.due.push_back(std::move(due));
    found.records.push_back(record);
    return true;
  });
}

Result<Run> look(const Workspace& w, const Actor& actor, std::string_view name) {
  auto kept = w.registers.find(name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  const auto reach = reach_of_retention(definition, actor);
  if (reach.nobody()) return tl::unexpected(require(actor, Action::keep_retention, {.plan = register_scope(name)}).error());
  if (!definition.retention) return refuse(Fault::invalid_input, "the definition of this register does not say for how long records are kept");
  Run found;
  found.run.kept = *kept;
  name_fields(definition, found.run);
  if (auto done = find_due(w, definition, reach, found); !done) return tl::unexpected(done.error());
  found.run.mark = mark_of(found.records);
  std::sort(found.run.due.begin(), found.run.due.end(), longer_past);
  std::sort(found.run.held.begin(), found.run.held.end(), longer_past);
  return found;
}

}  // namespace

Result<RetentionRun> preview_retention(const Workspace& w, const Actor& actor, std::string_view register_name) {
  auto found = look(w, actor, register_name);
  if (!found) return tl::unexpected(found.error());
  return std::move(found->run);
}

Result<int> apply_retention(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view mark) {
  const auto found = look(w, actor, register_name);
  if (!found) return tl::unexpected(found.error());
  if (found->run.mark != mark) return refuse(Fault::conflict, "records came or went, or were changed, since this list was made: look at it again");
  if (found->records.empty()) return 0;
  const auto& definition = found->run.kept->definition;
  const auto reason = fmt::format("retention: {} years from {}", definition.retention->years, definition.retention->from);
  if (auto done = empty_all(w, actor, definition, found->records, reason); !done) return tl::unexpected(done.error());
  return static_cast<int>(found->records.size());
}

}  // namespace makegood::tasks
