#pragma once
// The door to time. `today` may be set by the operator (--today); the clock runs on.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::tasks {

struct Now {
  std::int64_t seconds = 0;  ///< since 1970, UTC
  Day today;
  [[nodiscard]] std::string utc() const;  ///< "2023-06-14T09:30:00Z"
};

/// The day of a moment as utc() writes it; empty where it is none.
[[nodiscard]] std::optional<Day> day_of(std::string_view utc);

class Clock {
 public:
  Clock() = default;
  Clock(const Clock&) = delete;
  Clock& operator=(const Clock&) = delete;
  virtual ~Clock() = default;
  [[nodiscard]] virtual Now now() const = 0;
};

}  // namespace makegood::tasks
