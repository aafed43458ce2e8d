#pragma once
// The door to where schedules, cycles and requests are kept. It only reads: they change through the ledger.

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "cycle/request.h"

namespace makegood {

/// A request with the cycle in which it was asked, which is without its requests here.
struct LinkedRequest {
  std::shared_ptr<const Request> request;
  std::shared_ptr<const Cycle> cycle;
};

class CycleRepository {
 public:
  CycleRepository() = default;
  CycleRepository(const CycleRepository&) = delete;
  CycleRepository& operator=(const CycleRepository&) = delete;
  virtual ~CycleRepository() = default;

  /// What was set for the plan; nothing = the usual one holds (Schedule{}).
  [[nodiscard]] virtual Result<std::optional<Schedule>> schedule(std::string_view plan) = 0;
  /// Every cycle of the plan with its requests, oldest first.
  [[nodiscard]] virtual Result<std::vector<Cycle>> cycles(std::string_view plan) = 0;
  /// Refuses: no such request -> not_found.
  [[nodiscard]] virtual Result<Request> request(const RequestId& id) = 0;
  /// What stands behind the link of this hash; links are not part of the ledger, and are gone once their cycle is long
  /// over. Refuses: no such link -> not_found.
  [[nodiscard]] virtual Result<LinkedRequest> behind_link(std::string_view hash) = 0;
};

}  // namespace makegood
