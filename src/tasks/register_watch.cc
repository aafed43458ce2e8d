#include "tasks/register_watch.h"

#include <algorithm>

#include <fmt/format.h>

#include "cycle/return_round.h"
#include "extract/own_cells.h"
#include "tasks/returns_within.h"

namespace makegood::tasks {
namespace {

bool named_in(const std::vector<std::string>& list, std::string_view name) { return std::find(list.begin(), list.end(), name) != list.end(); }

/// Whether the signal is for the actor: by their role, and by what they may see of a record.
bool is_for(const Definition& definition, const Actor& actor, const Signal& signal) {
  const auto hidden = hidden_fields(definition, actor, false);
  const bool unseen = hidden.contains(signal.field) || std::any_of(signal.by.begin(), signal.by.end(), [&](const std::string& by) { return hidden.contains(by); });
  return !unseen && (signal.to.empty() || has_role(definition, actor, signal.to));
}

/// Values of an organisation's field by the name that the directory has.
void name_organisations(const OrganisationNames& names, const Definition& definition, const std::vector<std::string>& by, std::vector<std::string>& values) {
  for (std::size_t i = 0; i < values.size(); ++i)
    if (i < by.size() && by[i] == definition.organisation) values[i] = names.name_of(values[i]);
}

Result<void> watch_returns(const Workspace& w, const KeptRegister& kept, const Reach& reach, Day today, registers::SignalWatch& watch) {
  if (!kept.definition.returns) return {};
  const auto due = registers::returns_due(*kept.definition.returns, today);
  if (!was_open_in(kept, due)) return {};
  const auto returns = returns_within(w, kept, reach, due.from);
  if (!returns) return tl::unexpected(returns.error());
  std::vector<ReturnCount> expected;
  for (const auto& row : returns->rows)
    if (is_expected(kept, row.count.organisation)) expected.push_back(row.count);
  watch.returned(returns->period, expected);
  return {};
}

/// A place in the draw for one record: any two numbers, and any two ids, have nothing to do with each other.
/// Source: FNV-1a over the id, and the last step of SplitMix64 (Steele, Lea and Flood 2014), which mixes all of its bits.
std::uint64_t place_in_draw(std::uint64_t number, std::string_view id) {
  std::uint64_t hash = 0xcbf29ce484222325U ^ (number * 0x9e3779b97f4a7c15U);
  for (const char c : id) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3U;
  hash = (hash ^ (hash >> 30U)) * 0xbf58476d1ce4e5b9U;
  hash = (hash ^ (hash >> 27U)) * 0x94d049bb133111ebU;
  return hash ^ (hash >> 31U);
}

SignalSeen seen(const OrganisationNames& names, const Definition& definition, registers::RaisedSignal raised) {
  const auto signal = std::find_if(definition.signals.begin(), definition.signals.end(), [&](const Signal& s) { return s.name == raised.name; });
  const bool about_a_return = signal->kind == SignalKind::silence && definition.returns;
  name_organisations(names, definition, about_a_return ? std::vector{definition.organisation} : signal->by, raised.values);
  return {*signal, std::move(raised)};
}

}  // namespace

Result<SignalsSeen> signals_for(const Workspace& w, const Actor& actor, std::string_view register_name, Day today, Rights rights) {
  const auto kept = w.registers.find(register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto reach = reach_with((*kept)->definition, actor, Doing::see, rights);
  if (!reach) return tl::unexpected(reach.error());
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  auto definition = (*kept)->definition;
  if (rights == Rights::of_the_roles) std::erase_if(definition.signals, [&](const Signal& signal) { return !is_for((*kept)->definition, actor, signal); });
  SignalsSeen all{*kept, today, definition.signals, {}};
  if (definition.signals.empty()) return all;
  registers::SignalWatch watch(definition, today);
  auto done = w.registers.each({.register_name = definition.name, .reach = *reach}, [&](const Record& record) { return watch.take(record), true; });
  if (!done) return tl::unexpected(done.error());
  if (auto returned = watch_returns(w, **kept, *reach, today, watch); !returned) return tl::unexpected(returned.error());
  for (auto& raised : watch.raised()) all.raised.push_back(seen(*names, definition, std::move(raised)));
  return all;
}

bool may_count(const Definition& definition, const Actor& actor) {
  if (reach_for(definition, actor, Doing::see).nobody() || definition.counts_by.empty()) return false;
  return !registers::about_people(definition) || has_role(definition, actor, "analyst") || has_role(definition, actor, "handler");
}

std::vector<std::string> countable(const Definition& definition, const Actor& actor) {
  const auto hidden = hidden_fields(definition, actor, false);
  auto fields = definition.counts_by;
  std::erase_if(fields, [&](const std::string& field) { return hidden.contains(field); });
  return fields;
}

Result<Counted> count_by(const Workspace& w, const Actor& actor, Counting counting, Rights rights) {
  const auto kept = w.registers.find(counting.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  if (definition.counts_by.empty()) return refuse(Fault::invalid_input, "this register offers no counts");
  if (rights == Rights::of_the_roles && !may_count(definition, actor)) return refuse(Fault::not_allowed, "you are not allowed to count the records of this register");
  const auto reach = reach_with(definition, actor, Doing::see, rights);
  if (!reach) return tl::unexpected(reach.error());
  Counted counted{*kept, std::move(counting.by), rights == Rights::of_the_machine ? definition.counts_by : countable(definition, actor), counting.from, counting.until, counting.over, 0, {}, {}, {}};
  if (counted.offered.empty()) return refuse(Fault::invalid_input, "this register offers no counts");
  if (counted.by.empty()) counted.by = {counted.offered.front()};
  for (const auto& field : counted.by)
    if (!named_in(counted.offered, field)) return refuse(Fault::invalid_input, fmt::format("there are counts by {}, not by \"{}\"", join(counted.offered, ", "), shorten(field, 60)), "by");
  registers::RecordCounts counts(definition, counted.by);
  auto done = w.registers.each({.register_name = definition.name, .reach = *reach, .from = counting.from, .until = counting.until},
                               [&](const Record& record) { return counts.take(record), true; });
  if (!done) return tl::unexpected(done.error());
  const auto names = organisation_names(w);
  if (!names) return tl::unexpected(names.error());
  const auto today = w.clock.now().today;
  counted.records = counts.records();
  counted.rows = counts.rows();
  if (counting.over) counted.series = counts.series(*counting.over, today);
  for (auto& row : counted.rows) name_organisations(*names, definition, counted.by, row.values);
  for (auto& row : counted.series) name_organisations(*names, definition, counted.by, row.values);
  if (!definition.returns) return counted;
  auto returns = returns_within(w, **kept, *reach, counting.until.value_or(today));
  if (!returns) return tl::unexpected(returns.error());
  counted.returns = std::move(*returns);
  return counted;
}

Result<std::vector<RecordId>> sample_records(const Workspace& w, const Actor& actor, const Sampling& sampling, Rights rights) {
  const auto kept = w.registers.find(sampling.register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto reach = reach_with((*kept)->definition, actor, Doing::see, rights);
  if (!reach) return tl::unexpected(reach.error());
  std::vector<std::pair<std::uint64_t, RecordId>> drawn;
  auto done = w.registers.each({.register_name = sampling.register_name, .reach = *reach, .from = sampling.from, .until = sampling.until}, [&](const Record& record) {
    drawn.emplace_back(place_in_draw(sampling.number, record.id.text), record.id);
    return true;
  });
  if (!done) return tl::unexpected(done.error());
  std::sort(drawn.begin(), drawn.end());
  drawn.resize(std::min(drawn.size(), sampling.size));
  std::vector<RecordId> ids;
  for (const auto& one : drawn) ids.push_back(one.second);
  std::sort(ids.begin(), ids.end());
  return ids;
}

std::vector<std::vector<std::string>> counted_cells(const Counted& counted) {
  auto cells = counted.over ? registers::series_cells(counted.by, counted.series) : registers::count_cells(counted.by, counted.rows);
  for (auto& row : cells)
    for (auto& cell : row) cell = spreadsheet_safe(std::move(cell));
  return cells;
}

}  // namespace makegood::tasks
