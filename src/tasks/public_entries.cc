#include "tasks/public_entries.h"

#include "tasks/panel_lines.h"
#include "tasks/payload.h"

namespace makegood::tasks {

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

namespace {

/// What a plan itself is made of. A kind that is not named here is not public until somebody says so.
bool is_of_plan(std::string_view kind) { return kind.starts_with("plan.") || kind.starts_with("item.") || kind.starts_with("import."); }

}  // namespace

bool is_public(const Entry& entry, const Releases& releases) {
  if (entry.kind == "plan.settled") return false;
  if (is_of_panel(entry.kind)) return is_public_of_panel(entry.kind);
  if (entry.kind == "update.published" || entry.kind == "item.staged") return true;
  if (!is_of_plan(entry.kind)) return false;
  if (entry.kind == "item.corrected" && entry.sequence < releases.first) return false;
  if (entry.sequence <= releases.last) return true;
  if ((entry.kind != "item.corrected" && !is_of_sharing(entry)) || entry.erased) return false;
  const auto payload = read_payload(entry.payload);
  return payload && payload->released;
}

}  // namespace makegood::tasks
