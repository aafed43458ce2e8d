#pragma once
// Rows of a table as the columns of a regression: numbers as they are, words as one column for each level but the
// first.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"

namespace makegood {

/// Terms are named as R names them: "(Intercept)", "age", "ethnicityBlack".
struct Design {
  std::vector<std::string> terms;
  std::vector<std::string> variables;  ///< of each term; "(Intercept)" for the first
  std::vector<double> cells;           ///< row by row
  [[nodiscard]] std::size_t columns() const { return terms.size(); }
  [[nodiscard]] std::size_t rows() const { return terms.empty() ? 0 : cells.size() / terms.size(); }
  [[nodiscard]] std::span<const double> row(std::size_t at) const {
    return std::span(cells).subspan(at * columns(), columns());
  }
};

/// One variable of a table. `values` has a number for each row, or is empty and `levels` says which words it has.
struct Variable {
  std::string name;
  std::vector<double> values;
  std::vector<std::string> levels;    ///< the first is the reference
  std::vector<std::size_t> level_of;  ///< of each row
  [[nodiscard]] bool is_factor() const { return !levels.empty(); }
};

/// Numbers where every cell is one, else a factor with its levels in alphabetical order and `reference` (if any) first.
/// Refuses: a reference that no cell has -> Fault::invalid_input.
[[nodiscard]] Result<Variable> variable_of(std::string name, std::span<const std::string_view> cells,
                                           std::string_view reference = {});

/// With an intercept. All variables have the same number of rows, which is `rows` where there are none.
[[nodiscard]] Design design_of(std::span<const Variable> variables, std::size_t rows);

/// "y ~ a + b": the outcome and the variables.
struct Formula {
  std::string outcome;
  std::vector<std::string> variables;
};
/// Refuses: no "~", an empty name, a variable twice, signs that are not understood (":", "*", "-", "^", "(").
[[nodiscard]] Result<Formula> formula_of(std::string_view text);

}  // namespace makegood
