#pragma once
// What was said about an item, as lines of its story.

#include "progress/progress.h"
#include "tasks/history.h"

namespace makegood::tasks {

/// Whether the entry tells of an update, a finding of the panel, a challenge or a stage.
[[nodiscard]] bool is_said(std::string_view kind);

/// Fills in who says it and what. The public reads published updates in their public words, findings that are not
/// held, and stages; by posts and bodies, never by account. False: not in this view.
[[nodiscard]] bool tell_what_was_said(const Entry& entry, View view, const Progress& progress, HistoryLine& line);

}  // namespace makegood::tasks
