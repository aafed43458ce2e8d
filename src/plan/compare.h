#pragma once
// Two versions of a plan: a newer document against the plan in force, whose items are matched and
// whose matches a person decides; or two versions that were both kept, whose items have their ids.

#include <vector>

#include "plan/change_set.h"
#include "plan/decide_match.h"

namespace makegood {

/// Decisions count in their order, the last word last; one about an item that is not there any
/// longer says nothing. They change the matches that they name, and no others.
[[nodiscard]] ChangeSet compare(const Plan& current, const Plan& draft, const std::vector<MatchDecision>& decisions = {});

/// By id. What is absent from both versions does not come up.
[[nodiscard]] ChangeSet compare_versions(const Plan& before, const Plan& after);

}  // namespace makegood
