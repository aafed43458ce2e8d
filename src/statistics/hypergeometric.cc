#include "statistics/hypergeometric.h"

#include <boost/math/special_functions/erf.hpp>
#include <boost/math/tools/toms748_solve.hpp>
#include <numbers>

#include "statistics/log_chance.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

constexpr double kGone = 1e-19;      // a weight of this part of the sum changes no digit
constexpr double kSoLarge = 1e-4;    // standard errors below it leave the exact odds nothing to add
constexpr double kFarTooLarge = 1e-6;  // below it (counts of 1e12) sums would be long, and are the normal's to six digits
constexpr double kTieTolerance = 1e-7;  // R's, so that ties are ties

// The chance of x and of all counts beyond it in one direction.
double tail_from(const FixedMargins& table, double x, bool upwards) {
  double sum = 1, weight = 1;
  for (double at = x; upwards ? at < table.most() : at > table.fewest(); at += upwards ? 1 : -1) {
    weight *= upwards ? table.step_up(at) : 1 / table.step_up(at - 1);
    sum += weight;
    if (weight < kGone * sum) break;
  }
  return std::exp(table.log_chance(x)) * sum;
}

// On the side of the mode towards `end`, the count nearest to it that is no likelier than `limit`; beyond the end
// when there is none. The mode may be the end, so that the direction cannot be told from the two.
double nearest_no_likelier(const FixedMargins& table, double mode, double end, double direction, double limit) {
  double inside = 0, outside = std::fabs(end - mode) + 1;  // steps from the mode: the first is likelier, the last is not
  if (table.log_chance(mode) <= limit) return mode;
  while (outside - inside > 1) {
    const double middle = std::floor((inside + outside) / 2);
    (table.log_chance(mode + direction * middle) <= limit ? outside : inside) = middle;
  }
  return mode + direction * outside;
}

// The logarithm of the odds ratio at which `difference` is 0, looked for around the sample's.
template <class F>
Figure solve(const FixedMargins::Around& around, F difference) {
  constexpr double kWidest = 700;  // exp of it is still a double
  double step = 4 * around.error, from = 0, to = 0, at_from = 1, at_to = 1;
  for (; at_from * at_to > 0; step *= 2) {
    if (step > 2 * kWidest) return {};
    from = std::max(around.log_odds - step, -kWidest);
    to = std::min(around.log_odds + step, kWidest);
    at_from = difference(from);
    at_to = difference(to);
  }
  std::uintmax_t rounds = 200;
  const boost::math::tools::eps_tolerance<double> close(50);
  const auto [lower, upper] = boost::math::tools::toms748_solve(difference, from, to, at_from, at_to, close, rounds, statistics::Policy());
  return statistics::figure(std::exp((lower + upper) / 2));
}

ConditionalOdds from_normal(const FixedMargins::Around& around, const Confidence& confidence) {
  const double half = confidence.z() * around.error;
  return {statistics::figure(std::exp(around.log_odds)),
          statistics::limits(std::exp(around.log_odds - half), std::exp(around.log_odds + half))};
}

}  // namespace

FixedMargins::Around FixedMargins::around() const {
  const double a = a_ + 0.5, b = events_ - a_ + 0.5, c = n1_ - a_ + 0.5, d = n2_ - events_ + a_ + 0.5;
  return {std::log(a / b * (d / c)), std::sqrt(1 / a + 1 / b + 1 / c + 1 / d)};
}

FixedMargins::FixedMargins(double a, double n1, double b, double n2)
    : a_(a), n1_(n1), n2_(n2), events_(a + b), fewest_(std::max(0.0, a + b - n2)), most_(std::min(a + b, n1)) {}

double FixedMargins::log_chance(double x) const {
  if (fewest_ == most_) return 0;
  const double everybody = n1_ + n2_, p = events_ / everybody, q = (everybody - events_) / everybody;
  return statistics::log_binomial_chance(x, n1_, p, q) + statistics::log_binomial_chance(events_ - x, n2_, p, q) -
         statistics::log_binomial_chance(events_, everybody, p, q);
}

// Where step_up * odds crosses 1: the root of a quadratic, its smaller part found without cancellation.
double FixedMargins::mode(double log_odds) const {
  const double odds = std::exp(std::min(log_odds, 700.0));
  const double a = odds - 1, b = odds * (n1_ + events_ + 2) + n2_ - events_, c = odds * (n1_ + 1) * (events_ + 1);
  const double root = std::sqrt(std::max(0.0, b * b - 4 * a * c));
  return std::clamp(std::floor(b >= 0 ? 2 * c / (b + root) : (b - root) / (2 * a)), fewest_, most_);
}

FixedMargins::Tails FixedMargins::tails(double log_odds) const {
  const double odds = std::exp(log_odds), from = mode(log_odds);
  double total = 0, lower = 0, upper = 0, moment = 0;
  const auto add = [&](double x, double weight) {
    total += weight;
    moment += weight * (x - from);
    if (x <= a_) lower += weight;
    if (x >= a_) upper += weight;
  };
  add(from, 1);
  double weight = 1;
  for (double x = from; x < most_ && weight > kGone * total; ++x) add(x + 1, weight *= step_up(x) * odds);
  weight = 1;
  for (double x = from; x > fewest_ && weight > kGone * total; --x) add(x - 1, weight /= step_up(x - 1) * odds);
  return {lower / total, upper / total, from + moment / total};
}

FisherTest fisher_test(const FixedMargins& table) {
  const double a = table.observed();
  if (table.fewest() == table.most()) return {1, 0.5, 1};
  if (const auto around = table.around(); around.error < kFarTooLarge) {
    const double p = boost::math::erfc(std::fabs(around.log_odds) / around.error / std::numbers::sqrt2, statistics::Policy());
    return {p, p, p};
  }
  double mode = table.fewest(), beyond = table.most();  // step_up falls: the first count from which it is below 1
  while (mode < beyond) {
    const double middle = mode + std::floor((beyond - mode) / 2);  // the sum of the two could be rounded
    if (table.step_up(middle) >= 1) mode = middle + 1;
    else beyond = middle;
  }
  const double log_observed = table.log_chance(a), limit = log_observed + std::log1p(kTieTolerance);
  const double chance = std::exp(log_observed);
  // The tail away from the mode is summed, however small; the other is what remains.
  const double away = tail_from(table, a, a > mode), remaining = 1 - away + chance;
  const double less = a > mode ? remaining : away, more = a > mode ? away : remaining;
  FisherTest out;
  if (table.log_chance(mode) > limit) {
    const bool above = a > mode;
    const double end = above ? table.fewest() : table.most();
    const double other = nearest_no_likelier(table, mode, end, above ? -1 : 1, limit);
    const bool there = above ? other >= end : other <= end;
    out.p = std::min(1.0, (above ? more : less) + (there ? tail_from(table, other, !above) : 0));
  }
  out.mid_p = out.p - chance / 2;
  out.doubled_mid_p = std::min(1.0, 2 * (std::min(less, more) - chance / 2));
  return out;
}

ConditionalOdds conditional_odds(const FixedMargins& table, const Confidence& confidence) {
  const double a = table.observed();
  ConditionalOdds out;
  const bool at_fewest = a == table.fewest(), at_most = a == table.most();
  const auto upper_tail = [&](double log_odds) { return table.tails(log_odds).upper - confidence.tail(); };
  const auto lower_tail = [&](double log_odds) { return table.tails(log_odds).lower - confidence.tail(); };
  const auto around = table.around();
  if (around.error < kSoLarge) return from_normal(around, confidence);
  out.limits.lower = at_fewest ? Figure(0) : solve(around, upper_tail);
  if (!at_most) out.limits.upper = solve(around, lower_tail);
  if (at_fewest && !at_most) out.estimate = 0;
  if (!at_fewest && !at_most) out.estimate = solve(around, [&](double log_odds) { return table.tails(log_odds).mean - a; });
  return out;
}

}  // namespace makegood
