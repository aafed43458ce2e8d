// Who has returned for a period, who said nil, and who is silent.

#include <algorithm>

#include "tasks/record_step.h"
#include "tasks/records.h"
#include "tasks/returns_within.h"
#include "tasks/write_down.h"

namespace makegood::tasks {
namespace {

ReturnCount& count_of(std::vector<ReturnCount>& counts, const std::string& organisation) {
  const auto found = std::find_if(counts.begin(), counts.end(), [&](const ReturnCount& c) { return c.organisation == organisation; });
  return found != counts.end() ? *found : counts.emplace_back(ReturnCount{organisation, 0, false});
}

}  // namespace

bool is_expected(const KeptRegister& kept, std::string_view organisation) {
  return std::find(kept.expected.begin(), kept.expected.end(), organisation) != kept.expected.end();
}

Result<void> say_nil(const Workspace& w, const Actor& actor, std::string_view register_name, std::string_view organisation, Day within) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  if (!definition.returns || !definition.returns->nil) return refuse(Fault::invalid_input, "this register takes no nil returns");
  const auto reach = need_reach(definition, actor, Doing::submit);
  if (!reach) return tl::unexpected(reach.error());
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  const auto id = names->id_of(organisation);
  if (id.empty()) return refuse(Fault::invalid_input, "say for which organisation", "organisation");
  if (!reach->all && !reach->covers(id)) return refuse(Fault::not_allowed, "you may answer for your own organisation only");
  const auto period = return_period(definition.returns->every, within);
  if (period.from > w.clock.now().today) return refuse(Fault::invalid_input, "this period has not begun yet: say so when it is over");
  const auto counts = w.registers.returned(definition.name, period);
  if (!counts) return tl::unexpected(counts.error());
  const auto there = std::find_if(counts->begin(), counts->end(), [&](const ReturnCount& count) { return count.organisation == id; });
  if (there != counts->end() && there->records > 0)
    return refuse(Fault::conflict, "there are records of this period already: what is in the register is the return");
  const NilReturn nil{definition.name, id, period.from};
  return write_down(w, {{"return.nil", register_scope(definition.name), actor.name, write_nil(nil)}}, {});
}

Result<ReturnsSeen> returns_for(const Workspace& w, const Actor& actor, std::string_view register_name, Day within) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  if (!(*kept)->definition.returns) return refuse(Fault::invalid_input, "this register has no returns");
  const auto reach = need_reach((*kept)->definition, actor, Doing::see);
  if (!reach) return tl::unexpected(reach.error());
  return returns_within(w, **kept, *reach, within);
}

Result<ReturnsSeen> returns_within(const Workspace& w, const KeptRegister& kept, const Reach& reach, Day within) {
  const auto& definition = kept.definition;
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  ReturnsSeen seen;
  seen.period = return_period(definition.returns->every, within);
  auto counts = w.registers.returned(definition.name, seen.period);
  if (!counts) return tl::unexpected(counts.error());
  for (const auto& organisation : kept.expected) (void)count_of(*counts, organisation);
  const auto today = w.clock.now().today;
  std::vector<ReturnCount> expected;
  for (const auto& count : *counts) {
    if (!reach.covers(count.organisation)) continue;
    seen.rows.push_back({count, names->name_of(count.organisation), standing_of(*definition.returns, seen.period, count, today)});
    if (is_expected(kept, count.organisation)) expected.push_back(count);
  }
  std::sort(seen.rows.begin(), seen.rows.end(), [](const ReturnRow& a, const ReturnRow& b) { return a.organisation < b.organisation; });
  seen.completeness = completeness(*definition.returns, seen.period, expected, today);
  return seen;
}

}  // namespace makegood::tasks
