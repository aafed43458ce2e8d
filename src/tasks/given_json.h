#pragma once
// What a person said about columns and tables, and the steps that were lost over it, as JSON in the
// ledger.

#include "tasks/imports.h"

namespace makegood::tasks {

/// Always the same text for the same words: it also tells readings of one document apart.
[[nodiscard]] std::string write_given(const GivenReading& given);
[[nodiscard]] std::string write_lost(const std::vector<LostStep>& lost);
/// Both refuse what is not theirs, and unknown meanings -> invalid_input.
[[nodiscard]] Result<GivenReading> read_given(std::string_view json);
[[nodiscard]] Result<std::vector<LostStep>> read_lost(std::string_view json);

}  // namespace makegood::tasks
