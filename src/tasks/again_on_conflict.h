#pragma once
// A run reads what stands, decides, and writes. Where somebody else wrote meanwhile it begins anew: for runs that nobody
// watches, and for what a person decided whatever else was said meanwhile.

#include "base/base.h"

namespace makegood::tasks {

/// What `run` gives, or its third conflict.
template <class Run>
[[nodiscard]] auto again_on_conflict(const Run& run) {
  constexpr int kAttempts = 3;
  for (int attempt = 1;; ++attempt) {
    auto result = run();
    if (result || result.error().fault != Fault::conflict || attempt == kAttempts) return result;
  }
}

}  // namespace makegood::tasks
