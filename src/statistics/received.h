#pragma once
// Figures that somebody sent, checked against each other before anybody relies on them.

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "statistics/status.h"

namespace makegood {

/// A share or a ratio as received, beside the numbers that it should follow from.
struct ReceivedFigure {
  double numerator = 0, denominator = 0;
  double stated = 0;
  double times = 1;   ///< 100 for a percentage
  int decimals = 1;   ///< to which `stated` was rounded
};

/// Whether numerator / denominator * times rounds to what is stated, either way for a tie.
/// Edge: a denominator of 0, or a value that is no number, never follows.
[[nodiscard]] bool follows(const ReceivedFigure& figure);

/// Whether the parts add up to the total, each part rounded to a multiple of `rounding` (1 = not rounded).
[[nodiscard]] bool adds_up(std::span<const double> parts, double total, double rounding = 1);

/// A period's figures, by what they are of.
using PeriodFigures = std::map<std::string, double, std::less<>>;

/// Periods that have the same figures as the period before, all equal: copied forward, as like as not. Gives their
/// indices. A period with fewer than `at_least` figures, or with zeros only, proves nothing and is passed over.
[[nodiscard]] std::vector<std::size_t> copied_forward(std::span<const PeriodFigures> periods, std::size_t at_least = 3);

}  // namespace makegood
