#pragma once
// A plan and what was said about it as they were known at the end of a day, made again from the ledger.
//
// What was said counts by the day on which it was said, and so does an answer to the requests of a period that comes
// after its end. Wording and dates count by the time of their entries. A plan that was entered after the day cannot
// be shown as it stood: it is shown as it stands, and `entered_later` says so.

#include "plan/plan.h"
#include "progress/progress.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct Known {
  Plan plan;
  Progress progress;
  bool entered_later = false;
};

/// `cycle` is the period whose answers count whenever they came: "2023-Q2"; empty = none.
/// Refuses: no such plan -> not_found; a payload that cannot be read -> invalid_input.
[[nodiscard]] Result<Known> known_at(const Workspace& workspace, std::string_view slug, Day day, std::string_view cycle);

}  // namespace makegood::tasks
