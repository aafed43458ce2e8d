#include "credentials/throttle.h"

#include <algorithm>

namespace makegood {
namespace {

bool is_forgotten(const Tally& tally, std::int64_t now) { return now - tally.last > kForgetSeconds; }

std::int64_t pause_after(int failures, const Throttle& throttle) {
  const int doublings = failures - throttle.free;
  if (doublings <= 0) return 0;
  return doublings >= 30 ? throttle.longest : std::min(std::int64_t{1} << doublings, throttle.longest);
}

}  // namespace

std::int64_t pause_left(const Tally& tally, std::int64_t now, const Throttle& throttle) {
  if (is_forgotten(tally, now) || tally.last > now) return 0;
  return std::max(tally.last + pause_after(tally.failures, throttle) - now, std::int64_t{0});
}

Tally after_failure(const Tally& tally, std::int64_t now) {
  // Never more than counts: a number that cannot overflow.
  return {is_forgotten(tally, now) ? 1 : std::min(tally.failures + 1, 1000), now};
}

}  // namespace makegood
