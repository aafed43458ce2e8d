#pragma once
// The four rules of special cause, each on its own. A point gets the label of the first rule that it
// meets, in the order of SpecialCause.

#include <array>
#include <span>
#include <string_view>
#include <vector>

namespace makegood {

enum class SpecialCause {
  above_limit,
  below_limit,
  rising_trend,
  falling_trend,
  two_in_three_above,
  two_in_three_below,
  seven_above,
  seven_below,
  common,
};

/// In the order of the enumerators; the words of NHS England's Making Data Count.
inline constexpr std::array<std::string_view, 9> kSpecialCauseWords = {
    "Above UCL",       "Below LCL",       "7 Point Trend (Increasing)", "7 Point Trend (Decreasing)",
    "2 in 3 Above CL", "2 in 3 Below CL", "7 Points Above CL",          "7 Points Below CL",
    "Common Cause"};
[[nodiscard]] constexpr std::string_view word(SpecialCause cause) {
  return kSpecialCauseWords[static_cast<std::size_t>(cause)];
}

namespace spc {

/// A mark for each point: +1 above or rising, -1 below or falling, 0 neither.
using Marks = std::vector<int>;

/// Where seven points in a row, this one the last, lie on one side. `sides` has -1, 0 or 1; 0 breaks the run.
[[nodiscard]] Marks ends_of_seven_on_a_side(std::span<const int> sides);
/// Where six steps in a row, this point the last, go the same way. A tie breaks it.
[[nodiscard]] Marks ends_of_seven_in_trend(std::span<const double> values);
/// Every point of the seven that end at a mark. Where two runs share a point, the later one has it.
[[nodiscard]] Marks whole_sevens(std::span<const int> ends);
/// Every point of three in a row on one side of which two are near a limit; signed by the side.
[[nodiscard]] Marks two_in_three(std::span<const int> near, std::span<const int> sides);
/// Those of them that are near themselves.
[[nodiscard]] Marks near_in_two_in_three(std::span<const int> near, std::span<const int> sides);

}  // namespace spc
}  // namespace makegood
