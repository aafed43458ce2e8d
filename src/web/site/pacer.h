#pragma once
// What is left to each token, and to each address from which tokens are guessed. In memory: a process that starts
// afresh owes nobody anything.

#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "credentials/pace.h"

namespace makegood::web {

/// Of a token, and of an address that sends tokens which are none.
inline constexpr Pace kTokenPace{120, 10}, kGuessPace{30, 1};

class Pacer {
 public:
  /// May `who` go on? From any thread.
  [[nodiscard]] bool go(std::string_view who, const Pace& pace, std::int64_t now);

 private:
  std::mutex lock_;
  std::map<std::string, PaceLeft, std::less<>> left_;
};

}  // namespace makegood::web
