#include "statistics/rare_chart.h"

#include <cmath>

#include "statistics/policy.h"
#include "statistics/spc.h"

namespace makegood {
namespace {

using statistics::figure;

constexpr double kReach = 3;
constexpr double kTail = 0.0013498980316300933;  // beyond three sigmas of a normal, on one side
constexpr double kRoot = 3.6;

std::vector<double> without_faults(std::span<const double> values, const std::vector<RarePoint>& points) {
  std::vector<double> kept;
  for (std::size_t i = 0; i < values.size(); ++i)
    if (points[i].status == Status::ok) kept.push_back(values[i]);
  return kept;
}

// The fewest cases x with P(X <= x) >= share, where P(X > x) = q^(x + 1).
Figure geometric_quantile(double share, double mean) {
  const double log_q = -std::log1p(1 / mean);  // q = mean / (1 + mean)
  return figure(std::fmax(0, std::ceil(std::log1p(-share) / log_q - 1 - 1e-9)));
}

int side_of(double value, const RarePoint& point) {
  if (point.limits.upper && value > *point.limits.upper) return 1;
  return point.limits.lower && value < *point.limits.lower ? -1 : 0;
}

}  // namespace

std::vector<RarePoint> g_chart(std::span<const double> gaps) {
  std::vector<RarePoint> points(gaps.size());
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    if (std::isnan(gaps[i]))
      points[i].status = Status::missing;
    else if (gaps[i] < 0)
      points[i].status = Status::negative;
    else if (gaps[i] != std::floor(gaps[i]))
      points[i].status = Status::not_whole;
  }
  long double sum = 0;
  const auto kept = without_faults(gaps, points);
  for (const double gap : kept) sum += gap;
  if (kept.empty()) return points;
  const double mean = static_cast<double>(sum / static_cast<long double>(kept.size()));
  const double reach = kReach * std::sqrt(mean) * std::sqrt(mean + 1);
  for (std::size_t i = 0; i < gaps.size(); ++i) {
    auto& point = points[i];
    if (point.status != Status::ok) continue;
    point.centre = figure(mean);
    point.limits = {mean - reach >= 0 ? figure(mean - reach) : Figure(), figure(mean + reach)};
    point.by_chance =
        mean > 0 ? Limits{geometric_quantile(kTail, mean), geometric_quantile(1 - kTail, mean)} : Limits{0.0, 0.0};
    point.outside = side_of(gaps[i], point);
  }
  return points;
}

std::vector<RarePoint> t_chart(std::span<const double> times) {
  std::vector<RarePoint> points(times.size());
  std::vector<double> roots;
  for (std::size_t i = 0; i < times.size(); ++i) {
    if (std::isnan(times[i]))
      points[i].status = Status::missing;
    else if (times[i] < 0)
      points[i].status = Status::negative;
    else
      roots.push_back(std::pow(times[i], 1 / kRoot));
  }
  const auto chart = xmr(roots, {}, {.screen_outliers = false});
  const auto back = [](const Figure& root) { return root && *root >= 0 ? figure(std::pow(*root, kRoot)) : Figure(); };
  std::size_t next = 0;
  for (std::size_t i = 0; i < times.size(); ++i) {
    auto& point = points[i];
    if (point.status != Status::ok) continue;
    const auto& root = chart[next++];
    point.status = root.status;
    point.centre = back(root.mean);
    point.limits = {back(root.limits.lower), back(root.limits.upper)};
    point.outside = side_of(times[i], point);
  }
  return points;
}

}  // namespace makegood
