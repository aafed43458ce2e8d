#pragma once
// What was said about an item, as lines of its story.

#include "progress/progress.h"
#include "tasks/history.h"

namespace makegood::tasks {

/// Whether the entry tells of an update, a finding of the panel, a challenge or a stage.
[[nodiscard]] bool is_said(std::string_view kind);

/// Fills in who says it and what. The public reads published updates in their public words, findings (of one that
/// is held only that there is one), and stages; by posts and bodies, never by account. False: not in this view.
[[nodiscard]] bool tell_what_was_said(const Entry& entry, View view, const Progress& progress, HistoryLine& line);
/// For those who may see it: what was measured of which days, so that a value which was put right later is still read.
void tell_indicator(const Entry& entry, HistoryLine& line);

}  // namespace makegood::tasks
