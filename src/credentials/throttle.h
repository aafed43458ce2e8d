#pragma once
// How long to wait after wrong answers. The first few cost nothing: everybody mistypes. Then each
// pause is twice the one before, up to a longest.
//
//   kAccountThrottle   wrong   1 2 3 4 5   6   7   8 ...   15 and more
//                      wait    0 0 0 0 0   2s  4s  8s      15 minutes
//
// Nobody is locked out for ever, and nobody can lock another out: what is tried during a pause is
// refused unread and not counted, so that it does not lengthen the pause; a tally is forgotten after
// a quiet hour; the right answer ends it; and the link by e-mail does not ask the account's tally.

#include <cstdint>

namespace makegood {

struct Tally {
  int failures = 0;
  std::int64_t last = 0;  ///< when the last one was, seconds since 1970
};

struct Throttle {
  int free = 5;                 ///< wrong answers without a pause
  std::int64_t longest = 900;   ///< seconds
};

inline constexpr Throttle kAccountThrottle{5, 15 * 60};
/// A whole council may come from one address: more wrong answers are free, and pauses are short.
inline constexpr Throttle kAddressThrottle{30, 60};
/// Links that are mailed to one person: the sixth within the hour waits.
inline constexpr Throttle kMailThrottle{5, 15 * 60};
inline constexpr std::int64_t kForgetSeconds = 60 * 60;

/// Seconds until the next answer is read; 0 = now. Edge: a tally from after `now`, when a clock was
/// set back, asks for no pause: it could not be waited out.
[[nodiscard]] std::int64_t pause_left(const Tally& tally, std::int64_t now, const Throttle& throttle);
/// The tally after one more wrong answer.
[[nodiscard]] Tally after_failure(const Tally& tally, std::int64_t now);

}  // namespace makegood
