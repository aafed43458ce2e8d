#include "statistics/rate.h"

#include <boost/math/special_functions/gamma.hpp>

#include "statistics/counts.h"
#include "statistics/policy.h"

namespace makegood {
namespace {

constexpr double kFewEvents = 10;

double byar(double count, double z) {
  const double root = 1 - 1 / (9 * count) + z / (3 * std::sqrt(count));
  return count * root * root * root;
}

Limits scaled(const Limits& limits, double factor) {
  const auto times = [&](const Figure& limit) { return limit ? statistics::figure(*limit * factor) : Figure(); };
  return {times(limits.lower), times(limits.upper)};
}

}  // namespace

std::string_view word(CountMethod method) { return method == CountMethod::exact ? "Exact" : "Byars"; }

CountMethod ukhsa_method(double events) { return events < kFewEvents ? CountMethod::exact : CountMethod::byars; }

Limits exact_count(double events, const Confidence& confidence) {
  using statistics::Policy;
  const double lower = events == 0 ? 0 : boost::math::gamma_p_inv(events, confidence.tail(), Policy());
  return statistics::limits(lower, boost::math::gamma_q_inv(events + 1, confidence.tail(), Policy()));
}

Limits byars_count(double events, const Confidence& confidence) {
  auto limits = statistics::limits(byar(events, -confidence.z()), byar(events + 1, confidence.z()));
  if (events == 0 || (limits.lower && *limits.lower < 0)) limits.lower.reset();
  return limits;
}

Limits ukhsa_count(double events, const Confidence& confidence) {
  return ukhsa_method(events) == CountMethod::exact ? exact_count(events, confidence) : byars_count(events, confidence);
}

Rate rate(double events, double person_time, double multiplier, const Confidence& confidence) {
  Rate out;
  out.status = check_amounts({events, person_time});
  if (out.status == Status::ok && !(multiplier > 0 && std::isfinite(multiplier))) out.status = Status::out_of_range;
  if (out.status != Status::ok) return out;
  out.method = ukhsa_method(events);
  out.exact = exact_count(events, confidence);
  out.byars = byars_count(events, confidence);
  out.ukhsa = out.method == CountMethod::exact ? out.exact : out.byars;
  if (person_time == 0) {
    out.status = Status::zero_denominator;
    return out;
  }
  out.rate = statistics::figure(events / person_time * multiplier);
  out.limits = scaled(out.ukhsa, multiplier / person_time);
  return out;
}

}  // namespace makegood
