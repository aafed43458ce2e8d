#include "tasks/wanted.h"

#include <algorithm>
#include <map>

#include "tasks/voice.h"

namespace makegood::tasks {

std::vector<Wanted> wanted_today(const CycleState& state, const std::set<ItemId>& also) {
  auto done = claimed_done(state.plan(), *state.progress);
  for (const auto& item : also) done.erase(item);
  const auto asking = requests_for(state.plan(), who_answers(*state.directory, state.plan().slug, state.today), done, state.schedule.officer, state.today);
  std::map<ItemId, std::vector<Wanted>> about;
  for (const auto& ask : asking.asks)
    for (const auto& item : ask.items) about[item.item].push_back({nullptr, item.named, item.post, ask.person});
  for (const auto& unasked : asking.unasked) about[unasked.item].push_back({nullptr, unasked.named, unasked.post, std::nullopt});
  std::vector<Wanted> all;
  for (const auto& item : state.plan().items) {
    const auto found = about.find(item.id);
    if (found == about.end()) continue;
    const auto names = answerable_names(state.plan(), item);
    const auto place = [&](const Wanted& w) { return std::find(names.begin(), names.end(), w.named) - names.begin(); };
    std::stable_sort(found->second.begin(), found->second.end(), [&](const Wanted& a, const Wanted& b) {
      return std::pair(!a.person, place(a)) < std::pair(!b.person, place(b));
    });
    for (auto& wanted : found->second) {
      wanted.item = &item;
      all.push_back(std::move(wanted));
    }
  }
  return all;
}

ItemScope scope_of_item(const Directory& directory, const Plan& plan, const Item& item, Day day) {
  return {plan.slug, organisation_of_owner(directory, plan.slug, answerable_names(plan, item), day).text};
}

}  // namespace makegood::tasks
