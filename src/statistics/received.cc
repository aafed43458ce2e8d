#include "statistics/received.h"

#include <algorithm>
#include <cmath>

#include "statistics/mean.h"

namespace makegood {

bool follows(const ReceivedFigure& figure) {
  const double value = figure.numerator / figure.denominator * figure.times;
  if (!std::isfinite(value) || !std::isfinite(figure.stated)) return false;
  const double half = 0.5 * std::pow(10.0, -figure.decimals);
  return std::fabs(value - figure.stated) <= half * (1 + 1e-9) + std::fabs(value) * 1e-12;
}

bool adds_up(std::span<const double> parts, double total, double rounding) {
  Sum sum;
  for (const double part : parts) sum += part;
  // Each rounded figure may be off by half a step, the total as well; unrounded ones by nothing.
  const double slack = rounding > 1 ? rounding / 2 * static_cast<double>(parts.size() + 1) : std::fabs(total) * 1e-12;
  return std::isfinite(sum.value()) && std::fabs(sum.value() - total) <= slack;
}

std::vector<std::size_t> copied_forward(std::span<const PeriodFigures> periods, std::size_t at_least) {
  std::vector<std::size_t> copied;
  for (std::size_t i = 1; i < periods.size(); ++i) {
    const bool tells = periods[i].size() >= at_least &&
                       std::any_of(periods[i].begin(), periods[i].end(), [](const auto& figure) { return figure.second != 0; });
    if (tells && periods[i] == periods[i - 1]) copied.push_back(i);
  }
  return copied;
}

}  // namespace makegood
