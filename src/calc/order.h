#pragma once
// The order in time of a set's rows.

#include <cstddef>
#include <vector>

#include "calc/set.h"

namespace makegood::calc {

/// Rows by the text of `column`: as numbers where all are numbers, as dates where all are (2023-03-31), else as they
/// stand in the file. `rows` are those to be ordered.
[[nodiscard]] std::vector<std::size_t> in_time_order(const Set& set, std::size_t column, std::vector<std::size_t> rows);

/// "1", "true", "yes", "TRUE". Anything else is no.
[[nodiscard]] bool says_yes(std::string_view cell);

}  // namespace makegood::calc
