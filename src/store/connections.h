#pragma once
// One connection that writes, behind a mutex, and a few that read. In memory there is one for all.

#include <array>
#include <atomic>
#include <filesystem>
#include <memory>
#include <mutex>

#include "store/sqlite.h"

namespace makegood::store {

/// A connection that is no other thread's while this lives.
class Lease {
 public:
  Lease(std::unique_lock<std::mutex> lock, Db& db) : lock_(std::move(lock)), db_(&db) {}
  [[nodiscard]] Db& operator*() const { return *db_; }

 private:
  std::unique_lock<std::mutex> lock_;
  Db* db_;
};

class Connections {
 public:
  /// `path` is a file, or ":memory:".
  Connections(std::string path, Access access, Faults* faults);

  /// Throws std::logic_error where the thread has pinned what it reads: it would wait for itself.
  [[nodiscard]] Lease write();
  [[nodiscard]] Lease read();
  /// For a look of some microseconds (a row by its key, whether anything is new): the connection that writes, while
  /// nobody does. Each commit empties the page caches of all others, and its own stays warm. Else as `read`.
  [[nodiscard]] Lease glance();

 private:
  friend class Pin;
  struct Reader {
    std::mutex lock;
    std::unique_ptr<Db> db;  ///< opened when first needed
  };
  static constexpr std::size_t kReaders = 4;
  Lease leased(Reader& reader, std::unique_lock<std::mutex> lock);

  std::string path_;
  Faults* faults_;
  std::mutex writer_lock_;
  std::unique_ptr<Db> writer_;
  std::array<Reader, kReaders> readers_;
  std::atomic<std::size_t> next_{0};
};

/// Calls `work`, and turns a fault of the database into a refusal.
template <class Work>
auto guarded(Work work) -> decltype(work()) {
  try {
    return work();
  } catch (const SqlFault& fault) {
    return tl::unexpected(fault.refusal());
  }
}

}  // namespace makegood::store
