// What stands beside records: legal holds, objections to monitoring, looks in an emergency.
//
// While an objection stands, the answers that it is about are moved out of the tables that lists, counts, files and
// datasets are read from. Nothing that reads those has to know of objections, and nothing can forget them.

#include <array>

#include <fmt/format.h>

#include "json/json.h"
#include "registers/care.h"
#include "store/record_rows.h"
#include "store/record_words.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

constexpr const char* kCreate = R"sql(
CREATE TABLE legal_holds (
  record TEXT PRIMARY KEY,
  reason TEXT NOT NULL,
  who    TEXT NOT NULL,
  at     TEXT NOT NULL
);
CREATE TABLE objections (
  record    TEXT PRIMARY KEY,
  objection TEXT NOT NULL,
  who       TEXT NOT NULL,
  at        TEXT NOT NULL
);
CREATE TABLE objected_answers (
  record       TEXT PRIMARY KEY,
  answers      TEXT NOT NULL,
  kept_apart   TEXT NOT NULL
);
CREATE TABLE emergency_looks (
  sequence BIGINT PRIMARY KEY,
  record   TEXT NOT NULL,
  register TEXT NOT NULL,
  who      TEXT NOT NULL,
  at       TEXT NOT NULL,
  until    BIGINT NOT NULL,
  ended    BIGINT NOT NULL DEFAULT 0,
  reason   TEXT NOT NULL
);
CREATE INDEX emergency_looks_by_record ON emergency_looks (record, sequence);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"legal_holds", "objections", "objected_answers", "emergency_looks"});

constexpr auto kDumps = std::to_array<Dump>({
    {"legal_holds", "SELECT * FROM legal_holds ORDER BY record"},
    {"objections", "SELECT * FROM objections ORDER BY record"},
    {"objected_answers", "SELECT * FROM objected_answers ORDER BY record"},
    {"emergency_looks", "SELECT * FROM emergency_looks ORDER BY sequence"},
});

/// The answers of a record: those that everybody sees who sees it, and the protected ones beside them.
struct Parts {
  Answers open, kept_apart;
};

Result<Parts> parts_of(std::string_view open, std::string_view kept_apart) {
  auto first = read_answers(open);
  if (!first) return tl::unexpected(first.error());
  auto second = read_answers(kept_apart.empty() ? "{}" : kept_apart);
  if (!second) return tl::unexpected(second.error());
  return Parts{std::move(*first), std::move(*second)};
}

/// Empty where there is no such record.
Result<std::optional<Parts>> parts_in_use(Db& db, std::string_view id) {
  Query row(db, "SELECT r.answers, p.answers FROM records r LEFT JOIN protected_answers p ON p.id = r.id WHERE r.id = $1", id);
  if (!row.next()) return std::nullopt;
  auto parts = parts_of(row.text(0), row.is_null(1) ? std::string{} : row.text(1));
  if (!parts) return tl::unexpected(parts.error());
  return std::move(*parts);
}

Result<Parts> parts_set_aside(Db& db, std::string_view id) {
  Query row(db, "SELECT answers, kept_apart FROM objected_answers WHERE record = $1", id);
  return row.next() ? parts_of(row.text(0), row.text(1)) : Result<Parts>(Parts{});
}

void put_in_use(Db& db, std::string_view id, const Parts& parts) {
  replace_answers(db, id, parts.open);
  if (parts.kept_apart.empty()) run(db, "DELETE FROM protected_answers WHERE id = $1", id);
  else run(db, "INSERT OR REPLACE INTO protected_answers (id, answers) VALUES ($1, $2)", id, write_answers(parts.kept_apart));
}

bool move_answer(Answers& from, Answers& to, const std::string& field) {
  const auto found = from.find(field);
  if (found == from.end()) return false;
  to[field] = std::move(found->second);
  from.erase(found);
  return true;
}

/// Keeps the answers to these fields where nothing reads them.
Result<void> set_aside(Db& db, const std::string& id, const std::vector<std::string>& fields) {
  auto used = parts_in_use(db, id);
  if (!used) return tl::unexpected(used.error());
  if (!*used) return {};
  auto aside = parts_set_aside(db, id);
  if (!aside) return tl::unexpected(aside.error());
  bool moved = false;
  for (const auto& field : fields) {
    moved = move_answer((*used)->open, aside->open, field) || moved;
    moved = move_answer((*used)->kept_apart, aside->kept_apart, field) || moved;
  }
  if (!moved) return {};
  put_in_use(db, id, **used);
  run(db, "INSERT OR REPLACE INTO objected_answers (record, answers, kept_apart) VALUES ($1, $2, $3)", id, write_answers(aside->open), write_answers(aside->kept_apart));
  return {};
}

Result<void> object(Db& db, const Entry& entry, std::string_view payload) {
  const auto objection = read_objection(payload);
  if (!objection) return tl::unexpected(objection.error());
  run(db, "INSERT OR REPLACE INTO objections (record, objection, who, at) VALUES ($1, $2, $3, $4)", entry.subject, payload, entry.actor, entry.at);
  note_last_entry(db, entry.subject, entry.sequence);
  return set_aside(db, entry.subject, objection->fields);
}

Result<void> lift_objection(Db& db, const Entry& entry, std::string_view) {
  run(db, "DELETE FROM objections WHERE record = $1", entry.subject);
  note_last_entry(db, entry.subject, entry.sequence);
  auto used = parts_in_use(db, entry.subject);
  if (!used) return tl::unexpected(used.error());
  auto aside = parts_set_aside(db, entry.subject);
  if (!aside) return tl::unexpected(aside.error());
  run(db, "DELETE FROM objected_answers WHERE record = $1", entry.subject);
  if (!*used) return {};
  (*used)->open.merge(aside->open);
  (*used)->kept_apart.merge(aside->kept_apart);
  put_in_use(db, entry.subject, **used);
  return {};
}

/// After the record itself was written: what its entry says of objected fields goes aside again.
Result<void> record(Db& db, const Entry& entry, std::string_view) {
  std::string standing;
  if (Query row(db, "SELECT objection FROM objections WHERE record = $1", entry.subject); row.next()) standing = row.text(0);
  if (standing.empty()) return {};
  const auto objection = read_objection(standing);
  if (!objection) return tl::unexpected(objection.error());
  return set_aside(db, entry.subject, objection->fields);
}

/// What is emptied has nothing left to hold or to object to.
Result<void> emptied(Db& db, const Entry& entry, std::string_view) {
  run(db, "DELETE FROM legal_holds WHERE record = $1", entry.subject);
  run(db, "DELETE FROM objections WHERE record = $1", entry.subject);
  run(db, "DELETE FROM objected_answers WHERE record = $1", entry.subject);
  return {};
}

Result<void> hold(Db& db, const Entry& entry, std::string_view payload) {
  const auto read = read_hold(payload);
  if (!read) return tl::unexpected(read.error());
  run(db, "INSERT OR REPLACE INTO legal_holds (record, reason, who, at) VALUES ($1, $2, $3, $4)", entry.subject, read->reason, entry.actor, entry.at);
  note_last_entry(db, entry.subject, entry.sequence);
  return {};
}

Result<void> lift_hold(Db& db, const Entry& entry, std::string_view) {
  run(db, "DELETE FROM legal_holds WHERE record = $1", entry.subject);
  note_last_entry(db, entry.subject, entry.sequence);
  return {};
}

Result<void> open_look(Db& db, const Entry& entry, std::string_view payload) {
  const auto look = read_look(payload);
  if (!look) return tl::unexpected(look.error());
  run(db, "INSERT OR REPLACE INTO emergency_looks (sequence, record, register, who, at, until, reason) VALUES ($1, $2, $3, $4, $5, $6, $7)", entry.sequence,
      look->record.text, look->register_name, entry.actor, entry.at, look->until, look->reason);
  return {};
}

Result<void> end_look(Db& db, const Entry& entry, std::string_view payload) {
  const auto look = read_look(payload);
  if (!look) return tl::unexpected(look.error());
  run(db, "UPDATE emergency_looks SET ended = 1 WHERE record = $1 AND who = $2 AND until = $3", look->record.text, entry.actor, look->until);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"record.recorded", record},
    {"record.changed", record},
    {"record.moved", record},
    {"record.emptied", emptied, true},
    {"record.held", hold},
    {"record.hold_lifted", lift_hold},
    {"record.objected", object},
    {"record.objection_lifted", lift_objection},
    {"look.opened", open_look},
    {"look.ended", end_look},
});

}  // namespace

const Topic kCareTopic = {"care", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
