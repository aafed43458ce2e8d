#pragma once
// What was said about a plan, as whoever looks may see it.

#include <memory>

#include "plan/plan_repository.h"
#include "progress/progress.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// All of it for View::live; for View::released its public_part(), and of re-datings those that the public
/// may read. In both, `who` of a re-dating is the post that its account held on that day, where the directory
/// knows one; the public never sees the account.
[[nodiscard]] Result<std::shared_ptr<const Progress>> seen_progress(const Workspace& workspace, std::string_view slug, View view);

}  // namespace makegood::tasks
