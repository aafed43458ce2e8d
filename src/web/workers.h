#pragma once
// A fixed number of threads and a queue that has an end: when it is full, the caller is told at
// once instead of waiting for minutes.

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace makegood::web {

class Workers {
 public:
  using Job = std::function<void()>;

  Workers(unsigned threads, std::size_t queue);
  /// Finishes what is queued.
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  /// False when the queue is full. A job must not throw.
  [[nodiscard]] bool try_post(Job job);

 private:
  void work();

  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<Job> jobs_;
  std::size_t capacity_;
  std::size_t idle_ = 0;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace makegood::web
