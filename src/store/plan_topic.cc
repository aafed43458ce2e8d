// Plans in both views: live, which those who keep the plan see, and released, which the public sees.

#include <array>
#include <map>

#include "plan/plan.h"
#include "store/project.h"
#include "store/topic.h"
#include "store/versions.h"

namespace makegood::store {
namespace {

// `view` is 'live' or 'released'.
constexpr const char* kCreate = R"sql(
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
CREATE TABLE search_items (
  id   INTEGER PRIMARY KEY,
  view TEXT NOT NULL,
  slug TEXT NOT NULL,
  item TEXT NOT NULL,
  UNIQUE (view, slug, item)
);
CREATE VIRTUAL TABLE search USING fts5(ref, title, body, tokenize = "unicode61 remove_diacritics 2");
)sql";

constexpr auto kTables = std::to_array<std::string_view>(
    {"plans", "plan_items", "shared_items", "former_versions", "former_items", "search_items", "search"});

constexpr auto kDumps = std::to_array<Dump>({
    {"plans", "SELECT * FROM plans ORDER BY view, slug"},
    {"plan_items", "SELECT * FROM plan_items ORDER BY view, slug, item"},
    {"shared_items", "SELECT * FROM shared_items ORDER BY view, slug, item"},
    {"former_versions", "SELECT * FROM former_versions ORDER BY view, slug, version"},
    {"former_items", "SELECT * FROM former_items ORDER BY view, slug, version, item"},
    {"search", "SELECT i.view, i.slug, i.item, s.ref, s.title, s.body FROM search_items i "
     "JOIN search s ON s.rowid = i.id ORDER BY i.view, i.slug, i.item"},
    // A row of the index that no item owns would still be found: count them all.
    {"search_rows", "SELECT count(*) FROM search"},
});

void forget_search_row(Db& db, std::int64_t id) {
  run(db, "DELETE FROM search WHERE rowid = $1", id);
  run(db, "DELETE FROM search_items WHERE id = $1", id);
}

std::int64_t search_row(Db& db, std::string_view view, std::string_view slug, std::string_view item) {
  Query q(db, "SELECT id FROM search_items WHERE view = $1 AND slug = $2 AND item = $3", view, slug, item);
  return q.next() ? q.number(0) : 0;
}

void add_search_row(Db& db, std::string_view view, std::string_view slug, std::string_view item,
                    const std::array<std::string, 3>& texts) {
  if (const auto old = search_row(db, view, slug, item); old != 0) forget_search_row(db, old);
  run(db, "INSERT INTO search_items (view, slug, item) VALUES ($1, $2, $3)", view, slug, item);
  run(db, "INSERT INTO search (rowid, ref, title, body) VALUES ($1, $2, $3, $4)", search_row(db, view, slug, item),
      texts[0], texts[1], texts[2]);
}

std::array<std::string, 3> search_texts(const Item& item) {
  std::vector<std::string> body = {item.detail, item.timescale_raw, item.status_raw, item.progress, item.approval};
  for (const auto* names : {&item.owners, &item.partners, &item.lead_authority})
    body.insert(body.end(), names->begin(), names->end());
  std::erase(body, "");
  return {item.ref, item.title, join(body, "\n")};
}

void put_item(Db& db, const char* view, const Happening& h, const Item& item) {
  // An item without a new place stays where it is.
  run(db,
      "INSERT INTO plan_items (view, slug, item, position, json) VALUES ($1, $2, $3, $4, $5) "
      "ON CONFLICT (view, slug, item) DO UPDATE SET json = excluded.json, "
      "position = CASE WHEN excluded.position < 0 THEN plan_items.position ELSE excluded.position END",
      view, h.payload.plan, item.id.text, h.payload.position, h.payload.item);
  add_search_row(db, view, h.payload.plan, item.id.text, search_texts(item));
  run(db, "UPDATE plans SET sequence = $3 WHERE view = $1 AND slug = $2", view, h.payload.plan, h.entry.sequence);
}

bool has_plan(Db& db, const char* view, std::string_view slug) {
  return Query(db, "SELECT 1 FROM plans WHERE view = $1 AND slug = $2", view, slug).next();
}

Result<void> keep_item(Db& db, const Happening& h) {
  if (h.payload.item.empty() || !has_plan(db, kLive, h.payload.plan)) return {};
  const auto item = read_item(h.payload.item);
  if (!item) return tl::unexpected(item.error());
  put_item(db, kLive, h, *item);
  if (h.payload.released && has_plan(db, kReleased, h.payload.plan)) put_item(db, kReleased, h, *item);
  else run(db, "UPDATE plans SET pending = 1 WHERE view = 'live' AND slug = $1", h.payload.plan);
  return {};
}

Result<void> keep_plan(Db& db, const Happening& h) {
  if (h.payload.head.empty()) return {};
  const auto plan = read_plan(h.payload.head);
  if (!plan) return tl::unexpected(plan.error());
  keep_former_version(db, kLive, h.entry.subject, h.entry.sequence);
  run(db,
      "INSERT INTO plans (view, slug, title, organisation, head, adopted_at, released_at, pending, sequence, version, called) "
      "VALUES ('live', $1, $2, $3, $4, $5, '', 1, $6, $6, $7) ON CONFLICT (view, slug) DO UPDATE SET title = excluded.title, "
      "organisation = excluded.organisation, head = excluded.head, adopted_at = excluded.adopted_at, pending = 1, "
      "sequence = excluded.sequence, version = excluded.version, called = excluded.called",
      h.entry.subject, plan->title, plan->organisation, h.payload.head, h.entry.at, h.entry.sequence,
      name_version(db, h.entry.subject, *plan, h.entry.at));
  for (std::size_t i = 0; i < h.payload.order.size(); ++i)
    run(db, "UPDATE plan_items SET position = $3 WHERE view = 'live' AND slug = $1 AND item = $2", h.entry.subject,
        h.payload.order[i], static_cast<std::int64_t>(i));
  return {};
}

// A decision about a finding: the head carries it; the item follows where its dates or owners did.
Result<void> keep_settlement(Db& db, const Happening& h) {
  if (h.payload.head.empty()) return keep_item(db, h);
  run(db, "UPDATE plans SET head = $2, sequence = $3 WHERE view = 'live' AND slug = $1", h.entry.subject, h.payload.head,
      h.entry.sequence);
  return keep_item(db, h);
}

void forget_released(Db& db, const std::string& slug) {
  std::vector<std::int64_t> rows;
  for (Query q(db, "SELECT id FROM search_items WHERE view = 'released' AND slug = $1", slug); q.next();)
    rows.push_back(q.number(0));
  for (const auto row : rows) forget_search_row(db, row);
  run(db, "DELETE FROM plan_items WHERE view = 'released' AND slug = $1", slug);
  run(db, "DELETE FROM shared_items WHERE view = 'released' AND slug = $1", slug);
  run(db, "DELETE FROM plans WHERE view = 'released' AND slug = $1", slug);
}

void copy_search_rows(Db& db, const std::string& slug) {
  struct Found {
    std::string item;
    std::array<std::string, 3> texts;
  };
  std::vector<Found> rows;
  for (Query q(db,
               "SELECT i.item, s.ref, s.title, s.body FROM search_items i JOIN search s ON s.rowid = i.id "
               "WHERE i.view = 'live' AND i.slug = $1 ORDER BY i.item",
               slug);
       q.next();)
    rows.push_back({q.text(0), {q.text(1), q.text(2), q.text(3)}});
  for (const auto& row : rows) add_search_row(db, kReleased, slug, row.item, row.texts);
}

Result<void> release(Db& db, const Happening& h) {
  const auto& slug = h.entry.subject;
  if (Query q(db, "SELECT version FROM plans WHERE view = 'live' AND slug = $1", slug); q.next())
    keep_former_version(db, kReleased, slug, q.number(0));
  forget_released(db, slug);
  run(db, "UPDATE plans SET released_at = $2, pending = 0, sequence = $3 WHERE view = 'live' AND slug = $1", slug,
      h.entry.at, h.entry.sequence);
  run(db,
      "INSERT INTO plans (view, slug, title, organisation, head, adopted_at, released_at, pending, sequence, version, called) "
      "SELECT 'released', slug, title, organisation, head, adopted_at, released_at, pending, sequence, version, called FROM plans "
      "WHERE view = 'live' AND slug = $1",
      slug);
  run(db,
      "INSERT INTO plan_items (view, slug, item, position, json) SELECT 'released', slug, item, position, json "
      "FROM plan_items WHERE view = 'live' AND slug = $1",
      slug);
  run(db,
      "INSERT INTO shared_items (view, slug, item, home, theme, reason, sequence) SELECT 'released', slug, item, home, theme, reason, "
      "sequence FROM shared_items WHERE view = 'live' AND slug = $1",
      slug);
  copy_search_rows(db, slug);
  return {};
}

Result<void> withdraw(Db& db, const Happening& h) {
  forget_released(db, h.entry.subject);
  forget_former_versions(db, kReleased, h.entry.subject);
  run(db, "UPDATE plans SET released_at = '', pending = 1, sequence = $2 WHERE view = 'live' AND slug = $1",
      h.entry.subject, h.entry.sequence);
  return {};
}

void put_shared(Db& db, const char* view, const Happening& h) {
  run(db,
      "INSERT OR REPLACE INTO shared_items (view, slug, item, home, theme, reason, sequence) VALUES ($1, $2, $3, $4, $5, $6, $7)", view,
      h.entry.subject, h.payload.shared, h.payload.home, h.payload.theme, h.payload.reason, h.entry.sequence);
}

void take_shared_out(Db& db, const char* view, const Happening& h) {
  run(db, "DELETE FROM shared_items WHERE view = $1 AND slug = $2 AND item = $3", view, h.entry.subject, h.payload.shared);
}

// In the live plan at once; for the public too where a publisher did it, else with the next release.
Result<void> change_shared(Db& db, const Happening& h, void (*change)(Db&, const char*, const Happening&)) {
  if (h.payload.shared.empty() || !has_plan(db, kLive, h.entry.subject)) return {};
  const bool at_once = h.payload.released && has_plan(db, kReleased, h.entry.subject);
  change(db, kLive, h);
  if (at_once) change(db, kReleased, h);
  run(db, "UPDATE plans SET sequence = $2 WHERE slug = $1 AND (view = 'live' OR $3 = 1)", h.entry.subject, h.entry.sequence,
      static_cast<std::int64_t>(at_once));
  if (!at_once) run(db, "UPDATE plans SET pending = 1 WHERE view = 'live' AND slug = $1", h.entry.subject);
  return {};
}

Result<void> share(Db& db, const Happening& h) { return change_shared(db, h, put_shared); }
Result<void> unshare(Db& db, const Happening& h) { return change_shared(db, h, take_shared_out); }

constexpr auto kProjections = std::to_array<Projection>({
    {"plan.adopted", happened<keep_plan>},
    {"plan.revised", happened<keep_plan>},
    {"item.adopted", happened<keep_item>},
    {"item.revised", happened<keep_item>},
    {"item.corrected", happened<keep_item>},
    {"item.shared", happened<share>},
    {"item.unshared", happened<unshare>},
    {"plan.settled", happened<keep_settlement>},
    {"plan.released", happened<release>},
    {"plan.withdrawn", happened<withdraw>},
});

}  // namespace

const Topic kPlanTopic = {"plans", kCreate, kTables, kDumps, kProjections};

}  // namespace makegood::store
