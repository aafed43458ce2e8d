// What records are tied to, and what was written about them after they came in.

#include <array>

#include "registers/ties.h"
#include "store/record_rows.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

constexpr const char* kCreate = R"sql(
CREATE TABLE record_ties (
  record   TEXT NOT NULL,
  kind     TEXT NOT NULL,
  place    TEXT NOT NULL,
  target   TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (record, kind, place, target)
);
CREATE INDEX record_ties_by_target ON record_ties (kind, target, place);
CREATE TABLE record_messages (
  sequence    BIGINT PRIMARY KEY,
  record      TEXT NOT NULL,
  at          TEXT NOT NULL,
  from_sender BIGINT NOT NULL,
  once        TEXT NOT NULL,
  text        TEXT NOT NULL
);
CREATE INDEX record_messages_by_record ON record_messages (record, sequence);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"record_ties", "record_messages"});

constexpr auto kDumps = std::to_array<Dump>({
    {"record_ties", "SELECT * FROM record_ties ORDER BY record, kind, place, target"},
    {"record_messages", "SELECT * FROM record_messages ORDER BY sequence"},
});

Result<void> tie(Db& db, const Entry& entry, std::string_view payload) {
  const auto end = read_tie(payload);
  if (!end) return tl::unexpected(end.error());
  run(db, "INSERT OR REPLACE INTO record_ties (record, kind, place, target, sequence) VALUES ($1, $2, $3, $4, $5)", entry.subject, word(end->to), end->place,
      end->target, entry.sequence);
  note_last_entry(db, entry.subject, entry.sequence);
  return {};
}

Result<void> untie(Db& db, const Entry& entry, std::string_view payload) {
  const auto end = read_tie(payload);
  if (!end) return tl::unexpected(end.error());
  run(db, "DELETE FROM record_ties WHERE record = $1 AND kind = $2 AND place = $3 AND target = $4", entry.subject, word(end->to), end->place, end->target);
  note_last_entry(db, entry.subject, entry.sequence);
  return {};
}

Result<void> message(Db& db, const Entry& entry, std::string_view payload) {
  const auto read = read_message(payload);
  if (!read) return tl::unexpected(read.error());
  run(db, "INSERT INTO record_messages (sequence, record, at, from_sender, once, text) VALUES ($1, $2, $3, $4, $5, $6)", entry.sequence, entry.subject, entry.at,
      read->from_sender, read->once, read->text);
  note_last_entry(db, entry.subject, entry.sequence);
  return {};
}

/// A pack is read from its entry; what is derived is that the record has a newer one.
Result<void> pack(Db& db, const Entry& entry, std::string_view) {
  note_last_entry(db, entry.subject, entry.sequence);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"record.tied", tie},
    {"record.untied", untie},
    {"record.message", message},
    {"record.packed", pack},
});

}  // namespace

const Topic kTieTopic = {"ties", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
