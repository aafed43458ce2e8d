#include "progress/approval.h"

#include <array>

#include <fmt/format.h>

namespace makegood {
namespace {

struct StagePhrase {
  Stage stage;
  std::string_view done, awaited;
};
constexpr std::array<StagePhrase, kStages.size()> kPhrases = {{{Stage::emerging, "taken up as emerging", "to be taken up"},
                                                               {Stage::agreed, "agreed", "to be agreed"},
                                                               {Stage::in_plan, "taken into the plan", "to go into the plan"},
                                                               {Stage::closed, "closed", "to be closed"}}};

const StagePhrase& phrase_of(Stage stage) { return kPhrases[static_cast<std::size_t>(stage)]; }

std::string by_whom(const StageMove& move) {
  return fmt::format("{}{}", move.body.empty() ? "" : " by " + move.body, move.day ? " on " + move.day->in_words() : "");
}

}  // namespace

bool is_draft_as_written(const Plan& plan, const Item& item, const Standing& standing) {
  const bool said_since = standing.decided != nullptr || standing.awaited != nullptr;
  return !item.approval.empty() && !said_since && children_of(plan, item.id).empty();
}

std::string approval_words(const Item& item, const Standing& standing) {
  if (standing.awaited != nullptr) return fmt::format("draft: {}{}", phrase_of(standing.awaited->stage).awaited, by_whom(*standing.awaited));
  if (standing.decided != nullptr) return fmt::format("{}{}", phrase_of(standing.decided->stage).done, by_whom(*standing.decided));
  return item.approval;
}

Plan with_decisions(Plan plan, const Progress& progress) {
  const auto standings = standings_of(progress, plan.items);
  for (std::size_t i = 0; i < plan.items.size(); ++i) plan.items[i].approval = approval_words(plan.items[i], standings[i]);
  return plan;
}

}  // namespace makegood
