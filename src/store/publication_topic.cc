// Editions, holds, and what was said about items for those who read them.

#include <array>

#include "report/publication_json.h"
#include "store/topic.h"

namespace makegood::store {
namespace {

// Each row's `json` is the noun as its last entry has it. The bytes of an edition are attachments.
constexpr const char* kCreate = R"sql(
CREATE TABLE editions (
  plan     TEXT NOT NULL,
  name     TEXT NOT NULL,
  json     TEXT NOT NULL,
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (plan, name)
);
CREATE TABLE publication_holds (
  id       TEXT PRIMARY KEY,
  json     TEXT NOT NULL,
  first    BIGINT NOT NULL,
  sequence BIGINT NOT NULL
);
CREATE TABLE item_objectives (
  plan TEXT NOT NULL,
  item TEXT NOT NULL,
  json TEXT NOT NULL,
  PRIMARY KEY (plan, item)
);
CREATE TABLE item_summaries (
  plan      TEXT NOT NULL,
  item      TEXT NOT NULL,
  language  TEXT NOT NULL,
  easy_read BIGINT NOT NULL,
  json      TEXT NOT NULL,
  PRIMARY KEY (plan, item, language, easy_read)
);
)sql";

constexpr auto kTables = std::to_array<std::string_view>({"editions", "publication_holds", "item_objectives", "item_summaries"});

constexpr auto kDumps = std::to_array<Dump>({
    {"editions", "SELECT * FROM editions ORDER BY plan, name"},
    {"publication_holds", "SELECT * FROM publication_holds ORDER BY id"},
    {"item_objectives", "SELECT * FROM item_objectives ORDER BY plan, item"},
    {"item_summaries", "SELECT * FROM item_summaries ORDER BY plan, item, language, easy_read"},
});

// An edition is frozen: a second entry of its name, which no use case writes, would change nothing.
Result<void> keep_edition(Db& db, const Entry& entry, std::string_view payload) {
  const auto edition = read_edition(payload);
  if (!edition) return tl::unexpected(edition.error());
  run(db, "INSERT OR IGNORE INTO editions (plan, name, json, at, actor, sequence) VALUES ($1, $2, $3, $4, $5, $6)", edition->plan, edition->name,
      payload, entry.at, entry.actor, entry.sequence);
  return {};
}

Result<void> keep_hold(Db& db, const Entry& entry, std::string_view payload) {
  const auto hold = read_publication_hold(payload);
  if (!hold) return tl::unexpected(hold.error());
  run(db,
      "INSERT INTO publication_holds (id, json, first, sequence) VALUES ($1, $2, $3, $3) "
      "ON CONFLICT (id) DO UPDATE SET json = excluded.json, sequence = excluded.sequence",
      hold->id.text, payload, entry.sequence);
  return {};
}

Result<void> keep_objective(Db& db, const Entry&, std::string_view payload) {
  const auto objective = read_objective(payload);
  if (!objective) return tl::unexpected(objective.error());
  run(db, "INSERT OR REPLACE INTO item_objectives (plan, item, json) VALUES ($1, $2, $3)", objective->plan, objective->item.text, payload);
  return {};
}

Result<void> keep_summary(Db& db, const Entry&, std::string_view payload) {
  const auto summary = read_summary(payload);
  if (!summary) return tl::unexpected(summary.error());
  const auto easy_read = static_cast<std::int64_t>(summary->easy_read);
  run(db, "DELETE FROM item_summaries WHERE plan = $1 AND item = $2 AND language = $3 AND easy_read = $4", summary->plan, summary->item.text,
      summary->language, easy_read);
  if (summary->text.empty()) return {};
  run(db, "INSERT INTO item_summaries (plan, item, language, easy_read, json) VALUES ($1, $2, $3, $4, $5)", summary->plan, summary->item.text,
      summary->language, easy_read, payload);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"edition.frozen", keep_edition},
    {"publication.held", keep_hold},
    {"publication.resumed", keep_hold},
    {"item.objective_set", keep_objective},
    {"item.summarised", keep_summary},
});

}  // namespace

const Topic kPublicationTopic = {"publication", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
