#include "statistics/spc_rules.h"

#include <cstdlib>

namespace makegood::spc {
namespace {

constexpr std::size_t kRun = 7;

// Marks every point at which `length` equal signs in a row have been seen.
Marks ends_of_runs(std::span<const int> signs, std::size_t length) {
  Marks ends(signs.size(), 0);
  std::size_t run = 0;
  for (std::size_t i = 0; i < signs.size(); ++i) {
    run = signs[i] != 0 && i > 0 && signs[i] == signs[i - 1] ? run + 1 : 1;
    if (signs[i] != 0 && run >= length) ends[i] = signs[i];
  }
  return ends;
}

}  // namespace

Marks ends_of_seven_on_a_side(std::span<const int> sides) { return ends_of_runs(sides, kRun); }

Marks ends_of_seven_in_trend(std::span<const double> values) {
  Marks steps(values.size(), 0);
  for (std::size_t i = 1; i < values.size(); ++i) steps[i] = (values[i] > values[i - 1]) - (values[i] < values[i - 1]);
  return ends_of_runs(steps, kRun - 1);
}

Marks whole_sevens(std::span<const int> ends) {
  Marks marks(ends.size(), 0);
  for (std::size_t end = 0; end < ends.size(); ++end)
    if (ends[end] != 0)
      for (std::size_t i = end + 1 < kRun ? 0 : end + 1 - kRun; i <= end; ++i) marks[i] = ends[end];
  return marks;
}

Marks two_in_three(std::span<const int> near, std::span<const int> sides) {
  Marks marks(near.size(), 0);
  for (std::size_t i = 2; i < near.size(); ++i) {
    const bool one_side = sides[i] != 0 && sides[i] == sides[i - 1] && sides[i] == sides[i - 2];
    if (one_side && (near[i] != 0) + (near[i - 1] != 0) + (near[i - 2] != 0) >= 2)
      for (std::size_t j = i - 2; j <= i; ++j) marks[j] = sides[i];
  }
  return marks;
}

Marks near_in_two_in_three(std::span<const int> near, std::span<const int> sides) {
  auto marks = two_in_three(near, sides);
  for (std::size_t i = 0; i < marks.size(); ++i)
    if (near[i] == 0) marks[i] = 0;
  return marks;
}

}  // namespace makegood::spc
