#include "store/versions.h"

#include <fmt/format.h>

#include "store/plan_room.h"
#include "store/project.h"

namespace makegood::store {
namespace {

bool is_taken(Db& db, std::string_view slug, const std::string& name) {
  return Query(db, "SELECT 1 FROM former_versions WHERE view = 'live' AND slug = $1 AND called = $2", slug, name).next();
}

const char* word_of(View view) { return view == View::live ? kLive : kReleased; }

PlanVersion version_from(const Query& row) {
  PlanVersion version;
  version.called = row.text(0);
  version.title = row.text(1);
  version.adopted_at = row.text(2);
  version.released_at = row.text(3);
  version.sequence = row.number(4);
  return version;
}

Result<Plan> load_former(Db& db, std::string_view view, std::string_view slug, std::int64_t version, const std::string& head) {
  auto plan = read_plan(head);
  if (!plan) return plan;
  plan->slug = slug;
  for (Query q(db, "SELECT json FROM former_items WHERE view = $1 AND slug = $2 AND version = $3 ORDER BY position, item", view, slug, version);
       q.next();) {
    auto item = read_item(q.text(0));
    if (!item) return tl::unexpected(item.error());
    plan->items.push_back(std::move(*item));
  }
  return plan;
}

}  // namespace

void keep_former_version(Db& db, const char* view, std::string_view slug, std::int64_t newer) {
  Query q(db, "SELECT version FROM plans WHERE view = $1 AND slug = $2 AND version <> $3", view, slug, newer);
  if (!q.next()) return;
  const auto version = q.number(0);
  run(db,
      "INSERT INTO former_versions (view, slug, version, called, title, adopted_at, released_at, head) "
      "SELECT view, slug, version, called, title, adopted_at, released_at, head FROM plans WHERE view = $1 AND slug = $2",
      view, slug);
  run(db,
      "INSERT INTO former_items (view, slug, version, item, position, json) "
      "SELECT view, slug, $3, item, position, json FROM plan_items WHERE view = $1 AND slug = $2",
      view, slug, version);
}

void forget_former_versions(Db& db, const char* view, std::string_view slug) {
  run(db, "DELETE FROM former_items WHERE view = $1 AND slug = $2", view, slug);
  run(db, "DELETE FROM former_versions WHERE view = $1 AND slug = $2", view, slug);
}

std::string name_version(Db& db, std::string_view slug, const Plan& plan, std::string_view adopted_at) {
  auto name = plan.settings.as_of ? std::to_string(*plan.settings.as_of) : std::string(adopted_at.substr(0, 4));
  if (!is_taken(db, slug, name)) return name;
  const std::string day(adopted_at.substr(0, 10));
  name = day;
  for (int n = 2; is_taken(db, slug, name); ++n) name = fmt::format("{}-{}", day, n);
  return name;
}

Result<std::vector<PlanVersion>> PlanRoom::versions(std::string_view slug, View view) {
  return guarded([&]() -> Result<std::vector<PlanVersion>> {
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    std::vector<PlanVersion> versions;
    for (Query q(*lease, "SELECT called, title, adopted_at, released_at, version FROM former_versions WHERE view = $1 AND slug = $2 "
                         "ORDER BY version", word_of(view), slug);
         q.next();)
      versions.push_back(version_from(q));
    Query now(*lease, "SELECT called, title, adopted_at, released_at, version FROM plans WHERE view = $1 AND slug = $2", word_of(view), slug);
    if (!now.next()) return refuse(Fault::not_found, "there is no such plan");
    versions.push_back(version_from(now));
    return versions;
  });
}

Result<Plan> PlanRoom::find_version(std::string_view slug, std::string_view called, View view) {
  return guarded([&]() -> Result<Plan> {
    {
      auto lease = connections_.read();
      Tx tx(*lease, Tx::Kind::read);
      Query former(*lease, "SELECT version, head FROM former_versions WHERE view = $1 AND slug = $2 AND called = $3", word_of(view), slug, called);
      if (former.next()) return load_former(*lease, word_of(view), slug, former.number(0), former.text(1));
      if (!Query(*lease, "SELECT 1 FROM plans WHERE view = $1 AND slug = $2 AND called = $3", word_of(view), slug, called).next())
        return refuse(Fault::not_found, "there is no such version");
    }
    const auto now = find(slug, view);
    if (!now) return tl::unexpected(now.error());
    return (*now)->plan;
  });
}

}  // namespace makegood::store
