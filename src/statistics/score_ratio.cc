#include <boost/math/tools/toms748_solve.hpp>

#include "statistics/policy.h"
#include "statistics/two_by_two.h"

namespace makegood {
namespace {

// The most likely p2 when p1 = ratio * p2: the smaller root of N ratio p^2 - B p + (a + b) = 0.
double share_under(const TwoByTwo& t, double ratio) {
  const double a = (t.n1 + t.n2) * ratio, b = ratio * (t.n1 + t.b) + t.a + t.n2, c = t.a + t.b;
  return 2 * c / (b + std::sqrt(std::max(0.0, b * b - 4 * a * c)));
}

// How far the data are from a ratio, squared, in standard errors; signed by the side.
double signed_score(const TwoByTwo& t, double ratio, double inflation) {
  const double p2 = share_under(t, ratio), p1 = std::min(1.0, ratio * p2);
  const double apart = t.a / t.n1 - ratio * (t.b / t.n2);
  const double variance = (p1 * (1 - p1) / t.n1 + ratio * ratio * p2 * (1 - p2) / t.n2) * inflation;
  if (apart == 0) return 0;
  return variance > 0 ? apart * std::fabs(apart) / variance : std::copysign(1e300, apart);
}

// From the estimate outwards until the target is passed, then between.
Figure solve(const TwoByTwo& t, double start, double direction, double target, double inflation) {
  const auto difference = [&](double log_ratio) { return signed_score(t, std::exp(log_ratio), inflation) - target; };
  double near = std::log(start), step = 0.5, far = near + direction * step;
  while (difference(far) * -direction < 0) {
    near = far;
    step *= 2;
    far += direction * step;
    if (std::fabs(far) > 700) return {};
  }
  const double low = std::min(near, far), high = std::max(near, far);
  const double at_low = difference(low), at_high = difference(high);
  if (at_low * at_high > 0) return {};
  std::uintmax_t rounds = 200;
  const boost::math::tools::eps_tolerance<double> close(50);
  const auto [from, to] = boost::math::tools::toms748_solve(difference, low, high, at_low, at_high, close, rounds, statistics::Policy());
  return statistics::figure(std::exp((from + to) / 2));
}

}  // namespace

Limits score_ratio(const TwoByTwo& t, const Confidence& confidence, Score score) {
  const double n = t.n1 + t.n2, z2 = confidence.z() * confidence.z();
  const double inflation = score == Score::koopman ? 1 : n / (n - 1);
  if (t.a == 0 && t.b == 0) return {.lower = 0, .upper = {}};  // no ratio is too far from nothing against nothing
  // Where the estimate is 0 or infinite the search starts from what half an event would make it.
  const double start = (std::max(t.a, 0.5) / t.n1) / (std::max(t.b, 0.5) / t.n2);
  Limits out;
  out.lower = t.a == 0 ? Figure(0) : solve(t, start, -1, z2, inflation);
  if (t.b > 0) out.upper = solve(t, start, 1, -z2, inflation);
  return out;
}

}  // namespace makegood
