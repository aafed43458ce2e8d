#pragma once
// The thread that sends letters while the server runs: it looks for one that is due, hands it to
// the transport, and rests when there is none or no server answers. It looks every two seconds,
// since letters are also put in from the command line.

#include <thread>

#include "tasks/tasks.h"

namespace makegood::app {

class Sender {
 public:
  /// Begins at once. `workspace` outlives it and has a mailer.
  explicit Sender(const tasks::Workspace& workspace);

 private:
  std::jthread thread_;  ///< asked to stop and waited for at the end, when the letter in hand is done with
};

}  // namespace makegood::app
