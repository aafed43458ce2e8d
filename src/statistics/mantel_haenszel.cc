#include "statistics/mantel_haenszel.h"

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <vector>

#include "statistics/counts.h"
#include "statistics/homogeneity.h"
#include "statistics/mean.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

using statistics::figure;

double chi_square_tail(double statistic, double df) { return boost::math::gamma_q(df / 2, statistic / 2, statistics::Policy()); }

Estimate around_log(double ratio, double variance, const Confidence& confidence) {
  Estimate out{figure(ratio), {}};
  if (!out.value || ratio <= 0 || !(variance >= 0)) return out;
  const double factor = std::exp(confidence.z() * std::sqrt(variance));
  out.limits = statistics::limits(ratio / factor, ratio * factor);
  return out;
}

// Robins, Breslow and Greenland.
Estimate odds_ratio_of(std::span<const TwoByTwo> strata, const Confidence& confidence) {
  Sum r, s, pr, mixed, qs;
  for (const auto& t : strata) {
    const double n = t.n1 + t.n2, c = t.n1 - t.a, d = t.n2 - t.b;
    const double ri = t.a * (d / n), si = t.b * (c / n), p = (t.a + d) / n, q = (t.b + c) / n;
    r += ri;
    s += si;
    pr += p * ri;
    mixed += p * si + q * ri;
    qs += q * si;
  }
  const double R = r.value(), S = s.value();
  return around_log(R / S, pr.value() / (2 * R * R) + mixed.value() / (2 * R * S) + qs.value() / (2 * S * S), confidence);
}

// Greenland and Robins.
Estimate risk_ratio_of(std::span<const TwoByTwo> strata, const Confidence& confidence) {
  Sum r, s, spread;
  for (const auto& t : strata) {
    const double n = t.n1 + t.n2;
    r += t.a * (t.n2 / n);
    s += t.b * (t.n1 / n);
    spread += (t.n1 / n) * (t.n2 / n) * (t.a + t.b) - t.a * t.b / n;
  }
  return around_log(r.value() / s.value(), spread.value() / r.value() / s.value(), confidence);
}

// Sato.
Estimate risk_difference_of(std::span<const TwoByTwo> strata, const Confidence& confidence) {
  Sum top, weight, p, q;
  for (const auto& t : strata) {
    const double n = t.n1 + t.n2, f1 = t.n1 / n, f2 = t.n2 / n;
    top += t.a * f2 - t.b * f1;
    weight += t.n1 * f2;
    p += f1 * f1 * t.b - f2 * f2 * t.a + f1 * f2 * (t.n2 - t.n1) / 2;
    q += (t.a * ((t.n2 - t.b) / n) + t.b * ((t.n1 - t.a) / n)) / 2;
  }
  const double value = top.value() / weight.value();
  const double variance = (value * p.value() + q.value()) / weight.value() / weight.value();
  Estimate out{figure(value), {}};
  if (variance < 0) return out;
  const double half = confidence.z() * std::sqrt(variance);
  out.limits = statistics::limits(value - half, value + half);
  return out;
}

void set_cmh(MantelHaenszel& out, std::span<const TwoByTwo> strata) {
  Sum apart, variance;
  for (const auto& t : strata) {
    const double n = t.n1 + t.n2, events = t.a + t.b;
    apart += t.a * (t.n2 / n) - t.b * (t.n1 / n);  // a less what is expected
    if (n > 1) variance += (t.n1 / n) * (t.n2 / n) * events * ((n - events) / (n - 1));
  }
  if (variance.value() <= 0) return;
  const double distance = std::fabs(apart.value());
  const double corrected = distance >= 0.5 ? distance - 0.5 : distance;
  out.cmh = figure(distance * distance / variance.value());
  out.cmh_corrected = figure(corrected * corrected / variance.value());
  out.cmh_p = figure(chi_square_tail(*out.cmh, 1));
  out.cmh_corrected_p = figure(chi_square_tail(*out.cmh_corrected, 1));
}

void set_homogeneity(MantelHaenszel& out, std::span<const TwoByTwo> strata) {
  if (!out.odds_ratio.value || *out.odds_ratio.value <= 0) return;
  const auto found = statistics::homogeneity(strata, *out.odds_ratio.value);
  out.homogeneity_df = std::max(0, found.informative - 1);
  if (found.informative < 2) return;
  out.breslow_day = figure(found.breslow_day);
  out.tarone = figure(found.tarone);
  out.tarone_p = figure(chi_square_tail(found.tarone, out.homogeneity_df));
}

// -1, 0 or 1: on which side of no difference.
int side(double more, double less) { return more > less ? 1 : more < less ? -1 : 0; }

void set_reversal(MantelHaenszel& out, std::span<const TwoByTwo> strata, const TwoByTwo& all) {
  const int crude = side(all.a * all.n2, all.b * all.n1);
  const int adjusted = out.risk_difference.value ? side(*out.risk_difference.value, 0) : 0;
  out.reversed = crude * adjusted < 0;
  out.some_stratum_reversed =
      std::any_of(strata.begin(), strata.end(), [&](const TwoByTwo& t) { return side(t.a * t.n2, t.b * t.n1) * crude < 0; });
}

}  // namespace

MantelHaenszel mantel_haenszel(std::span<const TwoByTwo> strata, const Confidence& confidence) {
  MantelHaenszel out;
  std::vector<TwoByTwo> informative;
  TwoByTwo all;
  for (const auto& t : strata) {
    const auto status = check_table(t);
    if (status != Status::ok && status != Status::zero_denominator) return {.status = status};
    if (status == Status::ok) informative.push_back(t);
    all = {all.a + t.a, all.n1 + t.n1, all.b + t.b, all.n2 + t.n2};
  }
  if (informative.empty()) return {.status = Status::undefined};
  out.crude_risk_ratio = risk_ratio(all);
  out.odds_ratio = odds_ratio_of(informative, confidence);
  out.risk_ratio = risk_ratio_of(informative, confidence);
  out.risk_difference = risk_difference_of(informative, confidence);
  set_cmh(out, informative);
  set_homogeneity(out, informative);
  set_reversal(out, informative, all);
  return out;
}

StratifiedRateRatio mantel_haenszel_rate(std::span<const RateStratum> strata, const Confidence& confidence) {
  StratifiedRateRatio out;
  Sum r, s, spread;
  bool informative = false;
  for (const auto& t : strata) {
    out.status = check_counts({t.a, t.b});
    if (out.status == Status::ok) out.status = check_amounts({t.t1, t.t2});
    if (out.status != Status::ok) return out;
    if (t.t1 == 0 || t.t2 == 0) continue;
    informative = true;
    const double time = t.t1 + t.t2, f1 = t.t1 / time, f2 = t.t2 / time;
    r += t.a * f2;
    s += t.b * f1;
    spread += f1 * f2 * (t.a + t.b);
  }
  if (!informative) out.status = Status::undefined;
  else out.ratio = around_log(r.value() / s.value(), spread.value() / r.value() / s.value(), confidence);
  if (informative && !out.ratio.value) out.status = Status::undefined;
  return out;
}

}  // namespace makegood
