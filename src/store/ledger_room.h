#pragma once
// The ledger as tables: LedgerStore over the connections.

#include <functional>

#include "ledger/ledger_store.h"
#include "store/connections.h"
#include "store/pin.h"
#include "store/together.h"

namespace makegood::store {

class LedgerRoom final : public LedgerStore {
 public:
  /// `forget` is called after an erasure: whoever holds text in memory drops it.
  LedgerRoom(Connections& connections, RandomBits random, std::function<void()> forget);

  Result<std::vector<Entry>> append(const Batch& batch) override;
  Result<std::unique_ptr<Snapshot>> snapshot() override;
  Result<Entry> entry(std::int64_t sequence) override;
  Result<std::vector<Entry>> about(std::string_view subject) override;
  Result<std::vector<Entry>> within(std::string_view plan, int limit, std::int64_t before) override;
  Result<std::int64_t> last_about(std::string_view subject) override;
  Result<LedgerHead> head() override;
  Result<LedgerReport> verify() override;
  Result<Entry> erase(const Erasure& erasure) override;
  Result<void> erase_all(const Batch& before, const std::vector<Erasure>& erasures) override;
  Result<void> rebuild() override;
  Result<Attachment> attachment(std::string_view digest) override;

 private:
  Connections& connections_;
  RandomBits random_;
  std::function<void()> forget_;
  Together together_;
};

/// Checks the chain and the attachments of an open database.
[[nodiscard]] LedgerReport verify(Db& db);

}  // namespace makegood::store
