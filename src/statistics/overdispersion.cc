#include "statistics/overdispersion.h"

#include <algorithm>
#include <cmath>

#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

constexpr double kTail = 0.1;

// How far the ratio lies from 1, and the standard error of that, on a scale.
struct Distance {
  double value = 0, error = 1;
  [[nodiscard]] double z() const { return value / error; }
};

// Written so that nothing cancels where O is close to E and both are large.
Distance distance(double observed, double expected, RatioScale scale) {
  const double error = 1 / std::sqrt(expected);
  switch (scale) {
    case RatioScale::plain:
      return {(observed - expected) / expected, error};
    case RatioScale::root:
      return {std::sqrt(observed / expected) - 1, error / 2};
    case RatioScale::log:
      return {std::log1p((observed - expected) / expected), error};
  }
  return {};
}

Status fault_of(double observed, double expected, RatioScale scale) {
  if (std::isnan(observed) || std::isnan(expected)) return Status::missing;
  if (observed < 0 || expected < 0) return Status::negative;
  if (expected == 0) return Status::zero_denominator;
  return scale == RatioScale::log && observed == 0 ? Status::undefined : Status::ok;
}

double percentile(const std::vector<double>& sorted, double share) {
  const double at = static_cast<double>(sorted.size() - 1) * share;
  const auto below = static_cast<std::size_t>(at);
  if (below + 1 == sorted.size()) return sorted.back();
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[below + 1] - sorted[below]);
}

// Spiegelhalter's method of moments for the variance between units.
double variance_between(const std::vector<Distance>& distances, double phi) {
  double weights = 0, squares = 0;
  for (const auto& one : distances) {
    const double weight = 1 / (one.error * one.error);
    weights += weight;
    squares += weight * weight;
  }
  const auto count = static_cast<double>(distances.size());
  const double room = weights - squares / weights;
  return room > 0 ? std::max(0.0, (count * phi - (count - 1)) / room) : 0;
}

}  // namespace

Overdispersion overdispersion(std::span<const double> observed, std::span<const double> expected, RatioScale scale) {
  Overdispersion out;
  out.units.resize(observed.size());
  std::vector<Distance> distances;
  std::vector<double> sorted;
  for (std::size_t i = 0; i < observed.size(); ++i) {
    out.units[i].status = fault_of(observed[i], expected[i], scale);
    if (out.units[i].status != Status::ok) continue;
    distances.push_back(distance(observed[i], expected[i], scale));
    sorted.push_back(distances.back().z());
    out.units[i].z = figure(sorted.back());
  }
  if (distances.size() < 2) return out;
  std::sort(sorted.begin(), sorted.end());
  const double low = percentile(sorted, kTail), high = percentile(sorted, 1 - kTail);
  double squares = 0;
  for (const double z : sorted) squares += std::pow(std::clamp(z, low, high), 2);
  const double phi = squares / static_cast<double>(sorted.size());
  const double tau2 = variance_between(distances, phi);
  out.phi = figure(phi);
  out.tau2 = figure(tau2);
  std::size_t next = 0;
  for (auto& unit : out.units) {
    if (unit.status != Status::ok) continue;
    const auto& one = distances[next++];
    unit.winsorised = figure(std::clamp(one.z(), low, high));
    unit.multiplicative = figure(one.z() / std::sqrt(std::max(1.0, phi)));
    unit.additive = figure(one.value / std::sqrt(one.error * one.error + tau2));
  }
  return out;
}

}  // namespace makegood
