#pragma once
// Which links somebody's desk has: those whose pages their roles open, in some plan or in all.

#include <vector>

#include "pages/desk_doors.h"
#include "tasks/tasks.h"

namespace makegood::web {

[[nodiscard]] std::vector<pages::DeskDoor> doors_of(const tasks::Actor& actor);

}  // namespace makegood::web
