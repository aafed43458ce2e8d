#pragma once
// Do the strata share one odds ratio? Breslow and Day's statistic and Tarone's correction of it.

#include <span>

#include "statistics/two_by_two.h"

namespace makegood::statistics {

struct Homogeneity {
  double breslow_day = 0, tarone = 0;
  int informative = 0;  ///< strata in which some of both groups could have had the event and some not
};

/// Against the common odds ratio, above 0. The tables have passed `check_table`.
[[nodiscard]] Homogeneity homogeneity(std::span<const TwoByTwo> strata, double odds_ratio);

}  // namespace makegood::statistics
