#include "store/project.h"

#include <algorithm>
#include <array>
#include <map>

#include <fmt/format.h>

#include "plan/plan.h"
#include "store/entries.h"
#include "store/schema.h"
#include "store/versions.h"
#include "tasks/payload.h"

namespace makegood::store {
namespace {

using tasks::Payload;

// What one entry is about, ready for the functions below.
struct Happening {
  const Entry& entry;
  const Payload& payload;
};

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

struct Projection {
  std::string_view kind;
  Result<void> (*apply)(Db&, const Happening&);
};
constexpr std::array<Projection, 21> kProjections = {{{"import.proposed", keep_import},
                                                      {"import.settled", keep_step},
                                                      {"import.edited", keep_step},
                                                      {"import.matched", keep_step},
                                                      {"import.reread", keep_step},
                                                      {"import.item_added", keep_step},
                                                      {"import.item_removed", keep_step},
                                                      {"import.plan_edited", keep_step},
                                                      {"import.undone", take_step_back},
                                                      {"import.accepted", close_import},
                                                      {"import.discarded", close_import},
                                                      {"plan.adopted", keep_plan},
                                                      {"plan.revised", keep_plan},
                                                      {"item.adopted", keep_item},
                                                      {"item.revised", keep_item},
                                                      {"item.corrected", keep_item},
                                                      {"item.shared", share},
                                                      {"item.unshared", unshare},
                                                      {"plan.settled", keep_settlement},
                                                      {"plan.released", release},
                                                      {"plan.withdrawn", withdraw}}};

// What erased payloads were replaced by; the last word counts.
Result<std::map<std::int64_t, std::string>> read_replacements(Db& db) {
  std::map<std::int64_t, std::string> replacements;
  for (Query q(db, "SELECT subject, payload FROM entries WHERE kind = 'payload.erased' ORDER BY sequence"); q.next();) {
    if (q.is_null(1)) continue;
    const auto payload = tasks::read_payload(q.text(1));
    if (!payload) return tl::unexpected(payload.error());
    replacements[std::stoll(q.text(0))] = payload->replacement;
  }
  return replacements;
}

}  // namespace

Result<void> project(Db& db, const Entry& entry, std::string_view payload) {
  const auto found = std::find_if(kProjections.begin(), kProjections.end(),
                                  [&](const Projection& p) { return p.kind == entry.kind; });
  if (found == kProjections.end() || payload.empty()) return {};
  const auto read = tasks::read_payload(payload);
  if (!read) return tl::unexpected(read.error());
  return found->apply(db, {entry, *read});
}

Result<void> rebuild(Db& db) {
  const auto replacements = read_replacements(db);
  if (!replacements) return tl::unexpected(replacements.error());
  remake_derived(db);
  for (Query q(db, kSelectEntries); q.next();) {
    const auto entry = entry_from(q);
    const auto replaced = replacements->find(entry.sequence);
    const auto& payload = replaced == replacements->end() ? entry.payload : replaced->second;
    if (auto done = project(db, entry, payload); !done) {
      auto refusal = done.error();
      refusal.where = fmt::format("entry {}", entry.sequence);
      return tl::unexpected(refusal);
    }
  }
  return {};
}

}  // namespace makegood::store
