#include "progress/standing.h"

#include <algorithm>
#include <unordered_map>

namespace makegood {
namespace {

// Contributors are told apart by their organisation, and where that is not known by what they were called.
std::string_view contributor(const Voice& voice) {
  if (!voice.organisation.empty()) return voice.organisation.text;
  return voice.organisation_words.empty() ? voice.post_words : voice.organisation_words;
}

void hear_contribution(Standing& standing, const Update& update) {
  const auto earlier = std::find_if(standing.contributions.begin(), standing.contributions.end(), [&](const Update* other) {
    return contributor(other->voice) == contributor(update.voice);
  });
  if (earlier == standing.contributions.end()) standing.contributions.push_back(&update);
  else *earlier = &update;
}

void hear(Standing& standing, const Update& update) {
  if (update.state == UpdateState::returned) return;
  if (!update.evidence.empty()) standing.has_evidence = true;
  if (update.speaker == Speaker::contributor) return hear_contribution(standing, update);
  standing.last_word = &update;
  if (makes_claim(update)) standing.claim = &update;
  if (update.forecast) standing.forecast = update.forecast;
}

// A decision ends the wait for one.
void hear(Standing& standing, const StageMove& move) {
  standing.awaited = move.draft ? &move : nullptr;
  if (move.draft) return;
  standing.stage = move.stage;
  standing.decided = &move;
}

// Hands every noun to the standing of its item; `at(item)` is null for items that nobody asked about.
template <class At>
void hear_all(const Progress& progress, At at) {
  for (const auto& update : progress.updates)
    if (auto* standing = at(update.item)) hear(*standing, update);
  for (const auto& finding : progress.findings)
    if (auto* standing = at(finding.item)) standing->finding = &finding;
  for (const auto& challenge : progress.challenges)
    if (auto* standing = at(challenge.item); standing != nullptr && challenge.is_open()) standing->open_challenges.push_back(&challenge);
  for (const auto& move : progress.stages)
    if (auto* standing = at(move.item)) hear(*standing, move);
}

void compare_voices(Standing& standing) {
  standing.finding_is_older = standing.claim != nullptr && standing.finding != nullptr && standing.claim->said > standing.finding->said;
}

}  // namespace

Standing standing_of(const Progress& progress, const ItemId& item) {
  Standing standing;
  hear_all(progress, [&](const ItemId& id) { return id == item ? &standing : nullptr; });
  compare_voices(standing);
  return standing;
}

std::vector<Standing> standings_of(const Progress& progress, const std::vector<Item>& items) {
  std::vector<Standing> standings(items.size());
  std::unordered_map<std::string_view, std::size_t> places;
  for (std::size_t i = 0; i < items.size(); ++i) places.emplace(items[i].id.text, i);
  hear_all(progress, [&](const ItemId& id) {
    const auto place = places.find(id.text);
    return place == places.end() ? nullptr : &standings[place->second];
  });
  for (auto& standing : standings) compare_voices(standing);
  return standings;
}

}  // namespace makegood
