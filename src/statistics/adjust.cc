#include "statistics/adjust.h"

#include <algorithm>
#include <cmath>

#include "statistics/mean.h"

namespace makegood {

std::vector<AdjustedP> adjust(std::span<const double> p) {
  std::vector<std::size_t> order;
  for (std::size_t i = 0; i < p.size(); ++i)
    if (!std::isnan(p[i])) order.push_back(i);
  std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return p[a] < p[b]; });
  const auto n = static_cast<double>(order.size());
  Sum harmonic;
  for (double i = 1; i <= n; ++i) harmonic += 1 / i;
  std::vector<AdjustedP> out(p.size());
  double least_bh = 1, least_by = 1, least_hochberg = 1, most_holm = 0;
  for (std::size_t k = order.size(); k-- > 0;) {  // from the largest p down
    const double value = p[order[k]], rank = static_cast<double>(k) + 1;
    least_bh = std::min(least_bh, n / rank * value);
    least_by = std::min(least_by, harmonic.value() * n / rank * value);
    least_hochberg = std::min(least_hochberg, (n - rank + 1) * value);
    out[order[k]] = {least_bh, least_by, {}, least_hochberg, std::min(1.0, n * value)};
  }
  for (std::size_t k = 0; k < order.size(); ++k) {  // and from the smallest up
    most_holm = std::max(most_holm, (n - static_cast<double>(k)) * p[order[k]]);
    out[order[k]].holm = std::min(1.0, most_holm);
  }
  return out;
}

}  // namespace makegood
