// register signals, register counts: what a register tells those who work with it.

#include <charconv>

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "registers/definition_words.h"
#include "tasks/register_watch.h"

namespace makegood::cli {
namespace {

using Cells = std::vector<std::string>;

std::string ids_of(const registers::RaisedSignal& raised) {
  std::vector<std::string> ids;
  for (const auto& late : raised.late) ids.push_back(late.id.text);
  return join(ids, " ");
}

Cells cells_of(const tasks::SignalSeen& seen) {
  const auto& [signal, raised] = seen;
  const bool rise = signal.kind == SignalKind::rise;
  return {signal.name, std::string(registers::word_of(registers::kSignalKinds, signal.kind)), signal.to, join(raised.values, " / "), raised.from.iso(), raised.until.iso(),
          signal.kind == SignalKind::silence ? std::string{} : std::to_string(raised.records), rise ? fmt::format("{:.2f}", raised.usual) : std::string{},
          rise ? fmt::format("{:.2g}", raised.chance) : std::string{}, ids_of(raised)};
}

/// "month", "quarter" ... as a definition writes them.
Result<std::optional<Every>> period_in(const Arguments& arguments) {
  if (!arguments.has("--over")) return std::nullopt;
  const auto every = registers::value_of(registers::kEvery, arguments.get("--over"));
  if (every) return every;
  return refuse(Fault::invalid_input, fmt::format("--over takes month, quarter, term, half_year, year or academic_year, not \"{}\"", arguments.get("--over")));
}

Result<void> days_in(const Arguments& arguments, std::optional<Day>& from, std::optional<Day>& until) {
  for (const auto& [name, day] : {std::pair{"--from", &from}, std::pair{"--until", &until}}) {
    const auto given = arguments.day(name);
    if (!given) return tl::unexpected(given.error());
    *day = *given;
  }
  return {};
}

Result<std::uint64_t> number_in(const Arguments& arguments, std::string_view name, std::uint64_t usual) {
  const auto text = arguments.get(name);
  auto number = usual;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (!text.empty() && (error != std::errc() || end != text.data() + text.size()))
    return refuse(Fault::invalid_input, fmt::format("{} takes a whole number, not \"{}\"", name, shorten(text, 40)));
  return number;
}

void tell_returns(Call& call, const tasks::Counted& counted) {
  if (!counted.returns) return;
  const auto& sum = counted.returns->completeness;
  if (sum.expected == 0) call.err << fmt::format("{}: nobody has said whose returns are expected, so silence cannot be told from nothing\n", counted.returns->period.name);
  else call.err << fmt::format("{}: {} of {} have returned, {} of them with nothing to report; {} are silent\n", counted.returns->period.name, sum.returned, sum.expected, sum.nil, sum.silent);
}

}  // namespace

Result<int> register_signals_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& w = (*data)->workspace();
  const auto seen = tasks::signals_for(w, tasks::operator_of_the_machine(), call.arguments.get("NAME"), w.clock.now().today, tasks::Rights::of_the_machine);
  if (!seen) return tl::unexpected(seen.error());
  std::vector<Cells> table{{"signal", "kind", "to", "values", "from", "until", "records", "usual", "chance", "ids"}};
  for (const auto& one : seen->raised) table.push_back(cells_of(one));
  call.err << fmt::format("{}: {} signals watched, {} raised on {}\n", call.arguments.get("NAME"), seen->watched.size(), seen->raised.size(), seen->today.iso());
  return deliver(call, write_csv(table));
}

Result<int> register_counts_command(Call& call) {
  const auto over = period_in(call.arguments);
  if (!over) return tl::unexpected(over.error());
  tasks::Counting counting{.register_name = call.arguments.get("NAME"), .by = {}, .from = {}, .until = {}, .over = *over};
  for (const auto& given : call.arguments.all("--by"))
    for (const auto& field : split(given, ',')) counting.by.emplace_back(trim(field));
  if (auto days = days_in(call.arguments, counting.from, counting.until); !days) return tl::unexpected(days.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto counted = tasks::count_by((*data)->workspace(), tasks::operator_of_the_machine(), counting, tasks::Rights::of_the_machine);
  if (!counted) return tl::unexpected(counted.error());
  tell_returns(call, *counted);
  return deliver(call, write_csv(tasks::counted_cells(*counted)));
}

Result<int> register_sample_command(Call& call) {
  const auto size = number_in(call.arguments, "--size", 20), number = number_in(call.arguments, "--number", 0);
  if (!size) return tl::unexpected(size.error());
  if (!number) return tl::unexpected(number.error());
  tasks::Sampling sampling{.register_name = call.arguments.get("NAME"), .size = *size, .number = *number, .from = {}, .until = {}};
  if (auto days = days_in(call.arguments, sampling.from, sampling.until); !days) return tl::unexpected(days.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto ids = tasks::sample_records((*data)->workspace(), tasks::operator_of_the_machine(), sampling, tasks::Rights::of_the_machine);
  if (!ids) return tl::unexpected(ids.error());
  std::vector<Cells> table{{"id"}};
  for (const auto& id : *ids) table.push_back({id.text});
  return deliver(call, write_csv(table));
}

}  // namespace makegood::cli
