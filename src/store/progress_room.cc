#include "store/progress_room.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <set>
#include <utility>

#include "plan/plan.h"
#include "progress/json.h"
#include "progress/standing.h"
#include "store/updates_read.h"

namespace makegood::store {
namespace {

// Changes whenever anything is said about the plan's items or those that it shows of others; an erasure
// changes what was said without an entry of its own.
constexpr const char* kVersion =
    "SELECT coalesce((SELECT sequence FROM plans WHERE view = 'live' AND slug = $1), 0), "
    "coalesce((SELECT max(sequence) FROM entries WHERE kind = 'payload.erased'), 0), "
    "coalesce((SELECT max(sequence) FROM progress_heads WHERE plan = $1), 0), "
    "(SELECT coalesce(max(progress_heads.sequence), 0) FROM shared_items LEFT JOIN progress_heads ON plan = home WHERE view = 'live' AND slug = $1), "
    "EXISTS (SELECT 1 FROM shared_items WHERE view = 'live' AND slug = $1)";

// Beyond so many entries, of whatever kind, all of the plan's own are read sooner than those that are new.
constexpr std::int64_t kMostNew = 1000;

ProgressVersion version_of(Db& db, std::string_view slug) {
  Query q(db, kVersion, slug);
  return q.next() ? ProgressVersion{q.number(0), q.number(1), std::max(q.number(2), q.number(3)), q.number(4) != 0} : ProgressVersion{};
}

// A little more was said, and nothing else happened: neither the plan changed nor what it shows of others, and
// nothing was erased.
bool only_said_more(const ProgressVersion& before, const ProgressVersion& now) {
  return before.plan == now.plan && before.erased == now.erased && !now.shows_others && before.said < now.said && now.said - before.said <= kMostNew;
}

// Whoever reads in a snapshot may see less than was read since: that is as good.
bool is_as_new(const ProgressVersion& held, const ProgressVersion& seen) { return held == seen || only_said_more(seen, held); }

std::optional<Day> day_of(const std::string& iso) {
  const auto day = Day::parse(iso);
  return day ? std::optional(*day) : std::nullopt;
}

// Columns: json, sequence, at, said, versions.
Result<Update> noun_from(const Query& row, const Update*) {
  auto update = read_update_once(row.text(0));
  if (!update) return update;
  update->sequence = row.number(1);
  update->at = row.text(2);
  update->said = row.number(3);
  update->versions = static_cast<int>(row.number(4));
  return update;
}

Result<PanelFinding> noun_from(const Query& row, const PanelFinding*) {
  auto finding = read_panel_finding(row.text(0));
  if (!finding) return finding;
  finding->sequence = row.number(1);
  finding->at = row.text(2);
  finding->said = row.number(3);
  return finding;
}

Result<Challenge> noun_from(const Query& row, const Challenge*) {
  auto challenge = read_challenge(row.text(0));
  if (!challenge) return challenge;
  challenge->sequence = row.number(1);
  challenge->at = row.text(2);
  return challenge;
}

Result<StageMove> noun_from(const Query& row, const StageMove*) {
  auto move = read_stage_move(row.text(0));
  if (!move) return move;
  move->sequence = row.number(1);
  move->at = row.text(2);
  return move;
}

// Columns: item, sequence, at, was_due, is_due, agreed, who, reason.
Result<Redating> noun_from(const Query& row, const Redating*) {
  return Redating{ItemId(row.text(0)), day_of(row.text(3)), day_of(row.text(4)), row.number(5) != 0, row.text(6), row.text(7), row.text(2), row.number(1)};
}

Update& to_change(SharingVector<Update>& all, std::size_t at) { return all.change(at); }
template <class Noun>
Noun& to_change(std::vector<Noun>& all, std::size_t at) {
  return all[at];
}

// What is said again about something keeps its place.
template <class Nouns, class Noun>
void put(Nouns& all, Noun noun, std::int64_t since) {
  if constexpr (requires { noun.id; })
    if (since > 0)
      for (std::size_t i = all.size(); i-- > 0;)
        if (all[i].id == noun.id) return void(to_change(all, i) = std::move(noun));
  all.push_back(std::move(noun));
}

template <class Nouns>
Result<void> put_rows(Nouns& all, Query& rows, std::int64_t since) {
  while (rows.next()) {
    auto noun = noun_from(rows, static_cast<const typename Nouns::value_type*>(nullptr));
    if (!noun) return tl::unexpected(noun.error());
    put(all, std::move(*noun), since);
  }
  return {};
}

struct Sources {
  const char *updates, *findings, *challenges, *stages, *redatings;
};
// $2: the entries after that one; 0 = all.
#define MAKEGOOD_SOURCES(key)                                                                                         \
  {                                                                                                                   \
    "SELECT json, sequence, at, said, versions FROM updates WHERE " key " = $1 AND sequence > $2 ORDER BY first",     \
        "SELECT json, sequence, at, said FROM panel_findings WHERE " key " = $1 AND sequence > $2 ORDER BY first",    \
        "SELECT json, sequence, at FROM challenges WHERE " key " = $1 AND sequence > $2 ORDER BY first",              \
        "SELECT json, sequence, at FROM stage_moves WHERE " key " = $1 AND sequence > $2 ORDER BY sequence",          \
        "SELECT item, sequence, at, was_due, is_due, agreed, who, reason FROM redatings WHERE " key                   \
        " = $1 AND sequence > $2 ORDER BY sequence"                                                                   \
  }
constexpr Sources kOfPlan = MAKEGOOD_SOURCES("plan");
constexpr Sources kOfItem = MAKEGOOD_SOURCES("item");

// Updates are written most, so that no index of theirs has the sequence, which changes each time: what is new is found
// by the entries.
constexpr const char* kNewUpdates =
    "SELECT u.json, u.sequence, u.at, u.said, u.versions FROM entries e CROSS JOIN updates u ON u.item = e.subject AND u.sequence = e.sequence "
    "WHERE e.sequence > $2 AND u.plan = $1 ORDER BY u.first";
constexpr Sources kNewOfPlan = {kNewUpdates, kOfPlan.findings, kOfPlan.challenges, kOfPlan.stages, kOfPlan.redatings};

/// The last entry of each part that is about the plan; a part is the table of it.
using Heads = std::map<std::string, std::int64_t, std::less<>>;

Heads heads_of(Db& db, std::string_view plan) {
  Heads heads;
  for (Query q(db, "SELECT part, sequence FROM progress_heads WHERE plan = $1", plan); q.next();) heads.emplace(q.text(0), q.number(1));
  return heads;
}

std::int64_t last_of(const Heads& heads) {
  std::int64_t last = 0;
  for (const auto& [part, sequence] : heads) last = std::max(last, sequence);
  return last;
}

/// With `heads` only those parts are read that have something after `since`.
Result<void> put_from(Db& db, Progress& progress, const Sources& sources, std::string_view key, const Heads* heads = nullptr, std::int64_t since = 0) {
  const auto read = [&](std::string_view part, auto& all, const char* sql) -> Result<void> {
    if (heads != nullptr) {
      const auto head = heads->find(part);
      if (head == heads->end() || head->second <= since) return {};
    }
    Query rows(db, sql, key, since);
    return put_rows(all, rows, since);
  };
  if (auto done = read("updates", progress.updates, sources.updates); !done) return done;
  if (auto done = read("panel_findings", progress.findings, sources.findings); !done) return done;
  if (auto done = read("challenges", progress.challenges, sources.challenges); !done) return done;
  if (auto done = read("stage_moves", progress.stages, sources.stages); !done) return done;
  return read("redatings", progress.redatings, sources.redatings);
}

// The items of other plans that this one shows, with those under them.
Result<std::set<std::string>> shown_of_others(Db& db, std::string_view slug) {
  std::set<std::string> shown, homes;
  for (Query q(db, "SELECT item, home FROM shared_items WHERE view = 'live' AND slug = $1", slug); q.next();) {
    shown.insert(q.text(0));
    homes.insert(q.text(1));
  }
  for (const auto& home : homes)
    for (Query q(db, "SELECT json FROM plan_items WHERE view = 'live' AND slug = $1 ORDER BY position, item", home); q.next();) {
      const auto item = read_item(q.text(0));
      if (!item) return tl::unexpected(item.error());
      if (shown.contains(item->parent.text)) shown.insert(item->id.text);
    }
  return shown;
}

Result<std::shared_ptr<Progress>> load(Db& db, std::string_view slug) {
  auto progress = std::make_shared<Progress>();
  progress->plan = slug;
  const auto heads = heads_of(db, slug);
  if (auto done = put_from(db, *progress, kOfPlan, slug, &heads); !done) return tl::unexpected(done.error());
  const auto others = shown_of_others(db, slug);
  if (!others) return tl::unexpected(others.error());
  for (const auto& item : *others)
    if (auto done = put_from(db, *progress, kOfItem, item); !done) return tl::unexpected(done.error());
  progress->sequence = last_of(heads);
  return progress;
}

// Reading what is new costs the same however much was said before: only where somebody still reads what was kept is
// that copied first.
Result<std::shared_ptr<Progress>> caught_up(Db& db, std::shared_ptr<Progress> progress) {
  if (progress.use_count() > 1) progress = std::make_shared<Progress>(*progress);
  else std::atomic_thread_fence(std::memory_order_acquire);  // after the last reader let go
  const auto heads = heads_of(db, progress->plan);
  if (auto done = put_from(db, *progress, kNewOfPlan, progress->plan, &heads, progress->sequence); !done) return tl::unexpected(done.error());
  progress->sequence = last_of(heads);
  return progress;
}

}  // namespace

Result<std::shared_ptr<const Progress>> ProgressRoom::of_plan(std::string_view slug) {
  return guarded([&] {
    const auto held = place_of(slug);
    // The connection before the lock, here as everywhere: whoever has pinned one may wait for the lock.
    auto lease = held->is_loaded ? connections_.glance() : connections_.read();
    const std::lock_guard guard(held->lock);
    return bring_up_to_date(*lease, *held, slug);
  });
}

Result<std::shared_ptr<const Progress>> ProgressRoom::public_of_plan(std::string_view slug) {
  return guarded([&]() -> Result<std::shared_ptr<const Progress>> {
    const auto held = place_of(slug);
    auto lease = held->is_loaded ? connections_.glance() : connections_.read();
    const std::lock_guard guard(held->lock);
    const auto all = bring_up_to_date(*lease, *held, slug);
    if (!all) return all;
    if (held->open == nullptr) held->open = std::make_shared<const Progress>(public_part(**all));
    return held->open;
  });
}

Result<std::shared_ptr<const Progress>> ProgressRoom::bring_up_to_date(Db& db, Held& held, std::string_view slug) {
  Tx tx(db, Tx::Kind::read);
  const auto version = version_of(db, slug);
  if (held.progress && is_as_new(held.version, version)) return held.progress;
  // Taken out while it changes: after a fault it is read again from the beginning.
  auto before = std::exchange(held.progress, nullptr);
  return keep(held, version, before && only_said_more(held.version, version) ? caught_up(db, std::move(before)) : load(db, slug));
}

Result<std::shared_ptr<const Progress>> ProgressRoom::keep(Held& held, const ProgressVersion& version, Result<std::shared_ptr<Progress>> read) {
  held.open = nullptr;
  if (!read) return tl::unexpected(read.error());
  held.version = version;
  held.progress = std::move(*read);
  held.is_loaded = true;
  return held.progress;
}

std::shared_ptr<ProgressRoom::Held> ProgressRoom::place_of(std::string_view slug) {
  const std::lock_guard guard(lock_);
  if (const auto found = held_.find(slug); found != held_.end()) return found->second;
  if (held_.size() >= kMostHeld) held_.clear();
  return held_.emplace(std::string(slug), std::make_shared<Held>()).first->second;
}

void ProgressRoom::just_written(const std::string& json, const Update& update) { keep_update_read(json, update); }

void ProgressRoom::forget() {
  forget_updates_read();
  const std::lock_guard guard(lock_);
  held_.clear();
}

}  // namespace makegood::store
