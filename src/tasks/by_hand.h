#pragma once
// Fixing a draft by hand where reading it in another way does not help: an item that was missed, one
// that is none, the plan's title, its themes and indicators. Each is one step that undo takes back.

#include "tasks/import.h"
#include "tasks/sources.h"

namespace makegood::tasks {

/// The row or paragraph at this place as an item, under the theme of the item before it. Its id.
/// Refuses: nothing to read there, the bytes were erased -> not_found; it is one already -> conflict.
[[nodiscard]] Result<ItemId> add_item(const Workspace& workspace, const Actor& actor, const ImportId& id, const Position& at);

/// Takes an item out, with those under it. Refuses: no such item -> not_found; it is the last -> conflict.
[[nodiscard]] Result<void> remove_item(const Workspace& workspace, const Actor& actor, const ImportId& id, const ItemId& item);

/// Refuses as apply() of plan/edit.h.
[[nodiscard]] Result<void> edit_plan(const Workspace& workspace, const Actor& actor, const ImportId& id, const PlanEdit& edit);

}  // namespace makegood::tasks
