#pragma once
// Areas ranked and cut into quantile groups: deciles, quintiles.

#include <optional>
#include <span>
#include <vector>

#include "statistics/status.h"

namespace makegood {

enum class FirstGroup { highest_values, lowest_values };

/// The group (1 to `groups`) of each value, in the order given; NaN has none.
/// Shape: equal values share the lowest rank that any of them has, so groups may differ in size.
/// Edge: fewer values than groups: nobody has a group.
/// Source: UKHSA, PHEindicatormethods 2.1, phe_quantile.
[[nodiscard]] std::vector<std::optional<int>> quantile_groups(std::span<const double> values, int groups, FirstGroup first);

}  // namespace makegood
