#pragma once
// Cycles as tables: CycleRepository over the connections, with what was read kept in memory until an entry about a
// cycle comes; and the links of requests, which are kept, not derived.

#include <map>
#include <mutex>

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
  Result<Cycle> cycle(std::string_view plan, const CycleId& id) override;
  Result<Request> request(const RequestId& id) override;
  Result<RequestId> request_of_link(std::string_view hash) override;

  /// Drops what is held in memory.
  void forget();

 private:
  struct Held {
    std::string version;
    std::vector<Cycle> cycles;
  };
  struct HeldRequest {
    std::string version;
    Request request;
  };
  static constexpr std::size_t kMostHeld = 64, kMostRequests = 4096;

  Connections& connections_;
  std::mutex lock_;
  std::map<std::string, Held, std::less<>> held_;
  std::map<std::string, HeldRequest, std::less<>> requests_;
};

}  // namespace makegood::store
