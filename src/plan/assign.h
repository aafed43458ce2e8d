#pragma once
// Who goes with whom: pairs rows with columns so that the sum of the squared gains is greatest. Squares,
// so that one sure pair is not given up for two doubtful ones.

#include <cstddef>
#include <vector>

namespace makegood {

struct Edge {
  std::size_t row = 0, column = 0;
  double gain = 0;  ///< above 0, at most 1
};

/// Each row and each column at most once. Optimal wherever the rows and columns that hang together
/// are at most kLargestExact of either; beyond that the greatest gains go first.
/// The same edges give the same pairs, in the order of their rows. O(edges log edges), and
/// O(n^3) in each small group.
[[nodiscard]] std::vector<Edge> assign(std::vector<Edge> edges);

inline constexpr std::size_t kLargestExact = 96;

}  // namespace makegood
