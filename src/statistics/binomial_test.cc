#include "statistics/binomial_test.h"

#include <algorithm>
#include <boost/math/special_functions/beta.hpp>

#include "statistics/log_chance.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::Policy;

double at_least(double x, double n, double p, double q) {
  if (x <= 0) return 1;
  if (x > n) return 0;
  return p <= q ? boost::math::ibeta(x, n - x + 1, p, Policy()) : boost::math::ibetac(n - x + 1, x, q, Policy());
}

double at_most(double x, double n, double p, double q) { return at_least(n - x, n, q, p); }

}  // namespace

double binomial_test(double events, double n, double p, double q) {
  if (n == 0) return 1;
  if (p == 0 || q == 0) return events == (p == 0 ? 0 : n) ? 1 : 0;
  const double limit = statistics::log_binomial_chance(events, n, p, q) + std::log1p(1e-7);
  const double mode = std::clamp(std::floor((n + 1) * p), 0.0, n);
  if (statistics::log_binomial_chance(mode, n, p, q) <= limit) return 1;
  // The nearest count on the other side of the mode that is no likelier, by halving.
  const bool above = events > mode;
  double inside = 0, outside = (above ? mode : n - mode) + 1;
  while (outside - inside > 1) {
    const double middle = std::floor((inside + outside) / 2);
    const double other = above ? mode - middle : mode + middle;
    (statistics::log_binomial_chance(other, n, p, q) <= limit ? outside : inside) = middle;
  }
  const double other = above ? mode - outside : mode + outside;
  const double sum = above ? at_least(events, n, p, q) + (other < 0 ? 0 : at_most(other, n, p, q))
                           : at_most(events, n, p, q) + (other > n ? 0 : at_least(other, n, p, q));
  return std::min(1.0, sum);
}

}  // namespace makegood
