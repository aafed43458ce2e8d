#include "web/site/pacer.h"

namespace makegood::web {
namespace {

constexpr std::size_t kMostHeld = 10'000;  ///< addresses are many: beyond this all begin afresh

}  // namespace

bool Pacer::go(std::string_view who, const Pace& pace, std::int64_t now) {
  const std::lock_guard guard(lock_);
  if (left_.size() >= kMostHeld && !left_.contains(who)) left_.clear();
  const auto at = left_.try_emplace(std::string(who), rested(pace, now)).first;
  return take_one(at->second, pace, now);
}

}  // namespace makegood::web
