#include "statistics/count_chart.h"

#include <algorithm>
#include <cmath>

#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

constexpr double kReach = 3;
constexpr double kMeanRangeOfTwo = 1.128;  // expected moving range of two, in sigmas, as the charts' tables have it

Status fault_of(double events, double n, CountOf kind) {
  if (std::isnan(events) || std::isnan(n)) return Status::missing;
  if (events < 0 || n < 0) return Status::negative;
  if (n == 0) return Status::zero_denominator;
  if (kind == CountOf::people && events > n) return Status::events_exceed_n;
  return Status::ok;
}

double variance(double centre, double n, CountOf kind) {
  return (kind == CountOf::people ? centre * (1 - centre) : centre) / n;
}

Limits around(double centre, double reach, CountOf kind) {
  const double upper = centre + reach;
  return statistics::limits(std::max(0.0, centre - reach), kind == CountOf::people ? std::min(1.0, upper) : upper);
}

Figure centre_of(std::span<const double> events, std::span<const double> n, const std::vector<CountPoint>& points) {
  long double all_events = 0, all = 0;
  for (std::size_t i = 0; i < points.size(); ++i) {
    if (points[i].status != Status::ok) continue;
    all_events += events[i];
    all += n[i];
  }
  return all > 0 ? figure(static_cast<double>(all_events / all)) : Figure();
}

// From the mean moving range of z. Nothing where fewer than two points have a z.
Figure spread_of_z(const std::vector<CountPoint>& points) {
  double sum = 0;
  std::size_t ranges = 0;
  const CountPoint* before = nullptr;
  for (const auto& point : points) {
    if (!point.z) continue;
    if (before) {
      sum += std::fabs(*point.z - *before->z);
      ++ranges;
    }
    before = &point;
  }
  return ranges > 0 ? figure(sum / static_cast<double>(ranges) / kMeanRangeOfTwo) : Figure();
}

}  // namespace

CountChart count_chart(std::span<const double> events, std::span<const double> n, CountOf kind) {
  CountChart chart;
  chart.points.resize(events.size());
  for (std::size_t i = 0; i < events.size(); ++i) chart.points[i].status = fault_of(events[i], n[i], kind);
  chart.centre = centre_of(events, n, chart.points);
  if (!chart.centre) return chart;
  for (std::size_t i = 0; i < events.size(); ++i) {
    auto& point = chart.points[i];
    if (point.status != Status::ok) continue;
    const double sigma = std::sqrt(variance(*chart.centre, n[i], kind));
    point.value = figure(events[i] / n[i]);
    point.plain = around(*chart.centre, kReach * sigma, kind);
    if (!(sigma > 0)) continue;
    point.sigma = figure(sigma);
    point.z = figure((events[i] / n[i] - *chart.centre) / sigma);
  }
  chart.sigma_z = spread_of_z(chart.points);
  for (auto& point : chart.points)
    if (chart.sigma_z && point.sigma)
      point.corrected = around(*chart.centre, kReach * *point.sigma * *chart.sigma_z, kind);
  return chart;
}

}  // namespace makegood
