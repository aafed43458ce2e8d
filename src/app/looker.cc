#include "app/looker.h"

#include <condition_variable>
#include <mutex>

namespace makegood::app {
namespace {

constexpr int kFilesAtATime = 20;

// A fault of the database is met again at the next look, and the file waits until then.
void look_until(const std::stop_token& stop, const tasks::Workspace& w, std::chrono::milliseconds between) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  while (!stop.stop_requested()) {
    static_cast<void>(tasks::scan_waiting(w, kFilesAtATime));
    never.wait_for(lock, stop, between, [] { return false; });
  }
}

}  // namespace

Looker::Looker(const tasks::Workspace& workspace, std::chrono::milliseconds between) {
  if (workspace.scanner == nullptr) return;
  thread_ = std::jthread([&workspace, between](const std::stop_token& stop) { look_until(stop, workspace, between); });
}

}  // namespace makegood::app
