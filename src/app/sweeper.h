#pragma once
// The thread that throws away what somebody began at a register and did not finish, when its time is over: files that
// wait for a yes after a day, forms after 28. Whoever uses them next would sweep too; this is for when nobody does.

#include <chrono>
#include <thread>

#include "tasks/tasks.h"

namespace makegood::app {

class Sweeper {
 public:
  /// Begins at once. `workspace` outlives it.
  explicit Sweeper(const tasks::Workspace& workspace, std::chrono::milliseconds between = std::chrono::minutes(10));

 private:
  std::jthread thread_;  ///< asked to stop and waited for at the end
};

}  // namespace makegood::app
