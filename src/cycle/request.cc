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
  std::vector<ItemId> open;
  for (const auto& asked : request.items)
    if (std::none_of(progress.updates.begin(), progress.updates.end(), [&](const Update& u) { return answers(u, request, asked); }))
      open.push_back(asked.item);
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
