#include "store/plan_room.h"

#include "json/json.h"
#include "plan/plan.h"
#include "store/project.h"
#include "store/search_words.h"

namespace makegood::store {
namespace {

const char* word_of(View view) { return view == View::live ? kLive : kReleased; }

#define MAKEGOOD_SUMMARY                                                                                            \
  "SELECT p.slug, p.title, p.organisation, (SELECT count(*) FROM plan_items i WHERE i.view = p.view AND "           \
  "i.slug = p.slug), p.adopted_at, p.released_at, p.pending, p.sequence FROM plans p WHERE p.view = $1"

PlanSummary summary_from(const Query& row) {
  PlanSummary summary;
  summary.slug = row.text(0);
  summary.title = row.text(1);
  summary.organisation = row.text(2);
  summary.items = static_cast<int>(row.number(3));
  summary.adopted_at = row.text(4);
  summary.released_at = row.text(5);
  summary.released = !summary.released_at.empty();
  summary.pending = summary.released && row.number(6) != 0;
  summary.sequence = row.number(7);
  return summary;
}

// Changes whenever anything of the plan does; an erasure changes it without an entry of its own.
std::string version_of(Db& db, std::string_view slug, View view) {
  Query q(db,
          "SELECT sequence || ' ' || pending || ' ' || coalesce((SELECT max(sequence) FROM entries "
          "WHERE kind = 'payload.erased'), 0) FROM plans WHERE view = $1 AND slug = $2",
          word_of(view), slug);
  return q.next() ? q.text(0) : std::string{};
}

Result<Plan> load(Db& db, std::string_view slug, View view) {
  Query head(db, "SELECT head FROM plans WHERE view = $1 AND slug = $2", word_of(view), slug);
  if (!head.next()) return refuse(Fault::not_found, "there is no such plan");
  auto plan = read_plan(head.text(0));
  if (!plan) return plan;
  plan->slug = slug;
  for (Query q(db, "SELECT json FROM plan_items WHERE view = $1 AND slug = $2 ORDER BY position, item", word_of(view), slug);
       q.next();) {
    auto item = read_item(q.text(0));
    if (!item) return tl::unexpected(item.error());
    plan->items.push_back(std::move(*item));
  }
  return plan;
}

// SQLite marks hits with these bytes; neither can stand in squeezed text.
std::vector<TextPart> parts_of(std::string_view marked) {
  std::vector<TextPart> parts;
  TextPart part;
  for (const char c : marked) {
    if (c != '\x02' && c != '\x03') {
      part.text += c;
      continue;
    }
    if (!part.text.empty()) parts.push_back(std::move(part));
    part = {{}, c == '\x02'};
  }
  if (!part.text.empty()) parts.push_back(std::move(part));
  return parts;
}

// CROSS JOIN keeps the order: the index is asked once, not once for every item. Excerpts are made
// for the hits that are shown only, since each takes as long as finding it.
#define MAKEGOOD_FOUND                                                                                     \
  "FROM search s CROSS JOIN search_items i ON i.id = s.rowid WHERE s.search MATCH $1 AND i.view = " \
  "CASE WHEN i.slug IN (SELECT value FROM json_each($4)) THEN 'live' ELSE $2 END AND ($3 = '' OR i.slug = $3)"
constexpr const char* kCountFound = "SELECT count(*) " MAKEGOOD_FOUND;
constexpr const char* kBestFound = "SELECT s.rowid " MAKEGOOD_FOUND
                                   " ORDER BY bm25(search, 5.0, 3.0, 1.0), i.slug, i.item LIMIT $5 OFFSET $6";
constexpr const char* kOneFound =
    "SELECT i.slug, p.title, i.item, s.ref, s.title, snippet(search, -1, char(2), char(3), '…', 24) FROM search s "
    "CROSS JOIN search_items i ON i.id = s.rowid CROSS JOIN plans p ON p.view = i.view AND p.slug = i.slug "
    "WHERE s.search MATCH $1 AND s.rowid = $2";

// Both plans and the item are asked for as they stand in the view: a withdrawn home hides its items everywhere.
constexpr const char* kInclusions =
    "SELECT s.home, h.title, s.item, s.slug, p.title, s.theme, s.reason FROM shared_items s "
    "JOIN plans p ON p.view = s.view AND p.slug = s.slug JOIN plans h ON h.view = s.view AND h.slug = s.home "
    "JOIN plan_items i ON i.view = s.view AND i.slug = s.home AND i.item = s.item "
    "WHERE s.view = $1 AND (s.slug = $2 OR s.home = $2) ORDER BY s.sequence, s.slug, s.item";

}  // namespace

Result<std::vector<PlanSummary>> PlanRoom::list(View view) {
  return guarded([&]() -> Result<std::vector<PlanSummary>> {
    auto lease = connections_.read();
    std::vector<PlanSummary> plans;
    for (Query q(*lease, MAKEGOOD_SUMMARY " ORDER BY p.title, p.slug", word_of(view)); q.next();)
      plans.push_back(summary_from(q));
    return plans;
  });
}

Result<std::shared_ptr<const KeptPlan>> PlanRoom::find(std::string_view slug, View view) {
  return guarded([&]() -> Result<std::shared_ptr<const KeptPlan>> {
    const Key key{std::string(slug), view};
    if (auto known = plans_.find(key, version_of(*connections_.glance(), slug, view))) return std::move(*known);
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    auto version = version_of(*lease, slug, view);
    if (version.empty()) return refuse(Fault::not_found, "there is no such plan");
    auto loaded = load(*lease, slug, view);
    if (!loaded) return tl::unexpected(loaded.error());
    Query q(*lease, MAKEGOOD_SUMMARY " AND p.slug = $2", word_of(view), slug);
    if (!q.next()) return refuse(Fault::not_found, "there is no such plan");
    auto kept = std::make_shared<const KeptPlan>(KeptPlan{std::move(*loaded), summary_from(q)});
    plans_.put(key, std::move(version), kept);
    return kept;
  });
}

void PlanRoom::forget() { plans_.clear(); }

Result<std::vector<Inclusion>> PlanRoom::inclusions(std::string_view slug, View view) {
  return guarded([&]() -> Result<std::vector<Inclusion>> {
    auto lease = connections_.read();
    std::vector<Inclusion> inclusions;
    for (Query q(*lease, kInclusions, word_of(view), slug); q.next();)
      inclusions.push_back({q.text(0), q.text(1), ItemId(q.text(2)), q.text(3), q.text(4), ThemeId(q.text(5)), q.text(6)});
    return inclusions;
  });
}

Result<SearchResults> PlanRoom::search(std::string_view text, std::string_view slug, const Sight& sight, int limit, int offset) {
  const auto match = match_of(text);
  if (match.empty()) return SearchResults{};
  return guarded([&]() -> Result<SearchResults> {
    auto lease = connections_.read();
    Tx tx(*lease, Tx::Kind::read);
    SearchResults results;
    const auto view = word_of(sight.otherwise);
    const auto live = Json(sight.live).dump(-1, ' ', false, Json::error_handler_t::replace);
    if (Query q(*lease, kCountFound, match, view, slug, live); q.next()) results.total = static_cast<int>(q.number(0));
    std::vector<std::int64_t> rows;
    for (Query q(*lease, kBestFound, match, view, slug, live, limit, offset); q.next();) rows.push_back(q.number(0));
    for (const auto row : rows)
      if (Query q(*lease, kOneFound, match, row); q.next())
        results.hits.push_back({q.text(0), q.text(1), ItemId(q.text(2)), q.text(3), q.text(4), parts_of(q.text(5))});
    return results;
  });
}

}  // namespace makegood::store
