#pragma once
// What is agreed and what is still a draft. A document says it once ("commitments are draft and will be agreed by
// the board on 6 December"); decisions that are recorded later say it anew, and the last one counts.

#include <string>

#include "progress/standing.h"

namespace makegood {

/// Whether the document calls it a draft and no decision has said otherwise, nor that one is awaited. The words are
/// often said of a recommendation whose commitments they mean: of an item with commitments those are the drafts.
[[nodiscard]] bool is_draft_as_written(const Plan& plan, const Item& item, const Standing& standing);

/// The last decision in words: "agreed by Cabinet on 6 December 2022", "draft: to be agreed by Cabinet on 6 December 2022";
/// where none was recorded, what the document says. Empty = neither.
[[nodiscard]] std::string approval_words(const Item& item, const Standing& standing);

/// The plan for a file that leaves: each item's `approval` is approval_words().
[[nodiscard]] Plan with_decisions(Plan plan, const Progress& progress);

}  // namespace makegood
