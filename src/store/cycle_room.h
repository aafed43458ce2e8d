#pragma once
// Cycles as tables: CycleRepository over the connections; and the links of requests, which are kept, not derived.

#include "cycle/cycle_repository.h"
#include "store/connections.h"

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
  Result<RequestId> request_of_link(std::string_view hash) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
