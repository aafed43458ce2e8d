#include "store/schema.h"

#include <array>

#include <fmt/format.h>

#include "ledger/ledger.h"
#include "store/outbox_room.h"

namespace makegood::store {
namespace {

// The triggers are a safeguard against slips; the chain is what proves that nothing was altered.
constexpr const char* kStep1 = R"sql(
CREATE TABLE entries (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  payload  TEXT,
  salt     TEXT,
  digest   TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL,
  CHECK ((payload IS NULL) = (salt IS NULL))
);
CREATE INDEX entries_by_subject ON entries (subject, sequence);
CREATE INDEX entries_erasures ON entries (sequence) WHERE kind = 'payload.erased';
CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entries_are_not_altered BEFORE UPDATE ON entries
WHEN new.payload IS NOT NULL OR new.sequence <> old.sequence OR new.at <> old.at OR new.actor <> old.actor
  OR new.kind <> old.kind OR new.subject <> old.subject OR new.digest <> old.digest
  OR new.previous <> old.previous OR new.hash <> old.hash
BEGIN SELECT RAISE(ABORT, 'entries are never altered, only their payload is erased'); END;

CREATE TABLE attachments (
  digest TEXT PRIMARY KEY,
  name   TEXT NOT NULL,
  bytes  BLOB
);

CREATE TABLE sign_in_links (
  hash    TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  roles   TEXT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE TABLE sessions (
  hash      TEXT PRIMARY KEY,
  account   TEXT NOT NULL,
  roles     TEXT NOT NULL,
  csrf      TEXT NOT NULL,
  started   BIGINT NOT NULL,
  last_seen BIGINT NOT NULL
);

CREATE TABLE derived_schema (digest TEXT NOT NULL);
)sql";

constexpr std::array kSteps = {kStep1, kOutboxStep};

constexpr const char* kDropDerived = R"sql(
DROP TABLE IF EXISTS plans;
DROP TABLE IF EXISTS plan_items;
DROP TABLE IF EXISTS shared_items;
DROP TABLE IF EXISTS former_versions;
DROP TABLE IF EXISTS former_items;
DROP TABLE IF EXISTS imports;
DROP TABLE IF EXISTS import_steps;
DROP TABLE IF EXISTS search_items;
DROP TABLE IF EXISTS search;
)sql";

// `view` is 'live' or 'released'.
constexpr const char* kDerived = R"sql(
CREATE TABLE plans (
  view         TEXT NOT NULL,
  slug         TEXT NOT NULL,
  title        TEXT NOT NULL,
  organisation TEXT NOT NULL,
  head         TEXT NOT NULL,
  adopted_at   TEXT NOT NULL,
  released_at  TEXT NOT NULL,
  pending      BIGINT NOT NULL,
  sequence     BIGINT NOT NULL,
  version      BIGINT NOT NULL,
  called       TEXT NOT NULL,
  PRIMARY KEY (view, slug)
);
CREATE TABLE plan_items (
  view     TEXT NOT NULL,
  slug     TEXT NOT NULL,
  item     TEXT NOT NULL,
  position BIGINT NOT NULL,
  json     TEXT NOT NULL,
  PRIMARY KEY (view, slug, item)
);
CREATE INDEX plan_items_in_order ON plan_items (view, slug, position);
CREATE TABLE shared_items (
  view     TEXT NOT NULL,
  slug     TEXT NOT NULL,
  item     TEXT NOT NULL,
  home     TEXT NOT NULL,
  theme    TEXT NOT NULL,
  reason   TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (view, slug, item)
);
CREATE INDEX shared_items_by_home ON shared_items (view, home);
CREATE TABLE former_versions (
  view        TEXT NOT NULL,
  slug        TEXT NOT NULL,
  version     BIGINT NOT NULL,
  called      TEXT NOT NULL,
  title       TEXT NOT NULL,
  adopted_at  TEXT NOT NULL,
  released_at TEXT NOT NULL,
  head        TEXT NOT NULL,
  PRIMARY KEY (view, slug, version)
);
CREATE TABLE former_items (
  view     TEXT NOT NULL,
  slug     TEXT NOT NULL,
  version  BIGINT NOT NULL,
  item     TEXT NOT NULL,
  position BIGINT NOT NULL,
  json     TEXT NOT NULL,
  PRIMARY KEY (view, slug, version, item)
);
CREATE TABLE imports (
  id       TEXT PRIMARY KEY,
  slug     TEXT NOT NULL,
  title    TEXT NOT NULL,
  digest   TEXT NOT NULL,
  name     TEXT NOT NULL,
  size     BIGINT NOT NULL,
  state    TEXT NOT NULL,
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  draft    TEXT NOT NULL,
  sequence BIGINT NOT NULL
);
CREATE INDEX imports_by_document ON imports (slug, digest);
CREATE TABLE import_steps (
  import   TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  payload  TEXT NOT NULL,
  undone   BIGINT NOT NULL,
  PRIMARY KEY (import, sequence)
);
CREATE TABLE search_items (
  id   INTEGER PRIMARY KEY,
  view TEXT NOT NULL,
  slug TEXT NOT NULL,
  item TEXT NOT NULL,
  UNIQUE (view, slug, item)
);
CREATE VIRTUAL TABLE search USING fts5(ref, title, body, tokenize = "unicode61 remove_diacritics 2");
)sql";

constexpr std::array kDumps = {
    std::pair{"plans", "SELECT * FROM plans ORDER BY view, slug"},
    std::pair{"plan_items", "SELECT * FROM plan_items ORDER BY view, slug, item"},
    std::pair{"shared_items", "SELECT * FROM shared_items ORDER BY view, slug, item"},
    std::pair{"former_versions", "SELECT * FROM former_versions ORDER BY view, slug, version"},
    std::pair{"former_items", "SELECT * FROM former_items ORDER BY view, slug, version, item"},
    std::pair{"imports", "SELECT * FROM imports ORDER BY id"},
    std::pair{"import_steps", "SELECT * FROM import_steps ORDER BY import, sequence"},
    std::pair{"search", "SELECT i.view, i.slug, i.item, s.ref, s.title, s.body FROM search_items i "
                        "JOIN search s ON s.rowid = i.id ORDER BY i.view, i.slug, i.item"},
    // A row of the index that no item owns would still be found: count them all.
    std::pair{"search_rows", "SELECT count(*) FROM search"},
};

bool has_table(Db& db, std::string_view name) {
  return Query(db, "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = $1", name).next();
}

Result<std::size_t> steps_done(Db& db) {
  if (!has_table(db, "schema_version")) {
    if (Query(db, "SELECT 1 FROM sqlite_master").next())
      return refuse(Fault::invalid_input, "this is a database of another program");
    db.exec("CREATE TABLE schema_version (version BIGINT PRIMARY KEY, digest TEXT NOT NULL)");
    return std::size_t{0};
  }
  std::size_t done = 0;
  for (Query q(db, "SELECT version, digest FROM schema_version ORDER BY version"); q.next(); ++done) {
    if (done >= kSteps.size())
      return refuse(Fault::invalid_input, "the database was made by a newer version of Makegood: upgrade first");
    if (q.text(1) != sha256(kSteps[done]))
      return refuse(Fault::invalid_input, fmt::format("step {} of the database's schema is not this program's", done + 1));
  }
  return done;
}

}  // namespace

Result<void> migrate(Db& db) {
  Tx tx(db, Tx::Kind::write);
  const auto done = steps_done(db);
  if (!done) return tl::unexpected(done.error());
  for (std::size_t step = *done; step < kSteps.size(); ++step) {
    db.exec(kSteps[step]);
    run(db, "INSERT INTO schema_version (version, digest) VALUES ($1, $2)", static_cast<std::int64_t>(step) + 1,
        sha256(kSteps[step]));
  }
  tx.commit();
  return {};
}

bool derived_is_current(Db& db) {
  Query q(db, "SELECT digest FROM derived_schema");
  return q.next() && q.text(0) == sha256(kDerived);
}

void remake_derived(Db& db) {
  db.exec(kDropDerived);
  db.exec(kDerived);
  run(db, "DELETE FROM derived_schema");
  run(db, "INSERT INTO derived_schema (digest) VALUES ($1)", sha256(kDerived));
}

std::string dump_derived(Db& db) {
  std::string out;
  for (const auto& [name, sql] : kDumps) {
    out += std::string("== ") + name + "\n";
    for (Query q(db, sql); q.next();) {
      for (int column = 0; column < q.columns(); ++column) out += (column == 0 ? "" : "\t") + q.text(column);
      out += "\n";
    }
  }
  return out;
}

}  // namespace makegood::store
