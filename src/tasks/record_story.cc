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
  const auto record = w.registers.record(id);
  if (!record) return tl::unexpected(record.error());
  const auto kept = w.registers.find(record->register_name);
  if (!kept) return tl::unexpected(kept.error());
  const auto& definition = (*kept)->definition;
  const auto reach = reach_for(definition, actor, Doing::see);
  if (!reach.all && !reach.covers(record->organisation)) return refuse(Fault::not_found, "there is no such record");
  const bool in_confidence = is_in_confidence(definition, actor, record->organisation);
  const auto entries = w.ledger.about(id.text);
  if (!entries) return tl::unexpected(entries.error());
  std::vector<RecordEvent> story;
  for (const auto& entry : *entries) {
    const auto then = tells_why(entry) ? read_record(entry.payload) : Result<Record>(Record{});
    const bool by_sender = entry.kind == "record.recorded" && in_confidence;
    story.push_back({entry.at, entry.kind.substr(entry.kind.find('.') + 1), by_sender ? std::string{} : entry.actor, then ? then->reason : std::string{}});
  }
  std::reverse(story.begin(), story.end());
  return story;
}

}  // namespace makegood::tasks
