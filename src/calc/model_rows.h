#pragma once
// Rows and columns of a model. Its columns are named by options and are read as text; a variable is a number where
// every cell is one. Rows that lack any of them are left out, as R leaves them out.

#include <vector>

#include "calc/set.h"
#include "statistics/design.h"

namespace makegood::calc {

/// Rows of which the first `columns` columns are neither empty nor NA.
[[nodiscard]] std::vector<std::size_t> complete_rows(const Set& set, std::size_t columns);
/// A column of those rows.
[[nodiscard]] std::vector<std::string_view> cells_of(const Set& set, const std::vector<std::size_t>& rows, std::size_t column);
/// Refuses more than 300 terms, before a design of them is built: a column of names would be a term for each person.
[[nodiscard]] Result<void> few_enough(const std::vector<Variable>& variables);

}  // namespace makegood::calc
