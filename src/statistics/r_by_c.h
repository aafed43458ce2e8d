#pragma once
// A table of counts of any size: does what happens depend on the group?

#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

struct CellResidual {
  Figure expected;
  Figure residual;      ///< (count - expected) / sqrt(expected)
  Figure standardised;  ///< the same in standard errors: beyond 2 either way is more than chance
};

struct RByC {
  Status status = Status::ok;
  Figure chi_square, p, cramers_v;
  int degrees_of_freedom = 0;
  Figure min_expected;
  std::vector<CellResidual> cells;  ///< in the order given
};

/// Pearson's chi-square with residuals and Cramer's V. `counts` row by row, `columns` to a row.
/// Edge: rows and columns that are empty do not count; fewer than two of either left: undefined.
/// Refuses: counts that do not fill rows -> out_of_range; negative, not_whole, too_large.
/// Source: Pearson 1900; Haberman 1973, Biometrics 29 (standardised residuals); Cramer 1946. As R's chisq.test.
[[nodiscard]] RByC chi_square(std::span<const double> counts, std::size_t columns);

}  // namespace makegood
