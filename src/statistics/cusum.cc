#include "statistics/cusum.h"

#include <algorithm>
#include <cmath>

#include "statistics/policy.h"

namespace makegood {
namespace {

constexpr double kMeanRangeOfTwo = 1.128;

double mean_of(std::span<const double> values) {
  long double sum = 0;
  for (const double value : values) sum += static_cast<long double>(value) - values.front();
  return static_cast<double>(values.front() + sum / static_cast<long double>(values.size()));
}

double sigma_of(std::span<const double> values) {
  double sum = 0;
  for (std::size_t i = 1; i < values.size(); ++i) sum += std::fabs(values[i] - values[i - 1]);
  return values.size() < 2 ? 0 : sum / static_cast<double>(values.size() - 1) / kMeanRangeOfTwo;
}

}  // namespace

std::vector<CusumPoint> cusum(std::span<const double> values, const CusumRules& rules) {
  std::vector<CusumPoint> points(values.size());
  if (values.empty()) return points;
  const bool sensible = rules.slack >= 0 && rules.decision > 0 && (!rules.sigma || *rules.sigma > 0);
  const double target = rules.target ? *rules.target : mean_of(values);
  const double sigma = rules.sigma ? *rules.sigma : sigma_of(values);
  double high = 0, low = 0;
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto& point = points[i];
    point.status = !sensible ? Status::out_of_range : sigma > 0 ? Status::ok : Status::undefined;
    if (point.status != Status::ok) continue;
    const double z = (values[i] - target) / sigma;
    high = std::max(0.0, high + z - rules.slack);
    low = std::max(0.0, low - z - rules.slack);
    if (!std::isfinite(high + low)) {
      point.status = Status::out_of_range;
      continue;
    }
    point.z = z;
    point.high = high;
    point.low = low;
    if (std::max(high, low) > rules.decision) point.signal = high >= low ? 1 : -1;
  }
  return points;
}

}  // namespace makegood
