#include "statistics/beta_quantile.h"

#include <boost/math/special_functions/beta.hpp>
#include <optional>

#include "statistics/log_chance.h"
#include "statistics/policy.h"

namespace makegood::statistics {
namespace {

constexpr double kSmallest = 2;     // below this the first guess is poor, and Boost's own inversion is used
constexpr double kClose = 1e-12;    // what the series leaves out, relative to x
constexpr int kRounds = 4;

// A normal approximation, good to three digits. Source: Abramowitz and Stegun 26.5.22.
double first_guess(double a, double b, double z) {
  const double ra = 1 / (2 * a - 1), rb = 1 / (2 * b - 1), h = 2 / (ra + rb), lambda = (z * z - 3) / 6;
  if (h + lambda <= 0) return a / (a + b);
  const double w = z * std::sqrt(h + lambda) / h - (rb - ra) * (lambda + 5.0 / 6 - 2 / (3 * h));
  return a / (a + b * std::exp(2 * w));
}

struct Step {
  double step = 0, left_out = 0;
};

// The quantile as a series in u, the distance in probability over the density. One evaluation of the
// distribution gives fifteen digits from three. Source: Hill and Davis 1968, Annals of Mathematical Statistics 39.
Step series(double a, double b, double x, double u) {
  const double y = 1 - x, p = (a - 1) / x, q = (b - 1) / y;
  const double d0 = q - p, d1 = q / y + p / x, d2 = 2 * (q / y / y - p / x / x), d3 = 6 * (q / y / y / y + p / x / x / x);
  const double c3 = 2 * d0 * d0 + d1, c4 = d0 * (6 * d0 * d0 + 7 * d1) + d2;
  const double c5 = d0 * (d0 * (24 * d0 * d0 + 46 * d1) + 11 * d2) + 7 * d1 * d1 + d3;
  const double fourth = c4 * u * u * u * u / 24, fifth = c5 * u * u * u * u * u / 120;
  const double left_out = fourth == 0 ? fifth : fifth * (fifth / fourth);  // as if the terms fell geometrically
  return {u * (1 + u * (d0 / 2 + u * c3 / 6)) + fourth + fifth, left_out};
}

struct Tail {
  double chance = 0, density = 0;
};

// I_x(a, b) on the side where it is small, with y = 1 - x given apart. Boost's loses half of its digits at 1e9
// people, because it raises a rounded number to the power of b; here the leading factor is a binomial chance
// by Loader's method. Source of the continued fraction: Didonato and Morris 1992, ACM Transactions on
// Mathematical Software 18, equation 9; solved by Wallis's recurrence.
Tail tail_of(double a, double b, double x, double y) {
  constexpr double kEnough = 1e-15, kLarge = 1e200;
  constexpr int kMost = 1'000'000;
  const double lambda = a * y - b * x + 1, two_less_x = 1 + y;
  double below = 1 / (a + 1);  // 1 / (a + 2m - 1), which the step before has worked out: the one division of a step
  double before_top = 1, before_bottom = 0, top = a * lambda * below, bottom = 1;
  for (double m = 1; m < kMost; ++m) {
    const double spread = m * (b - m) * x * below, next_below = 1 / (a + 2 * m + 1);
    const double alpha = (a + m - 1) * (a + b + m - 1) * spread * x * below;
    const double beta = m + spread + (a + m) * (lambda + m * two_less_x) * next_below;
    const double next_top = beta * top + alpha * before_top, next_bottom = beta * bottom + alpha * before_bottom;
    const bool settled = std::fabs(next_top * bottom - top * next_bottom) <= kEnough * std::fabs(next_top * bottom);
    const double scale = std::fabs(next_top) > kLarge || std::fabs(next_bottom) > kLarge ? 1 / kLarge : 1;
    before_top = top * scale;
    before_bottom = bottom * scale;
    top = next_top * scale;
    bottom = next_bottom * scale;
    below = next_below;
    if (settled) break;
  }
  const double leading = y * std::exp(log_binomial_chance(a, a + b - 1, x, y)) * a;
  return {leading * (bottom / top), leading / x / y};
}

// `x` and its complement `y` keep their own digits. Nothing where it does not settle: then Boost's is asked.
std::optional<double> solve(double a, double b, double guess, double tail, bool above) {
  if (a < kSmallest || b < kSmallest) return std::nullopt;
  double x = guess;
  for (int round = 0; round < kRounds; ++round) {
    const auto at = above ? tail_of(b, a, 1 - x, x) : tail_of(a, b, x, 1 - x);
    const double u = (above ? at.chance - tail : tail - at.chance) / at.density;
    const auto [step, left_out] = series(a, b, x, u);
    const double next = x + step;
    if (!(next > 0 && next < 1)) return std::nullopt;
    x = next;
    if (std::fabs(left_out) < kClose * x && std::fabs(step) < 0.25 * x) return x;
  }
  return std::nullopt;
}

}  // namespace

double beta_quantile(double a, double b, double tail, double z) {
  const auto found = solve(a, b, first_guess(a, b, z), tail, false);
  return found ? *found : boost::math::ibeta_inv(a, b, tail, Policy());
}

double beta_quantile_above(double a, double b, double tail, double z) {
  const auto found = solve(a, b, first_guess(a, b, -z), tail, true);
  return found ? *found : boost::math::ibetac_inv(a, b, tail, Policy());
}

}  // namespace makegood::statistics
