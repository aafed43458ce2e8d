#include "statistics/anytime.h"

#include <boost/math/tools/toms748_solve.hpp>

#include "statistics/counts.h"
#include "statistics/log_chance.h"
#include "statistics/policy.h"

namespace makegood {

// Under a uniform mixture every number of events from 0 to n is equally likely, 1 / (n + 1); so p stays in the
// interval while its binomial chance of the events seen is above (1 - level) / (n + 1).
Limits anytime_share(double events, double n, const Confidence& confidence) {
  if (check_counts({events, n}) != Status::ok || events > n) return {};
  if (n == 0) return {0.0, 1.0};
  const double least = std::log(2 * confidence.tail()) - std::log1p(n);
  const auto above = [&](double p) {
    if (p <= 0) return events == 0 ? -least : -1e300;
    if (p >= 1) return events == n ? -least : -1e300;
    return statistics::log_binomial_chance(events, n, p, 1 - p) - least;
  };
  const auto root = [&](double low, double high) {
    std::uintmax_t rounds = 300;
    const boost::math::tools::eps_tolerance<double> close(50);
    const auto [from, to] = boost::math::tools::toms748_solve(above, low, high, close, rounds, statistics::Policy());
    return (from + to) / 2;
  };
  const double share = events / n;
  return {events == 0 ? 0 : root(0, share), events == n ? 1 : root(share, 1)};
}

}  // namespace makegood
