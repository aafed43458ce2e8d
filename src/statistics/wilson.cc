#include "statistics/wilson.h"

#include "statistics/proportion.h"

namespace makegood {

Limits wilson(double events, double n, const Confidence& confidence) {
  double lower = 0, upper = 0;
  statistics::wilson_one(events, n, confidence.z(), lower, upper);
  return {lower, upper};
}

void wilson(std::span<const double> events, std::span<const double> n, const Confidence& confidence, std::span<double> lower,
            std::span<double> upper) {
  const auto count = events.size();
  const double z = confidence.z();
  const auto by_lanes = statistics::has_wilson_lanes() ? count - count % statistics::kWilsonLanes : 0;
  statistics::wilson_lanes(events.data(), n.data(), by_lanes, z, lower.data(), upper.data());
  for (auto i = by_lanes; i < count; ++i) statistics::wilson_one(events[i], n[i], z, lower[i], upper[i]);
}

}  // namespace makegood
