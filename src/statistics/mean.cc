#include "statistics/mean.h"

#include <boost/math/distributions/students_t.hpp>

#include "statistics/policy.h"

namespace makegood {

Sum& Sum::operator+=(double value) {
  const double next = total_ + value;
  rest_ += std::fabs(total_) >= std::fabs(value) ? (total_ - next) + value : (value - next) + total_;
  total_ = next;
  return *this;
}

Limits mean_limits(const Mean& mean, const Confidence& confidence) {
  if (!mean.deviation) return {};
  const auto n = static_cast<double>(mean.count);
  const boost::math::students_t_distribution<double, statistics::Policy> student(n - 1);
  const double t = boost::math::quantile(boost::math::complement(student, confidence.tail()));
  const double half = t * *mean.deviation / std::sqrt(n);
  return statistics::limits(*mean.mean - half, *mean.mean + half);
}

Mean mean(std::span<const double> values, const Confidence& confidence) {
  Mean out;
  Sum sum, squares;
  for (const double value : values) {
    if (!std::isfinite(value)) return {Status::not_a_number, 0, {}, {}, {}, {}};
    sum += value;
  }
  out.count = values.size();
  if (values.empty()) out.status = Status::undefined;
  if (values.empty()) return out;
  const auto n = static_cast<double>(values.size());
  out.sum = statistics::figure(sum.value());
  out.mean = statistics::figure(sum.value() / n);
  if (!out.mean) out.status = Status::too_large;
  if (values.size() < 2 || !out.mean) return out;
  for (const double value : values) squares += (value - *out.mean) * (value - *out.mean);
  out.deviation = statistics::figure(std::sqrt(squares.value() / (n - 1)));
  out.limits = mean_limits(out, confidence);
  return out;
}

}  // namespace makegood
