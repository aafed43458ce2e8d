#pragma once
// Limits for a panel that looks at its figures every month. Ordinary limits are for one look: who looks twelve
// times a year and stops at the first alarm is fooled far more often than one time in twenty. These hold at all looks
// together, and are wider for it.

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

/// Limits of a share that hold for every n at once.
/// Shape: all shares p under which the mixture of likelihoods (uniform over shares) does not exceed that of p by
/// 1 / (1 - level) times: the inverted beta-binomial martingale.
/// Edge: n = 0: 0 to 1. Refuses (no limits): what `check_share` refuses, a number that is not whole.
/// Source: Robbins 1970, Annals of Mathematical Statistics 41; Ville 1939.
[[nodiscard]] Limits anytime_share(double events, double n, const Confidence& confidence = {});

}  // namespace makegood
