#pragma once
// Which lines of a plan's history somebody is told of who follows a part of it.

#include "plan/correct.h"
#include "tasks/following.h"

namespace makegood::tasks {

/// As `concerns` of following.h by where the item is now, and besides a line by which it left the owner or the theme
/// that is followed. `changes` name themes by their titles, as a history does.
[[nodiscard]] bool concerns(const Following& following, const Plan& plan, const ItemId& item, const std::vector<FieldChange>& changes);

}  // namespace makegood::tasks
