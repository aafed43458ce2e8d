#include "tasks/arising.h"

#include <algorithm>

#include <fmt/format.h>

#include "plan/json.h"
#include "progress/json.h"
#include "tasks/form_number.h"
#include "tasks/import.h"
#include "tasks/payload.h"
#include "tasks/plans.h"
#include "tasks/record_step.h"

namespace makegood::tasks {
namespace {

Result<void> may_add(const Actor& actor, std::string_view plan) {
  if (auto allowed = require(actor, Action::correct, {.plan = plan}); !allowed) return allowed;
  return require(actor, Action::move_stage, {.plan = plan});
}

Result<void> check(const Arising& arising) {
  const auto title = squeeze(valid_utf8(arising.title));
  if (title.empty()) return refuse(Fault::invalid_input, "say what is to be done", "title");
  if (title.size() > kLongestItemTitle) return refuse(Fault::invalid_input, "this is too long for a title: write 1,000 characters or fewer", "title");
  if (arising.detail.size() > kLongestItemDetail) return refuse(Fault::invalid_input, "this is too long: write 10,000 characters or fewer", "detail");
  return {};
}

Item item_of(const Arising& arising, const ItemId& id, const Plan& plan, Day today) {
  Item item;
  item.id = id;
  item.kind = arising.kind;
  item.title = squeeze(valid_utf8(arising.title));
  item.detail = trim(valid_utf8(arising.detail));
  for (const auto& owner : arising.owners)
    if (auto name = squeeze(valid_utf8(owner)); !name.empty()) item.owners.push_back(std::move(name));
  item.timescale_raw = squeeze(valid_utf8(arising.timescale));
  item.timescale = read_timescale(item.timescale_raw, plan.settings);
  item.first_due = item.timescale.due;
  item.last_word = today;
  return item;
}

Change adopted(const Actor& actor, const Item& item, const Plan& plan, std::string_view why) {
  Payload payload;
  payload.plan = plan.slug;
  payload.position = static_cast<int>(plan.items.size());
  payload.item = write_item(item);
  payload.reason = why;
  return {"item.adopted", item.id.text, actor.name, write_payload(payload)};
}

ItemId id_for(const Workspace& w, std::string_view once) {
  return is_form_number(once) ? ItemId(std::string(once)) : make_id<ItemTag>(w.random);
}

}  // namespace

Result<Arisen> make_item_of(const Workspace& w, const Actor& actor, const Arising& arising) {
  const auto found = reached(w, actor, arising.record, Doing::handle);
  if (!found) return tl::unexpected(found.error());
  const auto& definition = found->kept->definition;
  if (std::find(definition.links.begin(), definition.links.end(), link_word(TieTo::item)) == definition.links.end())
    return refuse(Fault::invalid_input, "records of this register are not tied to items of plans");
  if (auto allowed = may_add(actor, arising.plan); !allowed) return tl::unexpected(allowed.error());
  if (auto fine = check(arising); !fine) return tl::unexpected(fine.error());
  const auto id = id_for(w, arising.once);
  const auto before = w.ledger.last_about(id.text), seen = w.ledger.last_about(arising.plan);
  if (!before) return tl::unexpected(before.error());
  if (!seen) return tl::unexpected(seen.error());
  if (*before > 0) return Arisen{id, true};
  const auto kept = w.plans.find(arising.plan, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto& plan = (*kept)->plan;
  if (plan.items.size() >= kMostItems) return refuse(Fault::too_large, "a plan cannot hold more items");
  const auto today = w.clock.now().today;
  // The register and the number of the record: what it says may not be for everybody who sees the plan.
  const auto from = fmt::format("{} {}", definition.title.en, arising.record.text);
  const StageMove emerging{plan.slug, id, Stage::emerging, false, from, today, {}, actor.name, {}, 0};
  Batch batch;
  batch.at = w.clock.now().utc();
  batch.changes = {adopted(actor, item_of(arising, id, plan, today), plan, from),
                   {"item.staged", id.text, actor.name, write_stage_move(emerging)},
                   {"record.tied", arising.record.text, actor.name, write_tie({TieTo::item, plan.slug, id.text})}};
  batch.expectations = {{id.text, 0}, {plan.slug, *seen}, {arising.record.text, found->record.sequence}};
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return Arisen{id, false};
}

Result<std::vector<PlanSummary>> plans_to_add_to(const Workspace& w, const Actor& actor) {
  auto plans = plans_in(w, sight_of(&actor));
  if (!plans) return plans;
  std::erase_if(*plans, [&](const PlanSummary& plan) { return !may_add(actor, plan.slug); });
  return plans;
}

}  // namespace makegood::tasks
