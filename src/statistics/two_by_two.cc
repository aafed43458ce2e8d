#include "statistics/two_by_two.h"

#include <boost/math/special_functions/erf.hpp>

#include "statistics/counts.h"
#include "statistics/policy.h"
#include "statistics/proportion.h"

namespace makegood {
namespace {

using statistics::figure;

Limits around_log(double ratio, double error, const Confidence& confidence) {
  const double factor = std::exp(confidence.z() * error);
  return statistics::limits(ratio / factor, ratio * factor);
}

// a d - b c, exact to the last digit where the two products are nearly equal.
double cross_difference(double a, double d, double b, double c) {
  const double bc = b * c;
  return std::fma(a, d, -bc) + std::fma(-b, c, bc);
}

double chi_square_tail(double statistic) { return boost::math::erfc(std::sqrt(statistic / 2), statistics::Policy()); }

}  // namespace

Status check_table(const TwoByTwo& t) {
  if (const auto counts = check_counts({t.a, t.n1, t.b, t.n2}); counts != Status::ok) return counts;
  if (t.a > t.n1 || t.b > t.n2) return Status::events_exceed_n;
  return t.n1 == 0 || t.n2 == 0 ? Status::zero_denominator : Status::ok;
}

Figure risk_ratio(const TwoByTwo& t) { return figure(t.a * t.n2 / (t.b * t.n1)); }

Limits katz(const TwoByTwo& t, const Confidence& confidence) {
  if (t.a == 0 || t.b == 0) return {};
  // 1/a - 1/n is written as what it is, the share without the event over the events.
  return around_log(*risk_ratio(t), std::sqrt((t.n1 - t.a) / t.n1 / t.a + (t.n2 - t.b) / t.n2 / t.b), confidence);
}

Figure odds_ratio(const TwoByTwo& t) { return figure(t.a * (t.n2 - t.b) / (t.b * (t.n1 - t.a))); }

Limits woolf(const TwoByTwo& t, const Confidence& confidence) {
  const double c = t.n1 - t.a, d = t.n2 - t.b;
  if (t.a == 0 || t.b == 0 || c == 0 || d == 0) return {};
  return around_log(*odds_ratio(t), std::sqrt(1 / t.a + 1 / t.b + 1 / c + 1 / d), confidence);
}

double risk_difference(const TwoByTwo& t) { return cross_difference(t.a, t.n2, t.b, t.n1) / t.n1 / t.n2; }

Limits newcombe(const TwoByTwo& t, const Confidence& confidence) {
  const double p1 = t.a / t.n1, p2 = t.b / t.n2, difference = risk_difference(t);
  const auto first = wilson(t.a, t.n1, confidence), second = wilson(t.b, t.n2, confidence);
  return {difference - std::hypot(p1 - *first.lower, *second.upper - p2),
          difference + std::hypot(*first.upper - p1, p2 - *second.lower)};
}

ChiSquare chi_square(const TwoByTwo& t) {
  const double n = t.n1 + t.n2, events = t.a + t.b, rest = n - events;
  ChiSquare out;
  out.min_expected = std::min(t.n1, t.n2) / n * std::min(events, rest);
  if (events == 0 || rest == 0) return out;
  const double apart = std::fabs(cross_difference(t.a, t.n2 - t.b, t.b, t.n1 - t.a));
  const auto statistic = [&](double distance) { return (distance / t.n1 / t.n2) * (distance / events / rest) * n; };
  out.plain = figure(statistic(apart));
  out.yates = figure(statistic(apart - std::min(apart, n / 2)));
  out.plain_p = figure(chi_square_tail(*out.plain));
  out.yates_p = figure(chi_square_tail(*out.yates));
  return out;
}

}  // namespace makegood
