#include "statistics/rate_ratio.h"

#include "statistics/binomial_test.h"
#include "statistics/counts.h"
#include "statistics/policy.h"
#include "statistics/proportion.h"

namespace makegood {
namespace {

using statistics::figure;

// Limits of a / (a + b) become limits of the ratio: p / (1 - p) * t2 / t1. The limits of 1 - p are taken from
// the other group's side, so that none is a difference of near equals.
Limits exact_ratio(double a, double t1, double b, double t2, const Confidence& confidence) {
  const auto first = clopper_pearson(a, a + b, confidence), second = clopper_pearson(b, a + b, confidence);
  return statistics::limits(*first.lower / *second.upper * (t2 / t1), *first.upper / *second.lower * (t2 / t1));
}

}  // namespace

RateRatio rate_ratio(double a, double t1, double b, double t2, const Confidence& confidence) {
  RateRatio out;
  out.status = check_counts({a, b});
  if (out.status == Status::ok) out.status = check_amounts({t1, t2});
  if (out.status == Status::ok && (t1 == 0 || t2 == 0)) out.status = Status::zero_denominator;
  if (out.status != Status::ok) return out;
  const double rate1 = a / t1, rate2 = b / t2, z = confidence.z();
  out.rate1 = rate1;
  out.rate2 = rate2;
  out.ratio = figure(a * t2 / (b * t1));
  out.exact_p = figure(binomial_test(a, a + b, t1 / (t1 + t2), t2 / (t1 + t2)));
  out.difference = rate1 - rate2;
  const double half = z * std::hypot(std::sqrt(a) / t1, std::sqrt(b) / t2);
  out.difference_limits = {*out.difference - half, *out.difference + half};
  if (a + b > 0) out.exact = exact_ratio(a, t1, b, t2, confidence);
  if (a == 0 || b == 0) return out;
  const double factor = std::exp(z * std::sqrt(1 / a + 1 / b));
  out.lognormal = statistics::limits(*out.ratio / factor, *out.ratio * factor);
  return out;
}

}  // namespace makegood
