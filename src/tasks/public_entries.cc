#include "tasks/public_entries.h"

#include <algorithm>
#include <array>

#include "tasks/history.h"
#include "tasks/payload.h"

namespace makegood::tasks {
namespace {

// What owners and panel say is public as progress/standing.h has it, never as an entry; an edition is public at once.
bool is_of_plan(const Entry& entry) {
  static constexpr auto kKinds = std::to_array<std::string_view>({"plan.adopted", "plan.revised", "plan.released", "plan.withdrawn", "item.adopted",
                                                                  "item.revised", "item.corrected", "item.shared", "item.unshared", "payload.erased"});
  return std::find(kKinds.begin(), kKinds.end(), entry.kind) != kKinds.end();
}

bool is_kept_inside(const Entry& entry) {
  return std::any_of(kEntryKinds.begin(), kEntryKinds.end(), [&](const KindWord& k) { return k.kind == entry.kind && k.inside; });
}

}  // namespace

Releases releases_in(const std::vector<Entry>& about_plan) {
  Releases releases;
  for (const auto& entry : about_plan) {
    if (entry.kind != "plan.released") continue;
    if (releases.first == 0) releases.first = entry.sequence;
    releases.last = entry.sequence;
  }
  return releases;
}

bool is_of_sharing(const Entry& entry) { return entry.kind == "item.shared" || entry.kind == "item.unshared"; }

bool is_public(const Entry& entry, const Releases& releases) {
  if (is_kept_inside(entry)) return false;
  if (!is_of_plan(entry)) return entry.kind == "edition.frozen" && !entry.erased;
  if (entry.kind == "item.corrected" && entry.sequence < releases.first) return false;
  if (entry.sequence <= releases.last) return true;
  if ((entry.kind != "item.corrected" && !is_of_sharing(entry)) || entry.erased) return false;
  const auto payload = read_payload(entry.payload);
  return payload && payload->released;
}

}  // namespace makegood::tasks
