#pragma once
// The slope and the relative index of inequality: how an indicator runs from the most to the least deprived.

#include <span>

#include "statistics/status.h"

namespace makegood {

struct QuantileGroup {
  double population = 0;
  double value = 0;
};

/// What is done to the values before a line is laid through them.
enum class Transform { none, log, logit };

struct Inequality {
  Status status = Status::ok;
  Figure slope_index;     ///< value at the least deprived end less the value at the most deprived
  Figure relative_index;  ///< the first over the second
  Figure intercept;       ///< value at the most deprived end
};

/// Shape: groups in order from the most deprived; a line through their values, weighted by population,
/// against their place in the population (0 to 1).
/// Units: `multiplier` scales the slope index; a negative one turns the direction round (for indicators where
/// low is good), and the relative index becomes its inverse.
/// Edge: fewer than two groups with people: undefined.
/// Refuses: a population below 0 -> negative; a value that the transform does not allow -> out_of_range.
/// Source: UKHSA, PHEindicatormethods 2.1, phe_sii; Low and Low 2004, Journal of Public Health 26.
[[nodiscard]] Inequality inequality(std::span<const QuantileGroup> groups, Transform transform = Transform::none, double multiplier = 1);

}  // namespace makegood
