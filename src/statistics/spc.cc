#include "statistics/spc.h"

#include <algorithm>
#include <cmath>

namespace makegood {
namespace {

constexpr double kLimits = 2.66;   // 3 / 1.128, as published for moving ranges of two
constexpr double kScreen = 3.267;  // upper limit of a moving range, in mean moving ranges
constexpr std::size_t kSettled = 13;

// Deviations from the first value are summed, so that a shift of the whole series costs no digits.
double mean_of(std::span<const double> values) {
  long double sum = 0;
  for (const double value : values) sum += static_cast<long double>(value) - values.front();
  return static_cast<double>(values.front() + sum / static_cast<long double>(values.size()));
}

double mean_moving_range(std::span<const double> values, bool screen) {
  std::vector<double> ranges;
  for (std::size_t i = 1; i < values.size(); ++i) ranges.push_back(std::fabs(values[i] - values[i - 1]));
  const double all = mean_of(ranges);
  if (!screen || all == 0) return all;
  std::erase_if(ranges, [&](double range) { return range >= kScreen * all; });
  return ranges.empty() ? all : mean_of(ranges);
}

void place(XmrPoint& point, double value) {
  const double mean = *point.mean, reach = *point.limits.upper - mean;
  point.side = (value > mean) - (value < mean);
  point.outside = value > *point.limits.upper || value < *point.limits.lower;
  point.near = !point.outside && (value > mean + reach * 2 / 3 || value < mean - reach * 2 / 3);
}

// The first rule that a point meets gives its label.
void label(std::span<const double> values, std::span<XmrPoint> points) {
  spc::Marks near, sides;
  for (const auto& point : points) {
    near.push_back(point.near ? 1 : 0);
    sides.push_back(point.side);
  }
  const auto trend = spc::whole_sevens(spc::ends_of_seven_in_trend(values));
  const auto pairs = spc::near_in_two_in_three(near, sides);
  const auto runs = spc::whole_sevens(spc::ends_of_seven_on_a_side(sides));
  const auto signed_cause = [](int sign, SpecialCause up, SpecialCause down) { return sign > 0 ? up : down; };
  for (std::size_t i = 0; i < points.size(); ++i) {
    auto& cause = points[i].cause;
    if (points[i].outside)
      cause = signed_cause(sides[i], SpecialCause::above_limit, SpecialCause::below_limit);
    else if (trend[i] != 0)
      cause = signed_cause(trend[i], SpecialCause::rising_trend, SpecialCause::falling_trend);
    else if (pairs[i] != 0)
      cause = signed_cause(pairs[i], SpecialCause::two_in_three_above, SpecialCause::two_in_three_below);
    else if (runs[i] != 0)
      cause = signed_cause(runs[i], SpecialCause::seven_above, SpecialCause::seven_below);
  }
}

void chart_group(std::span<const double> values, std::span<XmrPoint> points, const XmrRules& rules) {
  const auto basis = rules.fix_after == 0 ? values : values.first(std::min(rules.fix_after, values.size()));
  const double mean = mean_of(basis);
  const double reach = basis.size() < 2 ? 0 : kLimits * mean_moving_range(basis, rules.screen_outliers);
  const bool reckoned = std::isfinite(mean + reach) && std::isfinite(mean - reach);
  for (std::size_t i = 0; i < values.size(); ++i) {
    auto& point = points[i];
    point.status = !reckoned ? Status::out_of_range : basis.size() < 2 ? Status::undefined : Status::ok;
    if (!reckoned) continue;
    point.mean = mean;
    point.trial = basis.size() < kSettled;
    if (basis.size() < 2) continue;
    point.limits = {mean - reach, mean + reach};
    place(point, values[i]);
  }
  if (reckoned && basis.size() >= 2) label(values, points);
}

}  // namespace

std::vector<XmrPoint> xmr(std::span<const double> values, std::span<const std::size_t> starts, const XmrRules& rules) {
  std::vector<XmrPoint> points(values.size());
  std::vector<std::size_t> cuts{0, values.size()};
  for (const auto start : starts)
    if (start < values.size()) cuts.push_back(start);
  std::sort(cuts.begin(), cuts.end());
  cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
  for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
    const auto size = cuts[i + 1] - cuts[i];
    chart_group(values.subspan(cuts[i], size), std::span(points).subspan(cuts[i], size), rules);
  }
  return points;
}

}  // namespace makegood
