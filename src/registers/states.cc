#include "registers/states.h"

#include <algorithm>

#include <fmt/format.h>

#include "registers/shipped.h"

namespace makegood {
namespace {

const std::string& title_of(const Definition& definition, const std::string& field) {
  const auto* found = definition.field(field);
  return found == nullptr ? field : found->title.en;
}

}  // namespace

Result<void> may_move(const Definition& definition, std::string_view from, std::string_view to, const Answers& answers) {
  const auto* here = definition.state(from);
  const auto* there = definition.state(to);
  if (here == nullptr || there == nullptr || std::find(here->moves.begin(), here->moves.end(), to) == here->moves.end())
    return refuse(Fault::conflict, fmt::format("a record that is \"{}\" cannot become \"{}\"", here == nullptr ? from : here->title.en,
                                               there == nullptr ? to : there->title.en));
  for (const auto& name : there->needs)
    if (answer(answers, name).empty())
      return refuse(Fault::invalid_input, fmt::format("fill in \"{}\" before it becomes \"{}\"", title_of(definition, name), there->title.en), name);
  return check_independence(definition, answers);
}

Result<void> check_independence(const Definition& definition, const Answers& answers) {
  const auto author = definition.author.empty() ? std::string{} : fold(answer(answers, definition.author));
  for (const auto& name : definition.independent)
    if (!author.empty() && fold(answer(answers, name)) == author)
      return refuse(Fault::invalid_input, fmt::format("\"{}\" must be somebody other than \"{}\"", title_of(definition, name), title_of(definition, definition.author)), name);
  return {};
}

std::optional<Day> due_in_state(const Definition& definition, std::string_view state, Day entered) {
  const auto* here = definition.state(state);
  if (here != nullptr && here->within_days) return entered.plus_days(*here->within_days);
  if (here != nullptr && here->within_working_days) return plus_working_days(entered, *here->within_working_days);
  return std::nullopt;
}

bool open_to_sender(const Definition& definition, std::string_view state) {
  const auto* here = definition.state(state);
  return here != nullptr && (here == &definition.states.front() || here->sender_may_change) && !here->is_final;
}

std::optional<Day> retention_begins(const Definition& definition, const Answers& answers, Day recorded, std::optional<Day> closed) {
  if (!definition.retention) return std::nullopt;
  const auto& from = definition.retention->from;
  if (from == "recorded") return recorded;
  if (from == "closed") return closed;
  const auto day = Day::parse(answer(answers, from));
  return day ? std::optional(*day) : std::nullopt;
}

std::optional<Day> past_retention(const Definition& definition, const Answers& answers, Day recorded, std::optional<Day> closed) {
  const auto from = retention_begins(definition, answers, recorded, closed);
  if (!from) return std::nullopt;
  return from->plus_months(12 * definition.retention->years);
}

}  // namespace makegood
