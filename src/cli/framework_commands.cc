// framework open, rate, status, agree, close: a round of assessment at the command line.

#include <algorithm>

#include <fmt/format.h>

#include "cli/command.h"
#include "formats/csv.h"
#include "tasks/rating_import.h"

namespace makegood::cli {
namespace {

using Cells = std::vector<std::string>;

constexpr std::uintmax_t kLargestTable = 25U << 20U;

std::string title_of(const framework::Framework& framework, const std::string& code) {
  const auto* level = framework.level(code);
  return level == nullptr ? code : level->title;
}

/// What the assessors say, each with their level.
std::string words_of(const framework::Framework& framework, const framework::Standing& standing) {
  std::vector<std::string> words;
  for (const auto* rating : standing.ratings) words.push_back(rating->assessor + ": " + title_of(framework, rating->level));
  return join(words, "; ");
}

std::string_view word(framework::Movement movement) {
  switch (movement) {
    case framework::Movement::up: return "up";
    case framework::Movement::down: return "down";
    case framework::Movement::same: return "same";
    case framework::Movement::none: break;
  }
  return {};
}

}  // namespace

Result<int> framework_open_command(Call& call) {
  const auto again = call.arguments.day("--again");
  if (!again) return tl::unexpected(again.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto name = call.arguments.get("--round");
  const auto done = tasks::open_round((*data)->workspace(), tasks::operator_of_the_machine(), call.arguments.get("PLAN"),
                                      {name, call.arguments.get("--aim"), *again});
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("the round \"{}\" is open\n", name);
  return 0;
}

Result<int> framework_rate_command(Call& call) {
  const auto path = call.arguments.get("FILE");
  auto bytes = read_file(path, kLargestTable);
  if (!bytes) return tl::unexpected(bytes.error());
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto& workspace = (*data)->workspace();
  const auto table = tasks::read_file_table(workspace, {std::move(*bytes), name_of(path)});
  if (!table) return refuse(table.error().fault, table.error().line(), path);
  const bool dry = call.arguments.has("--dry-run");
  const auto import = tasks::import_ratings(workspace, tasks::operator_of_the_machine(), call.arguments.get("PLAN"), *table, dry);
  if (!import) return refuse(import.error().fault, import.error().line(), path);
  for (const auto& fault : import->faults) call.err << fmt::format("makegood: {}: row {}, column \"{}\": {}\n", path, fault.row, fault.column, squeeze(fault.message));
  const bool written = !dry && import->faults.empty();
  call.out << fmt::format("{} new, {} as they were{}\n", import->fresh, import->unchanged, written ? "" : "; nothing was brought in");
  return import->faults.empty() ? 0 : 2;
}

Result<int> framework_status_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto seen = tasks::see_assessment((*data)->workspace(), tasks::operator_of_the_machine(), call.arguments.get("PLAN"));
  if (!seen) return tl::unexpected(seen.error());
  const auto& assessment = seen->assessment;
  if (assessment.rounds.empty() || !assessment.framework) return refuse(Fault::not_found, "no round of assessment was opened yet");
  const auto name = call.arguments.has("--round") ? call.arguments.get("--round") : assessment.rounds.back().name;
  const auto* round = assessment.round(name);
  if (round == nullptr) return refuse(Fault::not_found, fmt::format("there is no round \"{}\"", name));
  const auto gaps = framework::gaps(assessment, name, seen->kept->plan);
  std::vector<Cells> rows{{"criterion", "title", "level", "assessors", "differ", "gap", "moved"}};
  for (const auto* item : framework::criteria(seen->kept->plan)) {
    const auto standing = framework::standing_of(assessment, name, item->id);
    const bool waits = standing.differ && standing.agreement == nullptr;
    const bool is_gap = std::find(gaps.begin(), gaps.end(), item) != gaps.end();
    rows.push_back({item->ref.empty() ? item->id.text : item->ref, item->title, waits ? "" : title_of(*assessment.framework, standing.level),
                    words_of(*assessment.framework, standing), waits ? "yes" : "", is_gap ? "yes" : "", std::string(word(framework::movement_of(assessment, name, item->id)))});
  }
  call.err << fmt::format("{}: opened on {}{}; {} of {} are gaps\n", name, round->opened.iso(), round->closed ? ", closed on " + round->closed->iso() : ", open", gaps.size(),
                          rows.size() - 1);
  return deliver(call, write_csv(rows));
}

Result<int> framework_agree_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto done = tasks::agree_by_name((*data)->workspace(), tasks::operator_of_the_machine(), call.arguments.get("PLAN"),
                                         {call.arguments.get("CRITERION"), call.arguments.get("LEVEL"), call.arguments.get("--reasons")});
  if (!done) return tl::unexpected(done.error());
  call.out << fmt::format("{}: {}\n", done->criterion, done->level);
  return 0;
}

Result<int> framework_close_command(Call& call) {
  auto data = open_data(call, Machine::Opening::must_exist);
  if (!data) return tl::unexpected(data.error());
  const auto done = tasks::close_round((*data)->workspace(), tasks::operator_of_the_machine(), call.arguments.get("PLAN"));
  if (!done) return tl::unexpected(done.error());
  call.out << "the round is closed\n";
  return 0;
}

}  // namespace makegood::cli
