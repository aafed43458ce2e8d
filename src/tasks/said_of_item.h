#pragma once
// What a step of the panel stands on: an item of a plan in force and all that was said of it. It is read after the last
// entry about the item was noted, so that whatever comes meanwhile is a conflict.

#include "plan/plan_repository.h"
#include "progress/progress.h"
#include "tasks/share.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct SaidOfItem {
  std::int64_t seen = 0;
  std::shared_ptr<const KeptPlan> kept;
  const Item* item = nullptr;  ///< in `kept`
  std::shared_ptr<const Progress> progress;
  std::shared_ptr<const Directory> directory;
  Now now;
};
/// Refuses: no such plan or item -> not_found.
[[nodiscard]] Result<SaidOfItem> read_said(const Workspace& workspace, const HomeItem& item);

/// Writes what was decided on it. Refuses: something was said about the item meanwhile -> conflict.
[[nodiscard]] Result<void> write_said(const Workspace& workspace, Change change, const SaidOfItem& said);

/// As they typed it, without the blanks around it.
[[nodiscard]] std::string words_of_person(std::string_view text);

}  // namespace makegood::tasks
