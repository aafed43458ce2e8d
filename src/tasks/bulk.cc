#include "tasks/bulk.h"

#include <algorithm>

#include "tasks/corrections.h"

namespace makegood::tasks {
namespace {

// A date that moves is a decision of its own; everything else is a correction.
Result<void> allowed(const Actor& actor, std::string_view slug, const ManyChange& change) {
  if (change.redated)
    if (auto may_redate = require(actor, Action::redate, {.plan = slug}); !may_redate) return may_redate;
  const bool corrects = !change.owners.empty() || !change.partners.empty() || !change.theme.empty();
  return corrects || !change.redated ? require(actor, Action::correct, {.plan = slug}) : Result<void>{};
}

Result<std::optional<Meanwhile>> since(const Workspace& w, const ItemId& item, std::int64_t seen, std::int64_t now) {
  if (now == seen) return std::optional<Meanwhile>{};
  const auto entries = w.ledger.about(item.text);
  if (!entries) return tl::unexpected(entries.error());
  if (entries->empty()) return std::optional<Meanwhile>{};
  const auto& last = entries->back();
  return Meanwhile{last.actor, last.kind, last.at};
}

Result<BulkRow> look_at(const Workspace& w, const Plan& plan, ManyRow row, const std::vector<SeenItem>& seen) {
  BulkRow made;
  const auto now = w.ledger.last_about(row.item.text);
  if (!now) return tl::unexpected(now.error());
  made.seen = *now;
  if (const auto* item = find_item(plan, row.item)) {
    made.ref = item->ref;
    made.title = item->title;
  }
  const auto before = std::find_if(seen.begin(), seen.end(), [&](const SeenItem& s) { return s.item == row.item; });
  if (before != seen.end()) {
    auto changed = since(w, row.item, before->sequence, *now);
    if (!changed) return tl::unexpected(changed.error());
    made.meanwhile = std::move(*changed);
  }
  made.row = std::move(row);
  return made;
}

std::vector<ItemId> ids_of(const std::vector<SeenItem>& items) {
  std::vector<ItemId> ids;
  for (const auto& item : items) ids.push_back(item.item);
  return ids;
}

Result<void> can_all_be_done(const std::vector<ManyRow>& rows) {
  const auto refused = std::find_if(rows.begin(), rows.end(), [](const ManyRow& row) { return !row.refusal.empty(); });
  if (refused != rows.end()) return refuse(Fault::invalid_input, "nothing was changed, for it cannot be done in every item: " + refused->refusal);
  const bool any = std::any_of(rows.begin(), rows.end(), [](const ManyRow& row) { return !row.changes.empty(); });
  if (!any) return refuse(Fault::conflict, "that is what these items say already");
  return {};
}

Result<void> as_seen(const Workspace& w, const std::vector<SeenItem>& items) {
  for (const auto& item : items) {
    const auto now = w.ledger.last_about(item.item.text);
    if (!now) return tl::unexpected(now.error());
    if (*now != item.sequence) return refuse(Fault::conflict, "nothing was changed: somebody else changed some of these items while you looked");
  }
  return {};
}

}  // namespace

Result<std::vector<BulkRow>> preview_many(const Workspace& w, const Actor& actor, std::string_view slug, const std::vector<ItemId>& items,
                                          const ManyChange& change, const std::vector<SeenItem>& seen) {
  if (auto may_do = allowed(actor, slug, change); !may_do) return tl::unexpected(may_do.error());
  if (!change.asks_for_anything()) return refuse(Fault::invalid_input, "say what is to be changed");
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  std::vector<BulkRow> rows;
  for (auto& row : change_many((*kept)->plan, items, change)) {
    auto made = look_at(w, (*kept)->plan, std::move(row), seen);
    if (!made) return tl::unexpected(made.error());
    rows.push_back(std::move(*made));
  }
  return rows;
}

Result<int> change_many_items(const Workspace& w, const Actor& actor, std::string_view slug, const std::vector<SeenItem>& items,
                              const ManyChange& change) {
  if (auto may_do = allowed(actor, slug, change); !may_do) return tl::unexpected(may_do.error());
  if (trim(change.reason).empty()) return refuse(Fault::invalid_input, "say why it is changed");
  const auto about_plan = w.ledger.last_about(slug);
  if (!about_plan) return tl::unexpected(about_plan.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  if (auto unchanged = as_seen(w, items); !unchanged) return tl::unexpected(unchanged.error());
  const auto rows = change_many((*kept)->plan, ids_of(items), change);
  if (auto possible = can_all_be_done(rows); !possible) return tl::unexpected(possible.error());

  std::vector<Correction> corrections;
  std::vector<Expectation> expectations = {{std::string(slug), *about_plan}};
  int changed = 0;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    if (rows[i].changes.empty()) continue;
    ++changed;
    expectations.push_back({items[i].item.text, items[i].sequence});
    for (auto& correction : corrections_for(rows[i].item, change)) {
      const bool says_so = std::none_of(rows[i].changes.begin(), rows[i].changes.end(), [&](const FieldChange& c) { return c.field == correction.field; });
      if (!says_so) corrections.push_back(std::move(correction));
    }
  }
  if (auto done = write_corrections(w, actor, **kept, corrections, std::move(expectations)); !done) return tl::unexpected(done.error());
  return changed;
}

}  // namespace makegood::tasks
