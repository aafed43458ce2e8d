#include "tasks/bulk.h"

#include <algorithm>

#include "report/publication_json.h"
#include "tasks/corrections.h"

namespace makegood::tasks {
namespace {

// A date that moves is a decision of its own; everything else is a correction.
Result<void> allowed(const Actor& actor, std::string_view slug, const BulkChange& asked) {
  const auto& change = asked.plan;
  if (change.redated)
    if (auto may_redate = require(actor, Action::redate, {.plan = slug}); !may_redate) return may_redate;
  const bool corrects = !change.owners.empty() || !change.partners.empty() || !change.theme.empty() || asked.duty.asks_for_anything();
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

/// What the change makes of an item, in the plan and of the duty that it serves.
struct Outcome {
  ManyRow row;
  std::optional<DutyMove> duty;
  [[nodiscard]] bool changes() const { return !row.changes.empty() || duty; }
};

Result<std::vector<Outcome>> outcomes_of(const Workspace& w, const Plan& plan, const std::vector<ItemId>& items, const BulkChange& change) {
  auto duty = change.duty;
  auto words = objective_words(duty.objective);
  if (!words) return tl::unexpected(words.error());
  duty.objective = std::move(*words);
  const auto objectives = w.publication.objectives(plan.slug);
  if (!objectives) return tl::unexpected(objectives.error());
  std::vector<Outcome> outcomes;
  for (auto& row : change_many(plan, items, change.plan)) {
    if (row.refusal.empty() && find_item(plan, row.item) == nullptr) row.refusal = "there is no such item in this plan";
    Outcome outcome{std::move(row), {}};
    if (outcome.row.refusal.empty() && duty.asks_for_anything()) outcome.duty = move_duty(objective_of(*objectives, plan.slug, outcome.row.item), duty);
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

Result<BulkRow> look_at(const Workspace& w, const Plan& plan, Outcome outcome, const std::vector<SeenItem>& seen) {
  auto& row = outcome.row;
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
  made.duty = std::move(outcome.duty);
  return made;
}

std::vector<ItemId> ids_of(const std::vector<SeenItem>& items) {
  std::vector<ItemId> ids;
  for (const auto& item : items) ids.push_back(item.item);
  return ids;
}

Result<void> can_all_be_done(const std::vector<Outcome>& outcomes) {
  const auto refused = std::find_if(outcomes.begin(), outcomes.end(), [](const Outcome& one) { return !one.row.refusal.empty(); });
  if (refused != outcomes.end()) return refuse(Fault::invalid_input, "nothing was changed, for it cannot be done in every item: " + refused->row.refusal);
  if (std::none_of(outcomes.begin(), outcomes.end(), [](const Outcome& one) { return one.changes(); })) return refuse(Fault::conflict, "that is what these items say already");
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
                                          const BulkChange& change, const std::vector<SeenItem>& seen) {
  if (auto may_do = allowed(actor, slug, change); !may_do) return tl::unexpected(may_do.error());
  if (!change.asks_for_anything()) return refuse(Fault::invalid_input, "say what is to be changed");
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  auto outcomes = outcomes_of(w, (*kept)->plan, items, change);
  if (!outcomes) return tl::unexpected(outcomes.error());
  std::vector<BulkRow> rows;
  for (auto& outcome : *outcomes) {
    auto made = look_at(w, (*kept)->plan, std::move(outcome), seen);
    if (!made) return tl::unexpected(made.error());
    rows.push_back(std::move(*made));
  }
  return rows;
}

Result<int> change_many_items(const Workspace& w, const Actor& actor, std::string_view slug, const std::vector<SeenItem>& items,
                              const BulkChange& change) {
  if (auto may_do = allowed(actor, slug, change); !may_do) return tl::unexpected(may_do.error());
  if (trim(change.plan.reason).empty()) return refuse(Fault::invalid_input, "say why it is changed");
  const auto about_plan = w.ledger.last_about(slug);
  if (!about_plan) return tl::unexpected(about_plan.error());
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  if (auto unchanged = as_seen(w, items); !unchanged) return tl::unexpected(unchanged.error());
  const auto outcomes = outcomes_of(w, (*kept)->plan, ids_of(items), change);
  if (!outcomes) return tl::unexpected(outcomes.error());
  if (auto possible = can_all_be_done(*outcomes); !possible) return tl::unexpected(possible.error());

  std::vector<Correction> corrections;
  std::vector<Change> duties;
  std::vector<Expectation> expectations = {{std::string(slug), *about_plan}};
  int changed = 0;
  for (std::size_t i = 0; i < outcomes->size(); ++i) {
    const auto& outcome = (*outcomes)[i];
    if (!outcome.changes()) continue;
    ++changed;
    expectations.push_back({items[i].item.text, items[i].sequence});
    for (auto& correction : corrections_for(outcome.row.item, change.plan)) {
      const auto& made = outcome.row.changes;
      const bool says_so = std::none_of(made.begin(), made.end(), [&](const FieldChange& c) { return c.field == correction.field; });
      if (!says_so) corrections.push_back(std::move(correction));
    }
    if (outcome.duty)
      duties.push_back({"item.objective_set", outcome.row.item.text, actor.name, write_objective_because(outcome.duty->after, trim(change.plan.reason))});
  }
  if (auto done = write_corrections(w, actor, **kept, corrections, std::move(expectations), std::move(duties)); !done) return tl::unexpected(done.error());
  return changed;
}

}  // namespace makegood::tasks
