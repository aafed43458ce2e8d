#include "statistics/proportion.h"

#include "statistics/beta_quantile.h"
#include "statistics/counts.h"
#include "statistics/policy.h"

namespace makegood {

Status check_share(double events, double n) {
  if (const auto amounts = check_amounts({events, n}); amounts != Status::ok) return amounts;
  if (events > n) return Status::events_exceed_n;
  return n == 0 ? Status::zero_denominator : Status::ok;
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
