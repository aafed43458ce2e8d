#pragma once
// Indicators: settling what is meant by one, and writing down what was measured.

#include "progress/indicator.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Settles baseline, target and links of an indicator. One with an empty id is added to the plan's.
/// Returns its id. `seen` = Measured::sequence when the form was made: somebody else's change since -> conflict.
/// Refuses: no such plan, indicator or item -> not_found; as check_terms of progress does.
[[nodiscard]] Result<IndicatorId> describe_indicator(const Workspace& workspace, const Actor& actor, IndicatorTerms terms, std::int64_t seen);

/// Writes down one value. The same period again is a revision: it replaces the value, is marked so unless
/// another status is given, and the one before stays in the ledger.
/// Refuses: no such plan or indicator -> not_found; as check_value of progress does; a period that has not ended -> invalid_input; the same again -> conflict.
[[nodiscard]] Result<IndicatorValue> record_value(const Workspace& workspace, const Actor& actor, IndicatorValue value);

/// What the actor may see of a plan's indicators; null = the public.
[[nodiscard]] Result<Measured> measured_for(const Workspace& workspace, const Actor* actor, std::string_view slug);

}  // namespace makegood::tasks
