#include "statistics/quantile_groups.h"

#include <algorithm>
#include <cmath>

namespace makegood {

std::vector<std::optional<int>> quantile_groups(std::span<const double> values, int groups, FirstGroup first) {
  std::vector<double> sorted;
  for (const double value : values)
    if (std::isfinite(value)) sorted.push_back(first == FirstGroup::highest_values ? -value : value);
  std::sort(sorted.begin(), sorted.end());
  std::vector<std::optional<int>> out(values.size());
  const auto n = static_cast<double>(sorted.size());
  if (groups < 1 || n < groups) return out;
  for (std::size_t i = 0; i < values.size(); ++i) {
    if (!std::isfinite(values[i])) continue;
    const double value = first == FirstGroup::highest_values ? -values[i] : values[i];
    const auto before = static_cast<double>(std::lower_bound(sorted.begin(), sorted.end(), value) - sorted.begin());
    const double from_the_end = std::ceil((n - before) / (n / groups));
    out[i] = std::max(1, groups + 1 - static_cast<int>(from_the_end));
  }
  return out;
}

}  // namespace makegood
