#include "tasks/imports.h"

#include <array>

namespace makegood::tasks {
namespace {
constexpr std::array kStates = {std::string_view("open"), std::string_view("accepted"), std::string_view("discarded")};
}

std::string_view word(ImportState state) { return kStates[static_cast<std::size_t>(state)]; }

std::optional<ImportState> import_state_from(std::string_view text) {
  for (std::size_t i = 0; i < kStates.size(); ++i)
    if (kStates[i] == text) return static_cast<ImportState>(i);
  return std::nullopt;
}

Plan Import::draft() const {
  Plan plan = base;
  for (const auto& step : steps) {
    if (step.item)
      if (auto* item = find_item(plan, step.item->id); item != nullptr) *item = *step.item;
    if (step.settlement) plan.settlements.push_back(*step.settlement);
  }
  return plan;
}

std::vector<MatchDecision> Import::decisions() const {
  std::vector<MatchDecision> decisions;
  for (const auto& step : steps)
    if (step.match) decisions.push_back(*step.match);
  return decisions;
}

}  // namespace makegood::tasks
