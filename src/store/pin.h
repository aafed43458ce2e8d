#pragma once
// One connection in one transaction for all that a thread reads: read() and glance() of these connections give
// that one until the pin goes. Whoever reads under a lock of their own therefore takes the connection first: else
// two threads, one with the pin and one with the lock, wait for each other.

#include <optional>

#include "ledger/ledger_store.h"
#include "store/connections.h"

namespace makegood::store {

class Pin final : public Snapshot {
 public:
  explicit Pin(Connections& connections);
  ~Pin() override;

 private:
  friend class Connections;
  /// What the calling thread has pinned of these connections; null = nothing.
  static Db* of(const Connections& connections);

  std::optional<Lease> lease_;  ///< nothing where an outer pin holds already
  std::optional<Tx> tx_;
};

}  // namespace makegood::store
