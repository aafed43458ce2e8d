#include "tasks/empty_records.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "tasks/record_step.h"

namespace makegood::tasks {
namespace {

/// One run: the records' last entries, and the entries before them that go.
struct Emptying {
  const Workspace& w;
  const Actor& actor;
  std::string reason, at;
  Batch batch = {};
  std::vector<Erasure> erasures = {};

  void erase(const Entry& entry, std::optional<std::string> replacement = {}) {
    erasures.push_back({.sequence = entry.sequence, .actor = actor.name, .reason = reason, .at = at, .replacement = std::move(replacement), .attachment = {}});
  }
  Result<void> erase_entries(const RecordId& id);
  Result<void> erase_reasons(const RecordId& id);
};

/// What a record is tied to.
bool says_nothing_of_anybody(std::string_view kind) { return kind == "record.tied" || kind == "record.untied"; }

Result<void> Emptying::erase_entries(const RecordId& id) {
  const auto before = w.ledger.about(id.text);
  if (!before) return tl::unexpected(before.error());
  for (const auto& entry : *before)
    if (!entry.erased && !says_nothing_of_anybody(entry.kind)) erase(entry);
  return {};
}

/// Who opened it in an emergency, and when, stays; why may name somebody, and goes.
Result<void> Emptying::erase_reasons(const RecordId& id) {
  const auto looks = w.ledger.about(look_subject(id));
  if (!looks) return tl::unexpected(looks.error());
  for (const auto& entry : *looks) {
    if (entry.erased || entry.kind != "look.opened") continue;
    auto look = read_look(entry.payload);
    if (!look) return tl::unexpected(look.error());
    look->reason.clear();
    erase(entry, write_look(*look));
  }
  return {};
}

}  // namespace

Result<void> empty_all(const Workspace& w, const Actor& actor, const Definition& definition, const std::vector<Record>& records, std::string_view reason) {
  const auto holds = w.care.holds(definition.name);
  if (!holds) return tl::unexpected(holds.error());
  std::set<std::string> held;
  for (const auto& [id, hold] : *holds) held.insert(id.text);
  Emptying emptying{.w = w, .actor = actor, .reason = squeeze(valid_utf8(reason)), .at = w.clock.now().utc()};
  emptying.batch.at = emptying.at;
  for (const auto& record : records) {
    if (held.contains(record.id.text)) return refuse(Fault::conflict, fmt::format("record {} is under a legal hold: it must not be emptied", record.id.text));
    auto kept = emptied(definition, record);
    kept.reason = emptying.reason;
    emptying.batch.changes.push_back(record_entry("record.emptied", definition, kept, actor));
    // A hold is an entry about the record too: one that comes in between is a conflict here.
    emptying.batch.expectations.push_back({record.id.text, record.sequence});
    if (auto done = emptying.erase_entries(record.id); !done) return done;
    if (auto done = emptying.erase_reasons(record.id); !done) return done;
  }
  return w.ledger.erase_all(emptying.batch, emptying.erasures);
}

}  // namespace makegood::tasks
