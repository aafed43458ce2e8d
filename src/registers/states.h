#pragma once
// From one state to the next, and by when.

#include <optional>
#include <string>
#include <string_view>

#include "registers/answers.h"

namespace makegood {

/// Refuses: a move that the definition does not have -> conflict (somebody may have moved it first);
/// a field that the state needs and that is empty, a reviewer who is the author -> invalid_input.
[[nodiscard]] Result<void> may_move(const Definition& definition, std::string_view from, std::string_view to, const Answers& answers);

/// The one who wrote it may not be among those who must be independent -> invalid_input.
[[nodiscard]] Result<void> check_independence(const Definition& definition, const Answers& answers);

/// By when a record that entered `state` on `entered` is to leave it; empty where there is no deadline.
[[nodiscard]] std::optional<Day> due_in_state(const Definition& definition, std::string_view state, Day entered);

/// Whether whoever sent a record in may still mend it: in the first state, and in those that say so. Without states it is
/// finished when it comes in.
[[nodiscard]] bool open_to_sender(const Definition& definition, std::string_view state);

/// When the time of a record's retention began: when it came in, was closed, or the date in a field; empty while that is not known.
[[nodiscard]] std::optional<Day> retention_begins(const Definition& definition, const Answers& answers, Day recorded, std::optional<Day> closed);

/// When a record is past its retention; empty while that is not known (not closed yet, no date).
/// `closed` = when it entered a final state.
[[nodiscard]] std::optional<Day> past_retention(const Definition& definition, const Answers& answers, Day recorded, std::optional<Day> closed);

}  // namespace makegood
