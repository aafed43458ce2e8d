#pragma once
// Counting wrong answers: what is looked at before an answer is read, and written after.

#include <initializer_list>
#include <string>
#include <string_view>

#include "base/base.h"
#include "credentials/throttle.h"

namespace makegood::tasks {

struct Workspace;

/// What is counted: "password" of somebody, "code" of somebody, "address", "mail" to somebody.
struct CountedTries {
  std::string_view what, whose;
  Throttle throttle;
};

/// Refuses while a pause lasts, saying how long -> not_allowed.
[[nodiscard]] Result<void> may_try(const Workspace& workspace, std::initializer_list<CountedTries> counted);
[[nodiscard]] Result<void> count_failure(const Workspace& workspace, std::initializer_list<CountedTries> counted);
[[nodiscard]] Result<void> clear_failures(const Workspace& workspace, const CountedTries& counted);

}  // namespace makegood::tasks
