#include "store/progress_room.h"

#include <set>

#include "plan/plan.h"
#include "progress/json.h"
#include "progress/standing.h"

namespace makegood::store {
namespace {

// Changes whenever anything is said about the plan's items or those that it shows of others; an erasure
// changes what was said without an entry of its own.
constexpr const char* kVersion =
    "SELECT (SELECT coalesce(max(sequence), 0) FROM progress_heads WHERE plan = $1 OR plan IN "
    "(SELECT home FROM shared_items WHERE view = 'live' AND slug = $1)) || ' ' || "
    "coalesce((SELECT sequence FROM plans WHERE view = 'live' AND slug = $1), 0) || ' ' || "
    "coalesce((SELECT max(sequence) FROM entries WHERE kind = 'payload.erased'), 0)";

std::string version_of(Db& db, std::string_view slug) {
  Query q(db, kVersion, slug);
  return q.next() ? q.text(0) : std::string{};
}

std::optional<Day> day_of(const std::string& iso) {
  const auto day = Day::parse(iso);
  return day ? std::optional(*day) : std::nullopt;
}

// Columns: json, sequence, at, said, versions.
Result<void> add(std::vector<Update>& all, const Query& row) {
  auto update = read_update(row.text(0));
  if (!update) return tl::unexpected(update.error());
  update->sequence = row.number(1);
  update->at = row.text(2);
  update->said = row.number(3);
  update->versions = static_cast<int>(row.number(4));
  all.push_back(std::move(*update));
  return {};
}

Result<void> add(std::vector<PanelFinding>& all, const Query& row) {
  auto finding = read_panel_finding(row.text(0));
  if (!finding) return tl::unexpected(finding.error());
  finding->sequence = row.number(1);
  finding->at = row.text(2);
  finding->said = row.number(3);
  all.push_back(std::move(*finding));
  return {};
}

Result<void> add(std::vector<Challenge>& all, const Query& row) {
  auto challenge = read_challenge(row.text(0));
  if (!challenge) return tl::unexpected(challenge.error());
  challenge->sequence = row.number(1);
  challenge->at = row.text(2);
  all.push_back(std::move(*challenge));
  return {};
}

Result<void> add(std::vector<StageMove>& all, const Query& row) {
  auto move = read_stage_move(row.text(0));
  if (!move) return tl::unexpected(move.error());
  move->sequence = row.number(1);
  move->at = row.text(2);
  all.push_back(std::move(*move));
  return {};
}

// Columns: item, sequence, at, was_due, is_due, agreed, who, reason.
Result<void> add(std::vector<Redating>& all, const Query& row) {
  all.push_back({ItemId(row.text(0)), day_of(row.text(3)), day_of(row.text(4)), row.number(5) != 0, row.text(6), row.text(7), row.text(2), row.number(1)});
  return {};
}

template <class Noun>
Result<void> add_rows(std::vector<Noun>& all, Query& rows) {
  while (rows.next())
    if (auto added = add(all, rows); !added) return added;
  return {};
}

struct Sources {
  const char *updates, *findings, *challenges, *stages, *redatings;
};
#define MAKEGOOD_SOURCES(condition)                                                                                   \
  {                                                                                                                   \
    "SELECT json, sequence, at, said, versions FROM updates WHERE " condition " ORDER BY first",                      \
        "SELECT json, sequence, at, said FROM panel_findings WHERE " condition " ORDER BY first",                     \
        "SELECT json, sequence, at FROM challenges WHERE " condition " ORDER BY first",                               \
        "SELECT json, sequence, at FROM stage_moves WHERE " condition " ORDER BY sequence",                           \
        "SELECT item, sequence, at, was_due, is_due, agreed, who, reason FROM redatings WHERE " condition " ORDER BY sequence" \
  }
constexpr Sources kOfPlan = MAKEGOOD_SOURCES("plan = $1");
constexpr Sources kOfItem = MAKEGOOD_SOURCES("item = $1");

Result<void> add_from(Db& db, Progress& progress, const Sources& sources, std::string_view key) {
  const auto read = [&](auto& all, const char* sql) {
    Query rows(db, sql, key);
    return add_rows(all, rows);
  };
  if (auto done = read(progress.updates, sources.updates); !done) return done;
  if (auto done = read(progress.findings, sources.findings); !done) return done;
  if (auto done = read(progress.challenges, sources.challenges); !done) return done;
  if (auto done = read(progress.stages, sources.stages); !done) return done;
  return read(progress.redatings, sources.redatings);
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

Result<Progress> load(Db& db, std::string_view slug) {
  Progress progress{.plan = std::string(slug)};
  if (auto done = add_from(db, progress, kOfPlan, slug); !done) return tl::unexpected(done.error());
  const auto others = shown_of_others(db, slug);
  if (!others) return tl::unexpected(others.error());
  for (const auto& item : *others)
    if (auto done = add_from(db, progress, kOfItem, item); !done) return tl::unexpected(done.error());
  if (Query q(db, "SELECT sequence FROM progress_heads WHERE plan = $1", slug); q.next()) progress.sequence = q.number(0);
  return progress;
}

}  // namespace

Result<std::shared_ptr<const Progress>> ProgressRoom::of_plan(std::string_view slug) {
  return guarded([&]() -> Result<std::shared_ptr<const Progress>> {
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    const auto version = version_of(*lease, slug);
    {
      const std::lock_guard guard(lock_);
      if (const auto found = held_.find(slug); found != held_.end() && found->second.version == version) return found->second.progress;
    }
    auto loaded = load(*lease, slug);
    if (!loaded) return tl::unexpected(loaded.error());
    auto progress = std::make_shared<const Progress>(std::move(*loaded));
    const std::lock_guard guard(lock_);
    if (held_.size() >= kMostHeld && !held_.contains(slug)) held_.clear();
    held_.insert_or_assign(std::string(slug), Held{version, progress, nullptr});
    return progress;
  });
}

Result<std::shared_ptr<const Progress>> ProgressRoom::public_of_plan(std::string_view slug) {
  const auto all = of_plan(slug);
  if (!all) return all;
  const auto is_of = [&](const auto& found) { return found != held_.end() && found->second.progress == *all; };
  {
    const std::lock_guard guard(lock_);
    if (const auto found = held_.find(slug); is_of(found) && found->second.open != nullptr) return found->second.open;
  }
  auto open = std::make_shared<const Progress>(public_part(**all));
  const std::lock_guard guard(lock_);
  if (const auto found = held_.find(slug); is_of(found)) found->second.open = open;
  return open;
}

void ProgressRoom::forget() {
  const std::lock_guard guard(lock_);
  held_.clear();
}

}  // namespace makegood::store
