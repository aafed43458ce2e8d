#pragma once
// The thread that has the scanner look at files while the server runs (tasks/quarantine.h). A file that was given
// waits until the next look; one that the scanner could not look at waits longer.

#include <chrono>
#include <thread>

#include "tasks/tasks.h"

namespace makegood::app {

class Looker {
 public:
  /// Begins at once; without a scanner there is nothing to do. `workspace` outlives it.
  explicit Looker(const tasks::Workspace& workspace, std::chrono::milliseconds between = std::chrono::seconds(10));

 private:
  std::jthread thread_;  ///< asked to stop and waited for at the end, when the files in hand are done with
};

}  // namespace makegood::app
