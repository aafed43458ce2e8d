#pragma once
// How fast a system may ask: a burst at once, then so many a second. Unlike a throttle (throttle.h) it counts what is
// right as well as what is wrong: it keeps one eager system from taking the machine from everybody else.

#include <cstdint>

namespace makegood {

struct Pace {
  int burst = 120;
  int a_second = 10;
};

/// What is left to one caller.
struct PaceLeft {
  std::int64_t left = 0, at = 0;  ///< `at`: seconds since 1970 when that was so
};

/// Everything, as for somebody who has not asked for long.
[[nodiscard]] PaceLeft rested(const Pace& pace, std::int64_t now);
/// Takes one where there is one; false = wait for a second. Edge: a clock that was set back gives nothing and takes nothing.
[[nodiscard]] bool take_one(PaceLeft& left, const Pace& pace, std::int64_t now);

}  // namespace makegood
