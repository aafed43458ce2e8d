#pragma once
// Units held against one standard, where they differ by more than chance because the standard does not know all
// that differs: without an allowance for that, half of them are outliers.

#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

/// On which scale the ratio observed / expected is compared with 1.
enum class RatioScale {
  plain,  ///< (O - E) / sqrt(E)
  root,   ///< 2 (sqrt(O) - sqrt(E)), whose variance does not depend on O
  log,    ///< log(O / E) sqrt(E)
};

struct DispersedUnit {
  Status status = Status::ok;
  Figure z;               ///< nothing allowed for
  Figure winsorised;      ///< the extreme tenths drawn in to the tenth and ninetieth percentiles
  Figure multiplicative;  ///< z / sqrt(phi), where phi is above 1
  Figure additive;        ///< with tau^2, the variance between units, added to each unit's own
};

struct Overdispersion {
  Figure phi;   ///< mean square of the winsorised z; 1: as chance has it
  Figure tau2;  ///< on the scale of the ratio; 0: none
  std::vector<DispersedUnit> units;
};

/// Edge: with fewer than two usable units nothing is adjusted (phi and tau2 do not exist, those z are empty).
/// Refuses, as a unit's status: negative; zero_denominator for nothing expected; undefined for log(0).
/// Source: D. J. Spiegelhalter 2005, Statistics in Medicine 24 (funnel plots) and Quality and Safety in Health Care 14
/// (over-dispersion). Percentiles by linear interpolation (R's type 7).
[[nodiscard]] Overdispersion overdispersion(std::span<const double> observed, std::span<const double> expected,
                                            RatioScale scale = RatioScale::plain);

}  // namespace makegood
