#include "statistics/log_chance.h"

#include <array>
#include <boost/math/special_functions/gamma.hpp>
#include <numbers>

#include "statistics/policy.h"

namespace makegood::statistics {
namespace {

constexpr double kFew = 16;  // below it the series is too short

double stirling_error_of_few(double n) {
  const double half_log_2pi = 0.5 * std::log(2 * std::numbers::pi);
  return n == 0 ? 0 : boost::math::lgamma(n + 1, Policy()) - (n + 0.5) * std::log(n) + n - half_log_2pi;
}

// What Stirling's formula leaves of log n!.
double stirling_error(double n) {
  static const auto kWhole = [] {
    std::array<double, static_cast<std::size_t>(kFew)> errors{};
    for (std::size_t i = 0; i < errors.size(); ++i) errors[i] = stirling_error_of_few(static_cast<double>(i));
    return errors;
  }();
  if (n < kFew) return n == std::floor(n) ? kWhole[static_cast<std::size_t>(n)] : stirling_error_of_few(n);
  const double s = 1 / (n * n);
  return (1.0 / 12 - (1.0 / 360 - (1.0 / 1260 - (1.0 / 1680 - 1.0 / 1188 * s) * s) * s) * s) / n;
}

// x log(x / m) + m - x without loss where x is near m.
double deviance(double x, double m) {
  const double apart = x - m;
  if (std::fabs(apart) >= 0.1 * (x + m)) return x * std::log(x / m) - apart;
  const double v = apart / (x + m);
  double sum = apart * v, power = 2 * x * v;
  for (int k = 3; k < 1000; k += 2) {
    power *= v * v;
    const double next = sum + power / k;
    if (next == sum) break;
    sum = next;
  }
  return sum;
}

}  // namespace

double log_binomial_chance(double x, double n, double p, double q) {
  if (x == 0) return p < q ? n * std::log1p(-p) : n * std::log(q);
  if (x == n) return p > q ? n * std::log1p(-q) : n * std::log(p);
  const double rest = n - x;
  return stirling_error(n) - stirling_error(x) - stirling_error(rest) - deviance(x, n * p) - deviance(rest, n * q) -
         0.5 * std::log(2 * std::numbers::pi * x * (rest / n));
}

}  // namespace makegood::statistics
