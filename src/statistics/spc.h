#pragma once
// XmR charts: is a series doing anything but what it always does?

#include <cstdint>
#include <span>
#include <vector>

#include "statistics/spc_rules.h"
#include "statistics/status.h"

namespace makegood {

struct XmrRules {
  bool screen_outliers = true;  ///< moving ranges of 3.267 times their mean or more do not count, once
  std::size_t fix_after = 0;    ///< limits from the first so many points of each group; 0 = all
};

struct XmrPoint {
  Status status = Status::ok;  ///< undefined: one point has no limits; out_of_range: beyond what can be reckoned
  Figure mean;
  Limits limits;
  bool outside = false;  ///< beyond a limit
  bool near = false;     ///< within them, beyond two thirds of the way
  int side = 0;          ///< of the mean: 1, 0, -1
  SpecialCause cause = SpecialCause::common;
  bool trial = false;  ///< limits from fewer than 13 points
};

/// Mean, natural process limits and label of each value of one series, in time order.
/// Shape: one answer a value; limits are mean +- 2.66 times the mean moving range.
/// `starts`: positions where limits are worked out afresh (a rebase); runs never cross one. 0 need not be there.
/// Edge: one value in a group has a mean and no limits; a constant series has limits equal to it and no signal.
/// Source: Wheeler, Understanding Variation (2000); NHS England Making Data Count; NHSRplotthedots 0.2.
[[nodiscard]] std::vector<XmrPoint> xmr(std::span<const double> values, std::span<const std::size_t> starts,
                                        const XmrRules& rules = {});

}  // namespace makegood
