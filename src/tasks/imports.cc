#include "tasks/imports.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "tasks/carry.h"

namespace makegood::tasks {
namespace {
constexpr std::array kStates = {std::string_view("open"), std::string_view("accepted"), std::string_view("discarded")};

void take_head(Plan& draft, const Plan& head) {
  draft.title = head.title;
  draft.organisation = head.organisation;
  draft.themes = head.themes;
  draft.indicators = head.indicators;
}

void put_item(Plan& draft, const Item& item, int position) {
  if (auto* there = find_item(draft, item.id); there != nullptr) *there = item;
  else if (position >= 0) draft.items.insert(draft.items.begin() + std::min<std::ptrdiff_t>(position, std::ssize(draft.items)), item);
}

// A document that was read again has other items; decisions are about those that are still the same.
void carry(std::vector<MatchDecision>& decisions, const Plan& before, const Plan& after) {
  std::vector<MatchDecision> kept;
  for (auto& decision : decisions)
    if (auto carried = carry_decision(std::move(decision), before, after)) kept.push_back(std::move(*carried));
  decisions = std::move(kept);
}

}  // namespace

std::string_view word(ImportState state) { return kStates[static_cast<std::size_t>(state)]; }

std::optional<ImportState> import_state_from(std::string_view text) {
  for (std::size_t i = 0; i < kStates.size(); ++i)
    if (kStates[i] == text) return static_cast<ImportState>(i);
  return std::nullopt;
}

void take_step(Plan& draft, const ImportStep& step) {
  if (step.draft) draft = *step.draft;
  if (step.head) take_head(draft, *step.head);
  if (!step.removed.empty()) return remove_items(draft, step.removed);
  if (step.item) put_item(draft, *step.item, step.position);
  if (step.settlement) draft.settlements.push_back(*step.settlement);
}

std::vector<ItemId> with_children(const Plan& plan, const ItemId& id) {
  std::vector<ItemId> ids = {id};
  for (std::size_t n = 0; n < ids.size(); ++n)
    for (const auto* child : children_of(plan, ids[n]))
      if (std::find(ids.begin(), ids.end(), child->id) == ids.end()) ids.push_back(child->id);
  return ids;
}

void remove_items(Plan& plan, const std::vector<ItemId>& ids) {
  const auto gone = [&](const ItemId& id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); };
  std::erase_if(plan.items, [&](const Item& item) { return gone(item.id); });
  std::erase_if(plan.settlements, [&](const Settlement& settlement) { return gone(settlement.item); });
}

Plan Import::draft() const {
  Plan plan = base;
  for (const auto& step : steps) take_step(plan, step);
  return plan;
}

std::vector<MatchDecision> Import::decisions() const {
  std::vector<MatchDecision> decisions;
  Plan plan = base;
  for (const auto& step : steps) {
    const auto before = step.draft ? plan : Plan{};
    take_step(plan, step);
    if (step.draft) carry(decisions, before, plan);
    if (step.match) decisions.push_back(*step.match);
  }
  return decisions;
}

GivenReading Import::given() const {
  for (auto step = steps.rbegin(); step != steps.rend(); ++step)
    if (step->draft) return step->given;
  return {};
}

}  // namespace makegood::tasks
