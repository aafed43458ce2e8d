#pragma once
// Records are emptied: what identifies somebody goes out of the tables and out of every entry, in one step.

#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

/// Empties all of them or none. Whoever calls has asked whether the actor may.
/// Refuses: a legal hold, or somebody changed one of them first -> conflict.
[[nodiscard]] Result<void> empty_all(const Workspace& workspace, const Actor& actor, const Definition& definition, const std::vector<Record>& records,
                                     std::string_view reason);

}  // namespace makegood::tasks
