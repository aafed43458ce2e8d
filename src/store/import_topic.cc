// Imports: documents that were read and proposed, and what people did with them step by step.

#include <array>

#include "plan/plan.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

constexpr const char* kCreate = R"sql(
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
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"imports", "import_steps"});

constexpr auto kDumps = std::to_array<Dump>({
    {"imports", "SELECT * FROM imports ORDER BY id"},
    {"import_steps", "SELECT * FROM import_steps ORDER BY import, sequence"},
});

Result<void> keep_import(Db& db, const Happening& h) {
  if (h.payload.draft.empty()) return {};
  const auto draft = read_plan(h.payload.draft);
  if (!draft) return tl::unexpected(draft.error());
  run(db,
      "INSERT INTO imports (id, slug, title, digest, name, size, state, at, actor, draft, sequence) "
      "VALUES ($1, $2, $3, $4, $5, $6, 'open', $7, $8, $9, $10)",
      h.entry.subject, h.payload.plan, draft->title, h.payload.document_digest, h.payload.document_name,
      h.payload.document_size, h.entry.at, h.entry.actor, h.payload.draft, h.entry.sequence);
  return {};
}

void seen(Db& db, const Happening& h) {
  run(db, "UPDATE imports SET sequence = $2 WHERE id = $1", h.entry.subject, h.entry.sequence);
}

Result<void> keep_step(Db& db, const Happening& h) {
  run(db,
      "INSERT INTO import_steps (import, sequence, at, actor, payload, undone) VALUES ($1, $2, $3, $4, $5, 0)",
      h.entry.subject, h.entry.sequence, h.entry.at, h.entry.actor, tasks::write_payload(h.payload));
  seen(db, h);
  return {};
}

Result<void> take_step_back(Db& db, const Happening& h) {
  run(db,
      "UPDATE import_steps SET undone = 1 WHERE import = $1 AND sequence = (SELECT max(sequence) FROM import_steps "
      "WHERE import = $1 AND undone = 0)",
      h.entry.subject);
  seen(db, h);
  return {};
}

Result<void> close_import(Db& db, const Happening& h) {
  run(db, "UPDATE imports SET state = $2 WHERE id = $1", h.entry.subject,
      h.entry.kind == "import.accepted" ? "accepted" : "discarded");
  seen(db, h);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"import.proposed", happened<keep_import>},
    {"import.settled", happened<keep_step>},
    {"import.edited", happened<keep_step>},
    {"import.matched", happened<keep_step>},
    {"import.reread", happened<keep_step>},
    {"import.item_added", happened<keep_step>},
    {"import.item_removed", happened<keep_step>},
    {"import.plan_edited", happened<keep_step>},
    {"import.undone", happened<take_step_back>},
    {"import.accepted", happened<close_import>},
    {"import.discarded", happened<close_import>},
});

}  // namespace

const Topic kImportTopic = {"imports", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
