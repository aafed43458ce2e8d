#pragma once
// What was said about a plan, as whoever looks may see it.

#include <memory>

#include "plan/plan_repository.h"
#include "progress/progress.h"
#include "report/voices.h"
#include "tasks/share.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// All of it for View::live; for View::released its public_part(), and of re-datings those that the public
/// may read. In both, `who` of a re-dating is the post that its account held on that day, where the directory
/// knows one; the public never sees the account.
[[nodiscard]] Result<std::shared_ptr<const Progress>> seen_progress(const Workspace& workspace, std::string_view slug, View view);

/// What the calendar says today of a plan's items and of those that it shows of others, once their owners are heard as
/// far as `sight` goes: of a plan that is seen as it is released, what was published.
[[nodiscard]] Result<RuleBook> seen_rules(const Workspace& workspace, const ShownPlan& shown, const Sight& sight);
/// And what owners and panel say of the same items, to the same eyes.
[[nodiscard]] Result<VoiceBook> seen_voices(const Workspace& workspace, const ShownPlan& shown, const Sight& sight);

}  // namespace makegood::tasks
