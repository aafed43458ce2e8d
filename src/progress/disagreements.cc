#include <algorithm>
#include <unordered_set>

#include "progress/standing.h"

namespace makegood {
namespace {

struct Pair {
  Claim claim;
  Found found;
};
constexpr auto kAtOdds = std::to_array<Pair>({
    {Claim::complete, Found::partly_evidenced},
    {Claim::complete, Found::not_evidenced},
    {Claim::complete, Found::no_effect_seen},
    {Claim::on_track, Found::not_evidenced},
    {Claim::on_track, Found::no_effect_seen},
});

bool at_odds(Claim claim, Found found) {
  return std::any_of(kAtOdds.begin(), kAtOdds.end(), [&](const Pair& pair) { return pair.claim == claim && pair.found == found; });
}

// The items that were spoken of, each once, in the order of the updates.
std::vector<Item> reported_items(const Progress& progress) {
  std::vector<Item> items;
  std::unordered_set<std::string_view> seen;
  for (const auto& update : progress.updates) {
    if (!seen.insert(update.item.text).second) continue;
    items.emplace_back();
    items.back().id = update.item;
  }
  return items;
}

}  // namespace

std::vector<Disagreement> disagreements(const Progress& progress) {
  std::vector<Disagreement> found;
  const auto items = reported_items(progress);
  const auto standings = standings_of(progress, items);
  for (std::size_t i = 0; i < items.size(); ++i) {
    const auto& standing = standings[i];
    if (standing.claim == nullptr || standing.finding == nullptr) continue;
    if (at_odds(standing.claim->claim, standing.finding->found))
      found.push_back({items[i].id, standing.claim->claim, standing.finding->found, standing.finding_is_older});
  }
  return found;
}

}  // namespace makegood
