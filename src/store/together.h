#pragma once
// Several who append at once go to the disk together. A commit waits for the disk; meanwhile others come, and the
// first of them then carries all of them in one transaction. Each is decided by itself, in the order in which they
// came, as if it were alone: one that is refused is undone and the others stand. Nobody is answered before the disk
// has it.

#include <condition_variable>
#include <functional>
#include <mutex>
#include <vector>

#include "ledger/ledger_store.h"
#include "store/connections.h"

namespace makegood::store {

class Together {
 public:
  /// Writes one batch in the transaction that is open.
  using Write = std::function<Result<std::vector<Entry>>(Db&, const Batch&)>;
  Together(Connections& connections, Write write) : connections_(connections), write_(std::move(write)) {}

  /// Durable when it returns. Refuses as `write` does; a fault of the disk -> unavailable, for all that it carried.
  Result<std::vector<Entry>> append(const Batch& batch);

 private:
  struct Waiting {
    const Batch& batch;
    Result<std::vector<Entry>> result = refuse(Fault::unavailable, "nothing was changed");
    bool done = false;
  };
  void carry(const std::vector<Waiting*>& all);
  Result<std::vector<Entry>> write_by_itself(Db& db, const Batch& batch);

  Connections& connections_;
  Write write_;
  std::mutex mutex_;
  std::condition_variable turn_;
  std::vector<Waiting*> waiting_;
  bool carrying_ = false;
};

}  // namespace makegood::store
