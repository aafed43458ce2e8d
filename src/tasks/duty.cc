#include "tasks/duty.h"

#include <algorithm>

namespace makegood::tasks {
namespace {

constexpr std::size_t kLongestObjective = 5000;

}  // namespace

ItemObjective objective_of(const std::vector<ItemObjective>& objectives, std::string_view plan, const ItemId& item) {
  const auto found = std::find_if(objectives.begin(), objectives.end(), [&](const ItemObjective& one) { return one.item == item; });
  return found != objectives.end() ? *found : ItemObjective{.plan = std::string(plan), .item = item, .objective = {}};
}

std::optional<DutyMove> move_duty(const ItemObjective& before, const DutyChange& change) {
  auto after = change.clear ? ItemObjective{.plan = before.plan, .item = before.item, .objective = {}} : before;
  if (!change.objective.empty()) after.objective = change.objective;
  if (change.names_parts()) {
    after.eliminate = change.eliminate;
    after.advance = change.advance;
    after.foster = change.foster;
  }
  if (after == before) return std::nullopt;
  return DutyMove{before, std::move(after)};
}

Result<std::string> objective_words(std::string_view typed) {
  auto words = squeeze(valid_utf8(typed));
  if (words.size() > kLongestObjective) return refuse(Fault::too_large, "an objective is at most 5,000 characters long");
  return words;
}

}  // namespace makegood::tasks
