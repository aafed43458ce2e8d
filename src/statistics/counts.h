#pragma once
// What every method asks of the counts that it is given.

#include <cmath>
#include <initializer_list>

#include "statistics/status.h"

namespace makegood {

/// The largest count that a double holds exactly with all its neighbours.
inline constexpr double kLargestCount = 9007199254740992.0;

/// not_a_number, negative, too_large or ok; the first that applies.
[[nodiscard]] inline Status check_amounts(std::initializer_list<double> amounts) {
  for (const double amount : amounts) {
    if (std::isnan(amount)) return Status::not_a_number;
    if (amount < 0) return Status::negative;
    if (amount > kLargestCount) return Status::too_large;
  }
  return Status::ok;
}

/// As check_amounts, and not_whole.
[[nodiscard]] inline Status check_counts(std::initializer_list<double> counts) {
  const auto status = check_amounts(counts);
  if (status != Status::ok) return status;
  for (const double count : counts)
    if (count != std::trunc(count)) return Status::not_whole;
  return Status::ok;
}

}  // namespace makegood
