#pragma once
// From two versions of a plan to who is who. Four passes, the surest first, each learning from the
// one before:
//
//   1. ids that both know (a draft that was exported from here);
//   2. titles that stand once in either version;
//   3. titles that stand several times: theme, neighbours, reference and owners decide;
//   4. rewordings: candidates by rare words, by reference and by place, then the best assignment.
//
// Afterwards parts.h finds what was split and merged.

#include "plan/pairing.h"
#include "plan/wording.h"

namespace makegood {

/// Each item at most once. Two versions of 5,000 items take well under a second; as many equal
/// titles as a plan may hold take no longer.
[[nodiscard]] Pairing match_items(const Plan& current, const Plan& draft, const Wordings& wordings);

}  // namespace makegood
