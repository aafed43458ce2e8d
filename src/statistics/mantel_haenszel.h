#pragma once
// One comparison made within strata (age bands, forces, grades) and put together again, so that two
// groups are compared like with like.

#include <span>

#include "statistics/two_by_two.h"

namespace makegood {

/// A figure with its limits.
struct Estimate {
  Figure value;
  Limits limits;
};

struct MantelHaenszel {
  Status status = Status::ok;
  Figure crude_risk_ratio;  ///< of all strata added up
  Estimate odds_ratio;      ///< limits by Robins, Breslow and Greenland
  Estimate risk_ratio;      ///< limits by Greenland and Robins
  Estimate risk_difference; ///< limits by Sato
  Figure cmh, cmh_p;                        ///< Cochran-Mantel-Haenszel chi-square, 1 degree of freedom
  Figure cmh_corrected, cmh_corrected_p;    ///< with R's continuity correction
  Figure breslow_day, tarone, tarone_p;     ///< do the strata share one odds ratio?
  int homogeneity_df = 0;                   ///< informative strata less one
  /// The crude risk ratio and the one within strata lie on different sides of 1 (Simpson's reversal), or some
  /// stratum on the other side of 1 than the crude one.
  bool reversed = false, some_stratum_reversed = false;
};

/// Shape: every stratum has two groups, checked as `check_table` does, except that a group without people
/// leaves its stratum without information: it is passed over.
/// Edge: no informative stratum: undefined. An estimate without events in the second group: none.
/// Source: Mantel and Haenszel 1959; Robins, Breslow and Greenland 1986, Biometrics 42; Greenland and Robins
/// 1985, Biometrics 41; Sato 1989, Biometrics 45; Breslow and Day 1980, vol. I; Tarone 1985, Biometrika 72.
[[nodiscard]] MantelHaenszel mantel_haenszel(std::span<const TwoByTwo> strata, const Confidence& confidence = {});

/// Events `a` in time `t1`, `b` in `t2`, in one stratum.
struct RateStratum {
  double a = 0, t1 = 0, b = 0, t2 = 0;
};

struct StratifiedRateRatio {
  Status status = Status::ok;
  Estimate ratio;
};

/// The Mantel-Haenszel rate ratio. Edge: strata without time in either group are passed over.
/// Source: Rothman and Greenland, Modern epidemiology; Greenland and Robins 1985.
[[nodiscard]] StratifiedRateRatio mantel_haenszel_rate(std::span<const RateStratum> strata, const Confidence& confidence = {});

}  // namespace makegood
