#include "cycle/request.h"

#include <algorithm>

namespace makegood {
namespace {

bool answers(const Update& update, const Request& request, const AskedItem& asked) {
  if (update.item != asked.item || update.state == UpdateState::returned) return false;
  if (update.request == request.id.text) return true;
  const bool same_voice = update.voice.person == request.person || (!asked.post.empty() && update.voice.post == asked.post);
  return same_voice && update.day >= request.asked;
}

}  // namespace

std::vector<ItemId> unanswered(const Request& request, const Progress& progress) {
  std::vector<const AskedItem*> waiting;
  for (const auto& asked : request.items) waiting.push_back(&asked);
  // The newest first: years of updates lie behind those of this round.
  for (auto update = progress.updates.rbegin(); update != progress.updates.rend() && !waiting.empty(); ++update)
    std::erase_if(waiting, [&](const AskedItem* asked) { return answers(*update, request, *asked); });
  std::vector<ItemId> open;
  for (const auto* asked : waiting) open.push_back(asked->item);
  return open;
}

bool is_settled(const Request& request, const Progress& progress) {
  return request.revoked || unanswered(request, progress).empty();
}

std::vector<KnownCycle> known_cycles(const std::vector<Cycle>& cycles, const Progress& progress) {
  std::vector<KnownCycle> known;
  for (const auto& cycle : cycles) {
    KnownCycle one{cycle.id, cycle.period, cycle.opened, cycle.closes, cycle.closed.has_value(), cycle.locked.has_value(), {}};
    for (const auto& request : cycle.requests)
      one.requests.push_back({request.id, request.last_letter, is_settled(request, progress), request.escalated.has_value()});
    known.push_back(std::move(one));
  }
  return known;
}

}  // namespace makegood
