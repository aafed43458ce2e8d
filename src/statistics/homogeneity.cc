#include "statistics/homogeneity.h"

#include <cmath>

#include "statistics/mean.h"

namespace makegood::statistics {
namespace {

// What `a` would be with these margins and this odds ratio: the root of a quadratic that lies between the
// fewest and the most that are possible, in the form that does not cancel.
double expected(const TwoByTwo& t, double odds_ratio) {
  const double events = t.a + t.b, A = odds_ratio - 1;
  const double B = odds_ratio * (t.n1 + events) + t.n2 - events, C = odds_ratio * t.n1 * events;
  const double root = std::sqrt(std::max(0.0, B * B - 4 * A * C));
  return B >= 0 ? 2 * C / (B + root) : (B - root) / (2 * A);
}

}  // namespace

Homogeneity homogeneity(std::span<const TwoByTwo> strata, double odds_ratio) {
  Homogeneity out;
  Sum statistic, apart, variances;
  for (const auto& t : strata) {
    const double events = t.a + t.b, rest = t.n1 + t.n2 - events;
    if (events == 0 || rest == 0) continue;
    const double a = expected(t, odds_ratio);
    const double variance = 1 / (1 / a + 1 / (t.n1 - a) + 1 / (events - a) + 1 / (t.n2 - events + a));
    if (!(variance > 0)) continue;
    ++out.informative;
    statistic += (t.a - a) * ((t.a - a) / variance);
    apart += t.a - a;
    variances += variance;
  }
  out.breslow_day = statistic.value();
  out.tarone = variances.value() > 0 ? out.breslow_day - apart.value() * (apart.value() / variances.value()) : out.breslow_day;
  return out;
}

}  // namespace makegood::statistics
