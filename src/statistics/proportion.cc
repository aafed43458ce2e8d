#include "statistics/proportion.h"

#include <cmath>

#include "statistics/beta_quantile.h"
#include "statistics/counts.h"
#include "statistics/policy.h"

namespace makegood {

Status check_share(double events, double n) {
  if (const auto amounts = check_amounts({events, n}); amounts != Status::ok) return amounts;
  if (events > n) return Status::events_exceed_n;
  return n == 0 ? Status::zero_denominator : Status::ok;
}

// The limits are the roots of (n + z^2) p^2 - (2k + z^2) p + k^2 / n = 0. The upper is a sum of
// positives. The lower is their product divided by the upper: in the textbook form, 2k + z^2 and
// the square root are nearly equal for few events among 1e9 people, and nothing is left.
Limits wilson(double events, double n, const Confidence& confidence) {
  const double z2 = confidence.z() * confidence.z(), rest = n - events;
  const double share = events / n;
  const double twice_upper = 2 * events + z2 + confidence.z() * std::sqrt(z2 + 4 * rest * share);
  const double lower = events == 0 ? 0 : 2 * events * share / twice_upper;
  const double upper = rest == 0 ? 1 : twice_upper / (2 * (n + z2));
  return {lower, upper};
}

Limits clopper_pearson(double events, double n, const Confidence& confidence) {
  const double tail = confidence.tail(), z = confidence.z(), rest = n - events;
  const double lower = events == 0 ? 0 : statistics::beta_quantile(events, rest + 1, tail, z);
  const double upper = rest == 0 ? 1 : statistics::beta_quantile_above(events + 1, rest, tail, z);
  return statistics::limits(lower, upper);
}

Proportion proportion(double events, double n, const Confidence& confidence) {
  Proportion out;
  out.status = check_share(events, n);
  if (out.status != Status::ok) return out;
  out.estimate = events / n;
  out.wilson = wilson(events, n, confidence);
  out.clopper_pearson = clopper_pearson(events, n, confidence);
  return out;
}

}  // namespace makegood
