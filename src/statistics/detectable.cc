#include "statistics/detectable.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <numbers>

#include "statistics/counts.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

// How far the difference exceeds what would just be seen, in standard errors of the difference.
double margin(double n1, double n2, double p1, double p2, double z, double z_power) {
  const double pooled = (n1 * p1 + n2 * p2) / (n1 + n2);
  const double none = std::sqrt(pooled * (1 - pooled) * (1 / n1 + 1 / n2));
  const double some = std::sqrt(p1 * (1 - p1) / n1 + p2 * (1 - p2) / n2);
  return std::fabs(p1 - p2) - z * none - z_power * some;
}

template <class F>
Figure root_between(F margin_at, double share, double end) {
  if (share == end || margin_at(end) <= 0) return {};
  const double low = std::min(share, end), high = std::max(share, end);
  std::uintmax_t rounds = 200;
  const boost::math::tools::eps_tolerance<double> close(50);
  const auto [from, to] = boost::math::tools::toms748_solve(margin_at, low, high, close, rounds, statistics::Policy());
  return statistics::figure((from + to) / 2);
}

}  // namespace

Detectable detectable(double n1, double n2, double share2, double power, const Confidence& confidence) {
  Detectable out;
  out.status = check_amounts({n1, n2});
  if (out.status == Status::ok && (n1 < 1 || n2 < 1)) out.status = Status::zero_denominator;
  const bool sensible = share2 >= 0 && share2 <= 1 && power > confidence.tail() && power < 1;
  if (out.status == Status::ok && !sensible) out.status = Status::out_of_range;
  if (out.status != Status::ok) return out;
  const double z_power = -std::numbers::sqrt2 * boost::math::erfc_inv(2 * power, statistics::Policy());
  const auto at = [&](double p1) { return p1 == share2 ? -1.0 : margin(n1, n2, p1, share2, confidence.z(), z_power); };
  out.higher_share = root_between(at, share2, 1);
  out.lower_share = root_between(at, share2, 0);
  const auto ratio = [&](const Figure& share) { return share ? statistics::figure(*share / share2) : Figure(); };
  out.higher_ratio = ratio(out.higher_share);
  out.lower_ratio = ratio(out.lower_share);
  if (!out.higher_share && !out.lower_share) out.status = Status::undefined;
  return out;
}

}  // namespace makegood
