#pragma once
// A share of people, and how well it is known.

#include <span>

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

struct Proportion {
  Status status = Status::ok;
  Figure estimate;
  Limits wilson, clopper_pearson;
};

/// The share `events / n` with Wilson's and Clopper and Pearson's limits.
/// Shape: both from 0 to 1; a lower limit is exactly 0 for no events, an upper exactly 1 for n of n.
/// Units: `events` and `n` count the same people; fractions (weighted counts) are allowed.
/// Edge: n = 0 gives zero_denominator and no figure. Holds its digits to n = 9e15.
/// Refuses, as its status: negative, too_large, events_exceed_n.
/// Source: Wilson 1927, JASA 22; Clopper and Pearson 1934, Biometrika 26; UKHSA technical guide (2018).
[[nodiscard]] Proportion proportion(double events, double n, const Confidence& confidence = {});

/// What `proportion` would refuse, or ok. Both must be numbers.
[[nodiscard]] Status check_share(double events, double n);

/// Wilson's limits alone. The arguments must have passed `check_share`.
[[nodiscard]] Limits wilson(double events, double n, const Confidence& confidence);
/// Of many shares at once, several times as fast: to the last bit what the one above gives for each.
/// Shape: all four are equally long; `lower` and `upper` are filled. The arguments must have passed `check_share`.
void wilson(std::span<const double> events, std::span<const double> n, const Confidence& confidence, std::span<double> lower,
            std::span<double> upper);
/// Clopper and Pearson's exact limits alone. The arguments must have passed `check_share`.
[[nodiscard]] Limits clopper_pearson(double events, double n, const Confidence& confidence);

}  // namespace makegood
