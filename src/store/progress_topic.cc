// What was said about items: updates, findings, challenges and stages as they stand after the last
// entry about each, and the dates that were moved.

#include <array>

#include "plan/plan.h"
#include "progress/json.h"
#include "store/topic.h"
#include "store/updates_read.h"

namespace makegood::store {
namespace {

// `first`: of the entry that said it first, which is its place in order; `said`: of the last that said it anew.
// progress_heads has the last entry of each part that is about anything of a plan; a part is one of these tables.
constexpr const char* kCreate = R"sql(
CREATE TABLE updates (
  id       TEXT PRIMARY KEY,
  plan     TEXT NOT NULL,
  item     TEXT NOT NULL,
  first    BIGINT NOT NULL,
  said     BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  versions BIGINT NOT NULL,
  at       TEXT NOT NULL,
  json     TEXT NOT NULL
);
CREATE INDEX updates_by_plan ON updates (plan, first);
CREATE INDEX updates_by_item ON updates (item, first);
CREATE TABLE panel_findings (
  id       TEXT PRIMARY KEY,
  plan     TEXT NOT NULL,
  item     TEXT NOT NULL,
  first    BIGINT NOT NULL,
  said     BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  at       TEXT NOT NULL,
  json     TEXT NOT NULL
);
CREATE INDEX panel_findings_by_plan ON panel_findings (plan, sequence);
CREATE INDEX panel_findings_by_item ON panel_findings (item, first);
CREATE TABLE challenges (
  id       TEXT PRIMARY KEY,
  plan     TEXT NOT NULL,
  item     TEXT NOT NULL,
  first    BIGINT NOT NULL,
  sequence BIGINT NOT NULL,
  at       TEXT NOT NULL,
  json     TEXT NOT NULL
);
CREATE INDEX challenges_by_plan ON challenges (plan, sequence);
CREATE INDEX challenges_by_item ON challenges (item, first);
CREATE TABLE stage_moves (
  sequence BIGINT PRIMARY KEY,
  plan     TEXT NOT NULL,
  item     TEXT NOT NULL,
  at       TEXT NOT NULL,
  json     TEXT NOT NULL
);
CREATE INDEX stage_moves_by_plan ON stage_moves (plan, sequence);
CREATE INDEX stage_moves_by_item ON stage_moves (item, sequence);
CREATE TABLE redatings (
  sequence BIGINT PRIMARY KEY,
  plan     TEXT NOT NULL,
  item     TEXT NOT NULL,
  was_due  TEXT NOT NULL,
  is_due   TEXT NOT NULL,
  agreed   BIGINT NOT NULL,
  who      TEXT NOT NULL,
  reason   TEXT NOT NULL,
  at       TEXT NOT NULL
);
CREATE INDEX redatings_by_plan ON redatings (plan, sequence);
CREATE INDEX redatings_by_item ON redatings (item, sequence);
CREATE TABLE progress_heads (
  plan     TEXT NOT NULL,
  part     TEXT NOT NULL,
  sequence BIGINT NOT NULL,
  PRIMARY KEY (plan, part)
) WITHOUT ROWID;
)sql";

constexpr auto kTables =
    std::to_array<std::string_view>({"updates", "panel_findings", "challenges", "stage_moves", "redatings", "progress_heads"});

constexpr auto kDumps = std::to_array<Dump>({
    {"updates", "SELECT * FROM updates ORDER BY id"},
    {"panel_findings", "SELECT * FROM panel_findings ORDER BY id"},
    {"challenges", "SELECT * FROM challenges ORDER BY id"},
    {"stage_moves", "SELECT * FROM stage_moves ORDER BY sequence"},
    {"redatings", "SELECT * FROM redatings ORDER BY sequence"},
    {"progress_heads", "SELECT * FROM progress_heads ORDER BY plan, part"},
});

void note_head(Db& db, std::string_view plan, std::string_view part, std::int64_t sequence) {
  run(db,
      "INSERT INTO progress_heads (plan, part, sequence) VALUES ($1, $2, $3) "
      "ON CONFLICT (plan, part) DO UPDATE SET sequence = excluded.sequence",
      plan, part, sequence);
}

// What says it anew counts as a version; what is done with it does not.
Result<void> keep_update(Db& db, const Entry& entry, std::string_view payload) {
  const auto update = read_update_once(payload);
  if (!update) return tl::unexpected(update.error());
  const bool anew = entry.kind == "update.submitted";
  run(db,
      "INSERT INTO updates (id, plan, item, first, said, sequence, versions, at, json) VALUES ($1, $2, $3, $4, $4, $4, 1, $5, $6) "
      "ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, at = excluded.at, json = excluded.json, "
      "said = CASE WHEN $7 = 1 THEN excluded.said ELSE updates.said END, versions = updates.versions + $7",
      update->id.text, update->plan, update->item.text, entry.sequence, entry.at, payload, anew);
  note_head(db, update->plan, "updates", entry.sequence);
  return {};
}

Result<void> keep_finding(Db& db, const Entry& entry, std::string_view payload) {
  const auto finding = read_panel_finding(payload);
  if (!finding) return tl::unexpected(finding.error());
  run(db,
      "INSERT INTO panel_findings (id, plan, item, first, said, sequence, at, json) VALUES ($1, $2, $3, $4, $4, $4, $5, $6) "
      "ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, at = excluded.at, json = excluded.json, "
      "said = CASE WHEN $7 = 1 THEN excluded.said ELSE panel_findings.said END",
      finding->id.text, finding->plan, finding->item.text, entry.sequence, entry.at, payload, entry.kind == "finding.recorded");
  note_head(db, finding->plan, "panel_findings", entry.sequence);
  return {};
}

Result<void> keep_challenge(Db& db, const Entry& entry, std::string_view payload) {
  const auto challenge = read_challenge(payload);
  if (!challenge) return tl::unexpected(challenge.error());
  run(db,
      "INSERT INTO challenges (id, plan, item, first, sequence, at, json) VALUES ($1, $2, $3, $4, $4, $5, $6) "
      "ON CONFLICT (id) DO UPDATE SET sequence = excluded.sequence, at = excluded.at, json = excluded.json",
      challenge->id.text, challenge->plan, challenge->item.text, entry.sequence, entry.at, payload);
  note_head(db, challenge->plan, "challenges", entry.sequence);
  return {};
}

Result<void> keep_stage(Db& db, const Entry& entry, std::string_view payload) {
  const auto move = read_stage_move(payload);
  if (!move) return tl::unexpected(move.error());
  run(db, "INSERT INTO stage_moves (sequence, plan, item, at, json) VALUES ($1, $2, $3, $4, $5)", entry.sequence, move->plan,
      move->item.text, entry.at, payload);
  note_head(db, move->plan, "stage_moves", entry.sequence);
  return {};
}

std::string iso(const std::optional<Day>& day) { return day ? day->iso() : std::string{}; }

// A newer document that the body adopted has agreed to its dates, and so has a correction that says so;
// any other change of a date is of what was read or typed wrongly.
bool is_agreed(const Happening& h) {
  if (h.entry.kind == "item.revised") return true;
  const auto changes = h.payload.changes.empty() ? Result<std::vector<FieldChange>>{} : read_changes(h.payload.changes);
  if (!changes) return false;
  for (const auto& change : *changes)
    if (change.field == ItemField::redated) return true;
  return false;
}

// This topic comes before that of plans: the item still stands there as it was before the entry.
Result<void> keep_redating(Db& db, const Happening& h) {
  if (h.payload.item.empty()) return {};
  const auto after = read_item(h.payload.item);
  if (!after) return tl::unexpected(after.error());
  const auto& plan = h.payload.plan;
  Query q(db, "SELECT json FROM plan_items WHERE view = 'live' AND slug = $1 AND item = $2", plan, after->id.text);
  if (!q.next()) return {};
  const auto before = read_item(q.text(0));
  if (!before) return tl::unexpected(before.error());
  if (before->dates().due == after->dates().due) return {};
  run(db,
      "INSERT INTO redatings (sequence, plan, item, was_due, is_due, agreed, who, reason, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      h.entry.sequence, plan, after->id.text, iso(before->dates().due), iso(after->dates().due), is_agreed(h), h.entry.actor,
      h.payload.reason, h.entry.at);
  note_head(db, plan, "redatings", h.entry.sequence);
  return {};
}

constexpr auto kProjections = std::to_array<Projection>({
    {"update.submitted", keep_update},
    {"update.returned", keep_update},
    {"update.approved", keep_update},
    {"update.published", keep_update},
    {"finding.recorded", keep_finding},
    {"finding.commented", keep_finding},
    {"finding.held", keep_finding},
    {"finding.freed", keep_finding},
    {"challenge.raised", keep_challenge},
    {"challenge.answered", keep_challenge},
    {"item.staged", keep_stage},
    {"item.corrected", happened<keep_redating>},
    {"item.revised", happened<keep_redating>},
    {"plan.settled", happened<keep_redating>},
});

}  // namespace

const Topic kProgressTopic = {"progress", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
