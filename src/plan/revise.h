#pragma once
// The plan in force after a newer document was taken over. What was matched keeps its id, and with
// it its history. Nothing is ever deleted: an item that the newer document no longer has is kept,
// marked absent, with the reason and what it went into.

#include "plan/compare.h"

namespace makegood {

/// The draft's themes, order and wording under the current ids. `changes` are compare(current,
/// draft, ...). Dates that a person had confirmed stand where the timescale's text is the same. A
/// due date that moved keeps its first one; a part of a split item has the first one of the whole,
/// and an item into which others were merged the earliest of them, so that no slip is hidden.
/// `today` is when the items that are gone departed.
[[nodiscard]] Plan revise(const Plan& current, const Plan& draft, const ChangeSet& changes, Day today, const RandomBits& random);

}  // namespace makegood
