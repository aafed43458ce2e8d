#include "web/workers.h"

#include <utility>

namespace makegood::web {

Workers::Workers(unsigned threads, std::size_t queue) : capacity_(queue), idle_(threads) {
  for (unsigned i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

Workers::~Workers() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_all();
  for (auto& thread : threads_) thread.join();
}

bool Workers::try_post(Job job) {
  {
    const std::lock_guard lock(mutex_);
    // A job that an idle thread is about to take does not count as waiting.
    if (jobs_.size() >= capacity_ + idle_) return false;
    jobs_.push_back(std::move(job));
  }
  wake_.notify_one();
  return true;
}

void Workers::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait(lock, [this] { return stopping_ || !jobs_.empty(); });
    if (jobs_.empty()) return;
    auto job = std::move(jobs_.front());
    jobs_.pop_front();
    --idle_;
    lock.unlock();
    job();
    job = nullptr;  // what it holds is let go before the lock is taken again
    lock.lock();
    ++idle_;
  }
}

}  // namespace makegood::web
