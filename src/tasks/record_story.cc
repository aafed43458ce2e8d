#include "tasks/record_story.h"

#include <algorithm>
#include <array>

#include "tasks/record_step.h"

namespace makegood::tasks {

namespace {

/// Why a record is held, or an objection was made, is for those who look after that.
bool tells_why(const Entry& entry) {
  constexpr auto kTold = std::to_array<std::string_view>({"record.recorded", "record.changed", "record.moved", "record.emptied"});
  return !entry.erased && std::find(kTold.begin(), kTold.end(), entry.kind) != kTold.end();
}

}  // namespace

Result<std::vector<RecordEvent>> record_story(const Workspace& w, const Actor& actor, const RecordId& id) {
  const auto found = reached(w, actor, id, Doing::see);
  if (!found) return tl::unexpected(found.error());
  const bool in_confidence = is_in_confidence(found->kept->definition, actor, found->record.organisation);
  const auto entries = w.ledger.about(id.text);
  if (!entries) return tl::unexpected(entries.error());
  std::vector<RecordEvent> story;
  for (const auto& entry : *entries) {
    const auto then = tells_why(entry) ? read_record(entry.payload) : Result<Record>(Record{});
    // Whoever sent it in confidence is not named by what they mended afterwards either.
    const bool by_sender = in_confidence && entry.actor == entries->front().actor;
    story.push_back({.at = entry.at, .kind = entry.kind.substr(entry.kind.find('.') + 1), .who = by_sender ? std::string{} : entry.actor,
                     .reason = then ? then->reason : std::string{}, .state = entry.kind == "record.moved" && then ? then->state : std::string{}});
  }
  std::reverse(story.begin(), story.end());
  return story;
}

}  // namespace makegood::tasks
