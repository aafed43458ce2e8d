#pragma once
// Items whose titles are word for word the same, in both versions: which is which?

#include <vector>

#include "plan/evidence.h"

namespace makegood {

/// Pairs what has the same title, the other pairs being known. Small groups by the best assignment
/// over all the evidence; large ones by reference, theme, owners and order, in linear time.
void match_alike(const Plan& current, const Plan& draft, const Wordings& wordings, const Evidence& evidence, Pairing& pairing);

}  // namespace makegood
