#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "registers/check_definition.h"

namespace makegood::registers {
namespace {

std::set<std::string> reached(const Definition& d) {
  std::set<std::string> seen;
  std::vector<std::string> open{d.first_state()};
  while (!open.empty()) {
    const auto name = open.back();
    open.pop_back();
    const auto* state = d.state(name);
    if (state == nullptr || !seen.insert(name).second) continue;
    open.insert(open.end(), state->moves.begin(), state->moves.end());
  }
  return seen;
}

void check_state(const Definition& d, const State& state, const std::string& pointer, Faults& faults) {
  for (const auto& to : state.moves)
    if (d.state(to) == nullptr) faults.push_back({pointer, fmt::format("\"{}\" moves to \"{}\", which is not there", state.name, to)});
  if (state.moves.empty() && !state.is_final)
    faults.push_back({pointer, fmt::format("\"{}\" cannot be left: say \"final\", or where it moves", state.name)});
  if (state.within_days && state.within_working_days) faults.push_back({pointer, fmt::format("\"{}\" has two deadlines", state.name)});
  if (state.is_final && (state.within_days || state.within_working_days)) faults.push_back({pointer, fmt::format("\"{}\" is final and cannot have a deadline", state.name)});
  if (state.is_final && state.sender_may_change) faults.push_back({pointer, fmt::format("\"{}\" is final and cannot be open to its sender", state.name)});
  for (const auto& name : state.needs) {
    const auto* field = d.field(name);
    if (field == nullptr) faults.push_back({pointer, fmt::format("\"{}\" needs \"{}\", which is not there", state.name, name)});
    else if (!field->for_the_case)
      faults.push_back({pointer, fmt::format("\"{}\" needs \"{}\", which is for monitoring and may not feed a decision", state.name, name)});
  }
}

}  // namespace

void check_states(const Definition& d, Faults& faults) {
  const auto seen = reached(d);
  std::set<std::string> names;
  for (std::size_t i = 0; i < d.states.size(); ++i) {
    const auto pointer = fmt::format("/makegood/states/{}", i);
    if (!names.insert(d.states[i].name).second) faults.push_back({pointer, fmt::format("the state \"{}\" is there twice", d.states[i].name)});
    else if (!seen.contains(d.states[i].name)) faults.push_back({pointer, fmt::format("\"{}\" cannot be reached", d.states[i].name)});
    check_state(d, d.states[i], pointer, faults);
  }
}

}  // namespace makegood::registers
