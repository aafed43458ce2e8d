#pragma once
// Corrections as entries of the ledger: for one item by a form, for many by one decision.

#include <vector>

#include "plan/plan.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Applies each correction in its order and writes all of them in one batch with what is done `also`, or none. Where the plan is
/// released, a publisher's are public at once. The actor's right is the caller's to ask for.
/// Refuses: a correction without a reason -> invalid_input; as apply() of plan does; an expectation that does
/// not hold any more -> conflict.
[[nodiscard]] Result<std::vector<FieldChange>> write_corrections(const Workspace& workspace, const Actor& actor, const KeptPlan& kept,
                                                                 const std::vector<Correction>& corrections,
                                                                 std::vector<Expectation> expectations, std::vector<Change> also = {});

}  // namespace makegood::tasks
