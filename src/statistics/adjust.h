#pragma once
// p-values corrected for having asked many questions at once.

#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

struct AdjustedP {
  Figure bh;          ///< Benjamini and Hochberg: the share of false discoveries, tests independent or so
  Figure by;          ///< Benjamini and Yekutieli: the same whatever the tests have to do with each other
  Figure holm;        ///< the chance of any false discovery at all
  Figure hochberg;    ///< the same for independent tests, less strict
  Figure bonferroni;  ///< the same, strictest and simplest
};

/// In the order given. NaN (a test that could not be made) gets nothing and does not count as one. Values
/// must lie from 0 to 1. Equal to R's p.adjust.
/// Source: Benjamini and Hochberg 1995; Benjamini and Yekutieli 2001; Holm 1979; Hochberg 1988.
[[nodiscard]] std::vector<AdjustedP> adjust(std::span<const double> p);

}  // namespace makegood
