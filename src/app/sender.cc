#include "app/sender.h"

#include <chrono>
#include <condition_variable>
#include <mutex>

namespace makegood::app {
namespace {

using namespace std::chrono_literals;

/// How long to rest after this; a fault of the database is met again soon enough.
std::chrono::seconds rest_after(const Result<tasks::Step>& step) {
  if (!step) return 10s;
  switch (*step) {
    case tasks::Step::nothing_due: return 2s;
    case tasks::Step::unreachable: return 60s;
    case tasks::Step::sent:
    case tasks::Step::later:
    case tasks::Step::failed: break;
  }
  return 0s;
}

void rest(const std::stop_token& stop, std::chrono::seconds time) {
  std::mutex mutex;
  std::condition_variable_any never;
  std::unique_lock lock(mutex);
  never.wait_for(lock, stop, time, [] { return false; });
}

/// What is not a letter's own turn, once an hour; what cannot be done now is done the next time.
class Hourly {
 public:
  explicit Hourly(const tasks::Workspace& workspace) : w_(workspace) {}
  void look() {
    const auto now = w_.clock.now().seconds;
    if (now - last_ < 3600) return;
    last_ = now;
    (void)tasks::forget_old_letters(w_.outbox, w_.clock);
    (void)tasks::tell_subscribers(w_);
  }

 private:
  const tasks::Workspace& w_;
  std::int64_t last_ = 0;
};

void send_until(const std::stop_token& stop, const tasks::Workspace& w) {
  for (Hourly hourly(w); !stop.stop_requested();) {
    const auto step = tasks::send_next(w, *w.mailer);
    if (step && *step == tasks::Step::nothing_due) hourly.look();
    rest(stop, rest_after(step));
  }
}

}  // namespace

Sender::Sender(const tasks::Workspace& workspace)
    : thread_([&workspace](const std::stop_token& stop) { send_until(stop, workspace); }) {}

}  // namespace makegood::app
