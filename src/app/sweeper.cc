#include "app/sweeper.h"

#include <condition_variable>
#include <mutex>

namespace makegood::app {
namespace {

// What cannot be swept now, because the disk is full or busy, is swept the next time.
void sweep_until(const std::stop_token& stop, const tasks::Workspace& w, std::chrono::milliseconds between) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    static_cast<void>(w.forms.forget(w.clock.now().seconds));
    never.wait_for(lock, stop, between, [] { return false; });
  }
}

}  // namespace

Sweeper::Sweeper(const tasks::Workspace& workspace, std::chrono::milliseconds between)
    : thread_([&workspace, between](const std::stop_token& stop) { sweep_until(stop, workspace, between); }) {}

}  // namespace makegood::app
