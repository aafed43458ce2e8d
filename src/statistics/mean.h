#pragma once
// The mean of some values, and how well it is known.

#include <span>

#include "statistics/confidence.h"
#include "statistics/status.h"

namespace makegood {

struct Mean {
  Status status = Status::ok;
  std::size_t count = 0;
  Figure sum, mean, deviation;  ///< `deviation` divides by n - 1
  Limits limits;
};

/// Mean with limits by Student's t. Holds its digits for values far from zero (two passes, compensated).
/// Edge: no value: undefined. One value: a mean, but neither deviation nor limits.
/// Refuses: NaN and infinite values -> not_a_number.
/// Source: Student 1908; UKHSA technical guide, Confidence intervals (2018).
[[nodiscard]] Mean mean(std::span<const double> values, const Confidence& confidence = {});
/// The limits alone.
[[nodiscard]] Limits mean_limits(const Mean& mean, const Confidence& confidence);

/// A sum that keeps what ordinary addition drops (Neumaier 1974).
class Sum {
 public:
  Sum& operator+=(double value);
  [[nodiscard]] double value() const { return total_ + rest_; }

 private:
  double total_ = 0, rest_ = 0;
};

}  // namespace makegood
