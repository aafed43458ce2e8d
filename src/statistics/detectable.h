#pragma once
// How large a disparity would have to be for numbers like these to show it. Asked before the analysis: "no
// significant difference" from a panel that could not have seen a doubling is not a finding.

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

struct Detectable {
  Status status = Status::ok;
  Figure higher_share, higher_ratio;  ///< the nearest share above `share2` that would be seen, and its ratio to it
  Figure lower_share, lower_ratio;    ///< and below it
};

/// With `n1` and `n2` people, a share of `share2` in the second group, and the chance `power` of seeing it.
/// Shape: normal approximation, pooled variance under no difference; equal to R's power.prop.test for n1 = n2.
/// Edge: where even 0 or 1 would not be seen, that side is empty; both empty: undefined.
/// Refuses: n1 or n2 below 1 -> zero_denominator; a share outside 0 to 1, power outside (tail, 1) -> out_of_range.
/// Source: Fleiss, Levin and Paik 2003, Statistical methods for rates and proportions, chapter 4.
[[nodiscard]] Detectable detectable(double n1, double n2, double share2, double power = 0.8, const Confidence& confidence = {});

}  // namespace makegood
