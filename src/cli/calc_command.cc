// calc METHOD: a CSV file in, the same file with statistics out. The methods are calc's own table.

#include "cli/calc_command.h"

#include <atomic>
#include <fstream>
#include <thread>

#include <fmt/format.h>

#include "calc/calc.h"
#include "cli/command.h"

namespace makegood::cli {
namespace {

constexpr std::uintmax_t kLargestFile = std::uintmax_t{4} << 30U;
constexpr std::size_t kNamedFaults = 20;

// As many at once as the machine has cores for; the order of the answers does not depend on it.
void at_once(std::size_t count, const std::function<void(std::size_t)>& task) {
  const auto hands = std::min<std::size_t>(count, std::max(1U, std::thread::hardware_concurrency()));
  if (hands < 2) return calc::in_turn(count, task);
  std::atomic<std::size_t> next = 0;
  const auto work = [&] {
    for (auto i = next++; i < count; i = next++) task(i);
  };
  std::vector<std::jthread> others;
  for (std::size_t i = 1; i < hands; ++i) others.emplace_back(work);
  work();
}

Result<calc::Request> request_of(const calc::Method& method, const Arguments& arguments) {
  calc::Request request;
  request.executor = at_once;
  for (const auto& option : method.options)
    if (arguments.has(option.name)) request.options.values[std::string(option.name)] = arguments.get(option.name);
  if (!arguments.has("--confidence")) return request;
  const auto level = calc::read_number(arguments.get("--confidence"));
  const auto confidence = Confidence::of(level.value);
  if (!confidence)
    return refuse(Fault::invalid_input,
                  fmt::format("--confidence takes a number between 0 and 1, such as 0.95, not \"{}\"", arguments.get("--confidence")));
  request.confidence = *confidence;
  return request;
}

// Every ragged row is named, or set aside where there is a place for them.
Result<void> settle_ragged(Call& call, const std::string& file, const calc::Survey& survey) {
  const auto rejects = call.arguments.get("--rejects");
  if (!rejects.empty()) {
    std::ofstream out(rejects, std::ios::binary | std::ios::trunc);
    out << survey.rejects << std::flush;
    if (!out) return refuse(Fault::unavailable, "could not be written", rejects);
    call.err << fmt::format("makegood: {}: {} of {} rows were set aside in {}\n", file, survey.ragged.size(), survey.rows, rejects);
    return {};
  }
  for (std::size_t i = 0; i < survey.ragged.size() && i < kNamedFaults; ++i)
    call.err << fmt::format("makegood: {}: row {}: has {} {}, the header has {}\n", file, survey.ragged[i].row,
                            survey.ragged[i].cells, survey.ragged[i].cells == 1 ? "cell" : "cells", survey.header.size());
  if (survey.ragged.empty()) return {};
  return refuse(Fault::invalid_input,
                fmt::format("{} of {} rows do not fit the header; nothing was computed (--rejects FILE sets them aside)",
                            survey.ragged.size(), survey.rows), file);
}

// "in 2 rows: 3, 9". Where rows are summed up to sets, the fault may be in any row of the set from the one named.
std::string places_of(const calc::Tally::Line& line, calc::Shape shape) {
  const bool sets = shape == calc::Shape::of_a_set, one = line.count == 1;
  return fmt::format("in {} {}{} {}{}", line.count, sets ? (one ? "set" : "sets") : (one ? "row" : "rows"),
                     sets ? (one ? ", at or below row" : ", at or below rows") : ":", fmt::join(line.rows, ", "),
                     line.count > line.rows.size() ? " ..." : "");
}

void tell(std::ostream& err, const std::string& file, const calc::Account& account, calc::Shape shape) {
  for (const auto& name : account.repeated_columns)
    err << fmt::format("makegood: {}: the column \"{}\" was there before; the computed one is the last of that name\n", file, name);
  for (const auto& row : kStatusWords) {
    const auto& line = account.tally.by_status[static_cast<std::size_t>(row.status)];
    if (!row.contradiction || line.count == 0) continue;
    err << fmt::format("makegood: {}: {} {}\n", file, row.word, places_of(line, shape));
  }
}

}  // namespace

std::vector<CommandSpec> calc_commands() {
  static const std::vector<std::string> kNames = [] {
    std::vector<std::string> names;
    for (const auto& method : calc::methods()) names.push_back("calc " + std::string(method.name));
    return names;
  }();
  static const std::vector<std::string> kSummaries = [] {
    std::vector<std::string> summaries;
    for (const auto& method : calc::methods())
      summaries.push_back(fmt::format("{}. Reads {}. Adds {}, status", method.answers,
                                      method.inputs.empty() ? "the columns that its options name" : method.inputs, method.outputs));
    return summaries;
  }();
  static const std::vector<std::string> kExamples = [] {
    std::vector<std::string> examples;
    for (const auto& name : kNames) examples.push_back(name + " in.csv -o out.csv");
    return examples;
  }();
  std::vector<CommandSpec> specs;
  for (std::size_t i = 0; i < kNames.size(); ++i) {
    const auto& method = calc::methods()[i];
    CommandSpec spec{kNames[i], kSummaries[i], kExamples[i], {{"FILE", "the CSV file", Takes::value, true}}};
    if (calc::takes_confidence(method)) spec.options.push_back({"--confidence", "of the limits; 0.95 when absent"});
    for (const auto& option : method.options)
      spec.options.push_back({option.name, option.help, option.takes_value ? Takes::value : Takes::nothing});
    spec.options.push_back({"--rejects", "file for rows that do not fit the header, instead of refusing them"});
    spec.options.push_back({"-o", "file to write to, instead of the screen"});
    specs.push_back(std::move(spec));
  }
  return specs;
}

Result<int> calc_command(Call& call) {
  const auto* method = calc::find_method(call.command.substr(call.command.find(' ') + 1));
  const auto path = call.arguments.get("FILE");
  const auto request = request_of(*method, call.arguments);
  if (!request) return tl::unexpected(request.error());
  auto bytes = read_file(path, kLargestFile);
  if (!bytes) return tl::unexpected(bytes.error());
  const auto file = open_delimited(*bytes);
  std::string().swap(*bytes);
  const auto survey = calc::survey(file);
  if (survey.unclosed_quote > 0)
    return refuse(Fault::invalid_input, fmt::format("row {}: a quotation mark is not closed", survey.unclosed_quote), path);
  if (auto settled = settle_ragged(call, path, survey); !settled) return tl::unexpected(settled.error());
  if (auto fits = calc::check(*method, survey, request->options); !fits)
    return refuse(fits.error().fault, fits.error().message, path);
  Result<calc::Account> account;
  const auto delivered = deliver(call, [&](std::ostream& out) {
    account = calc::run(*method, file, survey, *request, [&](std::string_view csv) { out << csv; });
  });
  if (!delivered) return delivered;
  if (!account) return tl::unexpected(account.error());
  tell(call.err, path, *account, method->shape);
  return account->has_contradiction() ? 1 : 0;
}

}  // namespace makegood::cli
