#include "statistics/inequality.h"

#include <vector>

#include "statistics/counts.h"
#include "statistics/mean.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

double there(double value, Transform transform) {
  if (transform == Transform::log) return std::log(value);
  return transform == Transform::logit ? std::log(value / (1 - value)) : value;
}

double back(double value, Transform transform) {
  if (transform == Transform::log) return std::exp(value);
  return transform == Transform::logit ? 1 / (1 + std::exp(-value)) : value;
}

struct Line {
  double start = 0, slope = 0;
};

// Weighted least squares; `place` and `value` are taken from their means first.
Line through(const std::vector<double>& weight, const std::vector<double>& place, const std::vector<double>& value) {
  Sum total, places, values, across, square;
  for (std::size_t i = 0; i < weight.size(); ++i) {
    total += weight[i];
    places += weight[i] * place[i];
    values += weight[i] * value[i];
  }
  const double centre = places.value() / total.value(), height = values.value() / total.value();
  for (std::size_t i = 0; i < weight.size(); ++i) {
    across += weight[i] * (place[i] - centre) * (value[i] - height);
    square += weight[i] * (place[i] - centre) * (place[i] - centre);
  }
  const double slope = across.value() / square.value();
  return {height - slope * centre, slope};
}

}  // namespace

Inequality inequality(std::span<const QuantileGroup> groups, Transform transform, double multiplier) {
  Inequality out;
  Sum people;
  std::vector<double> weight, place, value;
  std::size_t peopled = 0;
  for (const auto& group : groups) {
    out.status = check_amounts({group.population});
    value.push_back(there(group.value, transform));
    if (out.status == Status::ok && !std::isfinite(value.back())) out.status = Status::out_of_range;
    if (out.status != Status::ok) return out;
    place.push_back(people.value() + group.population / 2);
    weight.push_back(group.population);
    people += group.population;
    peopled += group.population > 0 ? 1U : 0U;
  }
  if (peopled < 2) out.status = Status::undefined;
  if (peopled < 2) return out;
  for (auto& at : place) at /= people.value();
  const auto line = through(weight, place, value);
  const double first = back(line.start, transform), last = back(line.start + line.slope, transform);
  out.intercept = figure(first);
  out.slope_index = figure((last - first) * multiplier);
  out.relative_index = figure(multiplier < 0 ? first / last : last / first);
  return out;
}

}  // namespace makegood
