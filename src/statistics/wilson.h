#pragma once
// Wilson's limits, one share at a time and four at a time. Both do the same operations in the same order, so that
// they agree to the last bit on every processor. Included by .cc files only.

#include <cmath>
#include <cstddef>

namespace makegood::statistics {

// Where four shares go into one register, and whether this processor has it.
#if defined(__x86_64__)
inline constexpr std::size_t kWilsonLanes = 4;
[[nodiscard]] bool has_wilson_lanes();
/// `count` is a multiple of kWilsonLanes.
void wilson_lanes(const double* events, const double* n, std::size_t count, double z, double* lower, double* upper);
#else
inline constexpr std::size_t kWilsonLanes = 1;
[[nodiscard]] inline bool has_wilson_lanes() { return false; }
inline void wilson_lanes(const double*, const double*, std::size_t, double, double*, double*) {}
#endif

// The limits are the roots of (n + z^2) p^2 - (2k + z^2) p + k^2 / n = 0. The upper is a sum of positives. The lower is
// their product divided by the upper: in the textbook form, 2k + z^2 and the square root are nearly equal for few
// events among 1e9 people, and nothing is left. Everything is multiplied by n, which saves a division.
inline void wilson_one(double events, double n, double z, double& lower, double& upper) {
  const double z2 = z * z, rest = n - events;
  const double root = std::sqrt(n * (z2 * n + 4 * (rest * events)));
  const double above = n * (events + events + z2) + z * root;
  const double whole = (n + n) * (n + z2);
  const double top = above / whole;
  lower = above > 0 ? (events + events) * events / above : 0;  // below 1e-300 people nothing is left to divide by
  upper = rest == 0 || !(top < 1) ? 1 : top;
}

}  // namespace makegood::statistics
