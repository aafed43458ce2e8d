// Registers, their records, and what organisations returned. What is protected stands in a table of its own.

#include <array>

#include <fmt/format.h>

#include "registers/record.h"
#include "store/record_words.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

constexpr const char* kCreate = R"sql(
CREATE TABLE registers (
  name     TEXT PRIMARY KEY,
  text     TEXT NOT NULL,
  opening  TEXT NOT NULL DEFAULT '',
  expected TEXT NOT NULL DEFAULT '',
  sequence BIGINT NOT NULL
);
CREATE TABLE records (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL UNIQUE,
  register     TEXT NOT NULL,
  organisation TEXT NOT NULL,
  state        TEXT NOT NULL,
  happened     TEXT NOT NULL,
  recorded     TEXT NOT NULL,
  entered      TEXT NOT NULL,
  closed       TEXT NOT NULL,
  version      BIGINT NOT NULL,
  emptied      BIGINT NOT NULL,
  key          TEXT NOT NULL,
  reason       TEXT NOT NULL,
  answers      TEXT NOT NULL,
  sequence     BIGINT NOT NULL
);
CREATE INDEX records_by_day ON records (register, happened, id);
CREATE INDEX records_by_organisation ON records (register, organisation, happened, id);
CREATE INDEX records_by_state ON records (register, state, happened, id);
CREATE UNIQUE INDEX records_by_key ON records (register, key) WHERE key <> '';
CREATE VIRTUAL TABLE search_records USING fts5(words, content = '', tokenize = "unicode61 remove_diacritics 2");
CREATE TABLE record_counts (
  register     TEXT NOT NULL,
  organisation TEXT NOT NULL,
  state        TEXT NOT NULL,
  records      BIGINT NOT NULL,
  PRIMARY KEY (register, organisation, state)
) WITHOUT ROWID;
CREATE TABLE protected_answers (
  id      TEXT PRIMARY KEY,
  answers TEXT NOT NULL
) WITHOUT ROWID;
CREATE TABLE nil_returns (
  register     TEXT NOT NULL,
  organisation TEXT NOT NULL,
  first_day    TEXT NOT NULL,
  at           TEXT NOT NULL,
  PRIMARY KEY (register, organisation, first_day)
);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"registers", "records", "search_records", "record_counts", "protected_answers", "nil_returns"});

constexpr auto kDumps = std::to_array<Dump>({
    {"registers", "SELECT * FROM registers ORDER BY name"},
    {"records", "SELECT id, register, organisation, state, happened, recorded, entered, closed, version, emptied, key, reason, answers, sequence "
                "FROM records ORDER BY id"},
    {"search_records", "SELECT count(*) FROM search_records"},
    {"record_counts", "SELECT * FROM record_counts WHERE records <> 0 ORDER BY register, organisation, state"},
    {"protected_answers", "SELECT * FROM protected_answers ORDER BY id"},
    {"nil_returns", "SELECT * FROM nil_returns ORDER BY register, organisation, first_day"},
});

/// The subject of such an entry is "register:NAME".
std::string name_in(const Entry& entry) { return entry.subject.substr(entry.subject.find(':') + 1); }

Result<void> define(Db& db, const Entry& entry, std::string_view payload) {
  run(db, "INSERT INTO registers (name, text, sequence) VALUES ($1, $2, $3) ON CONFLICT (name) DO UPDATE SET text = excluded.text, sequence = excluded.sequence",
      name_in(entry), payload, entry.sequence);
  return {};
}

Result<void> open(Db& db, const Entry& entry, std::string_view payload) {
  run(db, "UPDATE registers SET opening = $2, sequence = $3 WHERE name = $1", name_in(entry), payload, entry.sequence);
  return {};
}

Result<void> expect(Db& db, const Entry& entry, std::string_view payload) {
  run(db, "UPDATE registers SET expected = $2, sequence = $3 WHERE name = $1", name_in(entry), payload, entry.sequence);
  return {};
}

// What a list shows beside it is not counted each time: a register may hold a million records.
void count(Db& db, std::string_view register_name, std::string_view organisation, std::string_view state, int more) {
  run(db,
      "INSERT INTO record_counts (register, organisation, state, records) VALUES ($1, $2, $3, $4) "
      "ON CONFLICT (register, organisation, state) DO UPDATE SET records = records + excluded.records",
      register_name, organisation, state, more);
}

/// Takes out what stands of the record, if anything does.
void drop(Db& db, std::string_view id) {
  std::int64_t number = 0;
  if (Query q(db, "SELECT number, answers, register, organisation, state FROM records WHERE id = $1", id); q.next()) {
    number = q.number(0);
    drop_words(db, number, q.text(1));
    count(db, q.text(2), q.text(3), q.text(4), -1);
  }
  if (number == 0) return;
  run(db, "DELETE FROM records WHERE number = $1", number);
  run(db, "DELETE FROM protected_answers WHERE id = $1", id);
}

Result<void> record(Db& db, const Entry& entry, std::string_view payload) {
  const auto read = read_record_entry(payload);
  if (!read) return tl::unexpected(read.error());
  const auto& r = read->record;
  drop(db, entry.subject);
  run(db,
      "INSERT INTO records (id, register, organisation, state, happened, recorded, entered, closed, version, emptied, key, reason, answers, sequence) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
      entry.subject, r.register_name, r.organisation, r.state, read->happened.iso(), r.recorded.iso(), r.entered.iso(),
      r.closed ? r.closed->iso() : std::string{}, r.version, r.emptied, read->key, r.reason, write_answers(r.answers), entry.sequence);
  add_words(db, last_row(db), r.answers);
  count(db, r.register_name, r.organisation, r.state, 1);
  if (!read->protected_answers.empty())
    run(db, "INSERT INTO protected_answers (id, answers) VALUES ($1, $2)", entry.subject, write_answers(read->protected_answers));
  return {};
}

Result<void> nil(Db& db, const Entry& entry, std::string_view payload) {
  const auto read = read_nil(payload);
  if (!read) return tl::unexpected(read.error());
  run(db, "INSERT OR REPLACE INTO nil_returns (register, organisation, first_day, at) VALUES ($1, $2, $3, $4)", read->register_name, read->organisation,
      read->first_day.iso(), entry.at);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"register.defined", define},
    {"register.opened", open},
    {"register.expected", expect},
    {"record.recorded", record, true},
    {"record.changed", record, true},
    {"record.moved", record, true},
    {"record.emptied", record, true},
    {"return.nil", nil},
});

}  // namespace

const Topic kRegisterTopic = {"registers", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
