#pragma once
// What a person decides about the matches of a newer document: that two items are the same or are
// not, and why an item is gone.

#include <optional>
#include <string_view>
#include <vector>

#include "plan/item.h"

namespace makegood {

/// same: the draft's item is the one in force, whatever they were matched with before.
/// apart: they are not the same; the draft's item is then new, and the one in force is gone.
/// gone: why the one in force is not in the draft.
enum class MatchVerdict { same, apart, gone };

[[nodiscard]] std::string_view word(MatchVerdict verdict);
[[nodiscard]] std::optional<MatchVerdict> match_verdict_from(std::string_view word);

struct MatchDecision {
  MatchVerdict verdict = MatchVerdict::same;
  ItemId draft;         ///< empty for gone
  ItemId current;
  Departure departure;  ///< for gone; its successors are ids of the draft
  bool operator==(const MatchDecision&) const = default;
};

/// Whether it can be said of these two plans.
/// Refuses: an item that is not there -> not_found; merged or superseded without a successor,
/// dropped without a note, a successor that is not in the draft -> invalid_input.
[[nodiscard]] Result<void> check_decision(const Plan& current, const Plan& draft, const MatchDecision& decision);

}  // namespace makegood
