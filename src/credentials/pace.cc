#include "credentials/pace.h"

#include <algorithm>

namespace makegood {

PaceLeft rested(const Pace& pace, std::int64_t now) { return {pace.burst, now}; }

bool take_one(PaceLeft& left, const Pace& pace, std::int64_t now) {
  const auto gone = std::clamp<std::int64_t>(now - left.at, 0, pace.burst);
  left.left = std::min<std::int64_t>(left.left + gone * pace.a_second, pace.burst);
  left.at = now;
  if (left.left <= 0) return false;
  --left.left;
  return true;
}

}  // namespace makegood
