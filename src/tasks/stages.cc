#include "tasks/stages.h"

#include "progress/json.h"
#include "progress/standing.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

Result<void> check(const StageDecision& decision, Day today) {
  if (decision.items.empty()) return refuse(Fault::invalid_input, "choose the items that were decided about", "items");
  if (trim(decision.body).empty()) return refuse(Fault::invalid_input, "name the body that decides", "body");
  if (!decision.day) return refuse(Fault::invalid_input, "give the day of the decision", "day-day");
  if (!decision.draft && *decision.day > today)
    return refuse(Fault::invalid_input, "a decision of a day that lies ahead is a draft: say so", "day-day");
  return {};
}

bool says_nothing_new(const Standing& now, const StageDecision& decision) {
  if (decision.draft) return now.awaited != nullptr && now.awaited->stage == decision.stage && now.awaited->day == decision.day;
  return now.stage == decision.stage && now.awaited == nullptr && decision.stage != Stage::in_plan;
}

StageMove move_of(std::string_view slug, const ItemId& item, const StageDecision& decision, const Actor& actor) {
  return {std::string(slug), item, decision.stage, decision.draft, squeeze(valid_utf8(decision.body)), decision.day,
          std::string(trim(valid_utf8(decision.note))), actor.name, {}, 0};
}

}  // namespace

Result<void> record_stage(const Workspace& w, const Actor& actor, std::string_view slug, const StageDecision& decision) {
  if (auto allowed = require(actor, Action::move_stage, {.plan = slug}); !allowed) return allowed;
  if (auto whole = check(decision, w.clock.now().today); !whole) return whole;
  const auto kept = w.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  Batch batch;
  batch.at = w.clock.now().utc();
  for (const auto& id : decision.items) {
    const auto seen = w.ledger.last_about(id.text);
    if (!seen) return tl::unexpected(seen.error());
    if (find_item((*kept)->plan, id) == nullptr) return refuse(Fault::not_found, "there is no such item in this plan");
    const auto progress = w.progress.of_plan(slug);
    if (!progress) return tl::unexpected(progress.error());
    if (says_nothing_new(standing_of(**progress, id), decision))
      return refuse(Fault::conflict, "one of the items is at that stage already", id.text);
    batch.expectations.push_back({id.text, *seen});
    batch.changes.push_back({"item.staged", id.text, actor.name, write_stage_move(move_of(slug, id, decision, actor))});
  }
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

}  // namespace makegood::tasks
