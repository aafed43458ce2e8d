#include <cmath>

#include "statistics/two_by_two.h"

namespace makegood {
namespace {

// Below: 5 a n2 < 4 b n1. Above: 4 a n2 > 5 b n1. In long double the products of counts up to 1e9 are exact.
bool is_below(long double a, const TwoByTwo& t) { return 5 * a * t.n2 < 4 * static_cast<long double>(t.b) * t.n1; }
bool is_above(long double a, const TwoByTwo& t) { return 4 * a * t.n2 > 5 * static_cast<long double>(t.b) * t.n1; }

FourFifths flag_with(double a, const TwoByTwo& t) {
  if (a == 0 && t.b == 0) return FourFifths::undefined;
  return is_below(a, t) ? FourFifths::below : is_above(a, t) ? FourFifths::above : FourFifths::within;
}

}  // namespace

std::string_view word(FourFifths flag) {
  switch (flag) {
    case FourFifths::within: return "within";
    case FourFifths::below: return "below_0.8";
    case FourFifths::above: return "above_1.25";
    case FourFifths::undefined: break;
  }
  return {};
}

FourFifths four_fifths(const TwoByTwo& t) { return flag_with(t.a, t); }

// The flag rises with a: its two edges are worked out, and the steps around them tried.
std::optional<std::int64_t> flip_count(const TwoByTwo& t) {
  const auto now = four_fifths(t);
  if (now == FourFifths::undefined) return std::nullopt;
  std::optional<std::int64_t> fewest;
  const long double share = static_cast<long double>(t.b) / t.n2 * t.n1;
  for (const long double edge : {0.8L * share, 1.25L * share}) {
    for (double other = static_cast<double>(std::floor(edge)) - 1; other <= static_cast<double>(std::ceil(edge)) + 1; ++other) {
      if (other < 0 || other > t.n1) continue;
      const auto flag = flag_with(other, t);
      if (flag == now || flag == FourFifths::undefined) continue;
      const auto steps = static_cast<std::int64_t>(std::fabs(other - t.a));
      if (!fewest || steps < *fewest) fewest = steps;
    }
  }
  return fewest;
}

}  // namespace makegood
