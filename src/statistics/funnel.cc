#include "statistics/funnel.h"

#include <algorithm>

#include "statistics/confidence.h"
#include "statistics/counts.h"
#include "statistics/policy.h"
#include "statistics/rate.h"

namespace makegood {
namespace {

using statistics::figure;

const Confidence& at_95() {
  static const Confidence kLevel;
  return kLevel;
}

const Confidence& at_998() {
  static const Confidence kLevel = *Confidence::of(0.998);
  return kLevel;
}

FunnelRateLine line(double events, const Figure& expected, double average, double per, double years) {
  if (!expected || *expected == 0) return {};
  return {figure(*expected / average * per / years), figure(events / *expected * average)};
}

}  // namespace

FunnelLimits funnel_proportion(double n, double average) {
  FunnelLimits out;
  out.status = check_amounts({n});
  if (out.status == Status::ok && !(average >= 0 && average <= 1)) out.status = Status::out_of_range;
  if (out.status == Status::ok && n == 0) out.status = Status::zero_denominator;
  if (out.status != Status::ok) return out;
  const double deviation = std::sqrt(average * (1 - average) / n);
  const auto around = [&](const Confidence& confidence) {
    const double half = confidence.z() * deviation;
    return Limits{std::max(0.0, average - half), std::min(1.0, average + half)};
  };
  out.at_95 = around(at_95());
  out.at_998 = around(at_998());
  return out;
}

FunnelLimits funnel_ratio(double observed) {
  FunnelLimits out;
  out.status = check_amounts({observed});
  if (out.status != Status::ok) return out;
  const auto around = [&](const Confidence& confidence) {
    const auto count = exact_count(observed, confidence);
    return Limits{count.upper, count.lower};
  };
  out.at_95 = around(at_95());
  out.at_998 = around(at_998());
  return out;
}

FunnelRate funnel_rate(double events, double average, double per, double years) {
  FunnelRate out;
  const auto expected = funnel_ratio(events);
  out.status = expected.status;
  for (const double must_be_positive : {average, per, years})
    if (out.status == Status::ok && !(must_be_positive > 0)) out.status = Status::out_of_range;
  if (out.status != Status::ok) return out;
  out.lower_95 = line(events, expected.at_95.lower, average, per, years);
  out.upper_95 = line(events, expected.at_95.upper, average, per, years);
  out.lower_998 = line(events, expected.at_998.lower, average, per, years);
  out.upper_998 = line(events, expected.at_998.upper, average, per, years);
  return out;
}

}  // namespace makegood
