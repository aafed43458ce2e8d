#pragma once
// Rates of small areas, drawn towards the rate of all by as much as chance makes them differ.

#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

struct ShrunkRate {
  Status status = Status::ok;
  Figure raw;       ///< events / population
  Figure weight;    ///< of the raw rate: 0 = all chance, towards 1 = its own
  Figure estimate;  ///< overall + weight (raw - overall)
};

/// Global empirical Bayes estimates by the method of moments.
/// Edge: where the rates differ by no more than chance, every weight is 0 and every estimate the overall rate; a unit
/// without population has no rate, and the overall rate as its estimate. Faulty units are left out of the overall rate.
/// Refuses, as a unit's status: negative.
/// Source: R. J. Marshall 1991, Applied Statistics 40.
[[nodiscard]] std::vector<ShrunkRate> shrink(std::span<const double> events, std::span<const double> population);

}  // namespace makegood
