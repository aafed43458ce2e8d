#include "tasks/by_hand.h"

#include <algorithm>

#include "tasks/carry.h"
#include "tasks/import_step.h"

namespace makegood::tasks {
namespace {

bool is_item_already(const Plan& draft, const Position& at) {
  return std::any_of(draft.items.begin(), draft.items.end(),
                     [&](const Item& item) { return item.source.block == at.block && item.source.row == at.row; });
}

}  // namespace

Result<ItemId> add_item(const Workspace& w, const Actor& actor, const ImportId& id, const Position& at) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  const auto draft = import->draft();
  if (is_item_already(draft, at)) return refuse(Fault::conflict, "there is an item from this place already");
  if (draft.items.size() >= kMostItems) return refuse(Fault::too_large, "a plan cannot hold more items");
  const auto source = source_of(w, *import);
  if (!source) return tl::unexpected(source.error());
  auto item = extract_item_at((*source)->document, at, {draft.settings, import->given()});
  if (!item) return tl::unexpected(item.error());
  Payload payload;
  payload.position = place_in_order(draft, item->source);
  item->id = next_item_id(draft);
  if (payload.position > 0) item->theme = draft.items[static_cast<std::size_t>(payload.position) - 1].theme;
  payload.item = write_item(*item);
  if (auto kept = append_step(w, *import, step_change(*import, actor, "import.item_added", payload)); !kept) return tl::unexpected(kept.error());
  return item->id;
}

Result<void> remove_item(const Workspace& w, const Actor& actor, const ImportId& id, const ItemId& which) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  const auto draft = import->draft();
  const auto* item = find_item(draft, which);
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item");
  const auto gone = with_children(draft, which);
  if (gone.size() >= draft.items.size()) return refuse(Fault::conflict, "these are the last items of the plan: discard the import instead");
  Payload payload;
  payload.item = write_item(*item);
  for (const auto& one : gone) payload.removed.push_back(one.text);
  return append_step(w, *import, step_change(*import, actor, "import.item_removed", payload));
}

Result<void> edit_plan(const Workspace& w, const Actor& actor, const ImportId& id, const PlanEdit& edit) {
  const auto import = open_import(w, actor, id);
  if (!import) return tl::unexpected(import.error());
  auto draft = import->draft();
  if (auto done = apply(draft, edit); !done) return done;
  Payload payload;
  payload.edit = write_plan_edit(edit);
  payload.head = write_plan_head(draft);
  return append_step(w, *import, step_change(*import, actor, "import.plan_edited", payload));
}

}  // namespace makegood::tasks
