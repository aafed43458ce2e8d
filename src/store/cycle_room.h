#pragma once
// Cycles as tables: CycleRepository over the connections, with what was read kept in memory until an entry about a
// cycle comes; and the links of requests, which are kept, not derived.

#include "cycle/cycle_repository.h"
#include "store/connections.h"
#include "store/shelf.h"

namespace makegood::store {

/// Which request a link opens. Only the hash of its token is kept; whether it still opens is for the request to say.
extern const char* const kReplyLinkStep;

/// In the caller's transaction.
[[nodiscard]] Result<void> add_reply_link(Db& db, std::string_view payload);

class CycleRoom final : public CycleRepository {
 public:
  explicit CycleRoom(Connections& connections) : connections_(connections) {}

  Result<std::optional<Schedule>> schedule(std::string_view plan) override;
  Result<std::vector<Cycle>> cycles(std::string_view plan) override;
  Result<Request> request(const RequestId& id) override;
  Result<LinkedRequest> behind_link(std::string_view hash) override;

  /// Drops what is held in memory.
  void forget();

 private:
  Connections& connections_;
  Shelf<std::string, std::vector<Cycle>> of_plans_{64};
  Shelf<std::string, LinkedRequest> behind_links_{4096};  ///< by the hash of the link
};

}  // namespace makegood::store
