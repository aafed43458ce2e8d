#pragma once
// Plans as tables: PlanRepository over the connections, with the parsed plans kept in memory
// until the ledger moves on.

#include "plan/plan_repository.h"
#include "store/connections.h"
#include "store/shelf.h"

namespace makegood::store {

class PlanRoom final : public PlanRepository {
 public:
  explicit PlanRoom(Connections& connections) : connections_(connections) {}

  Result<std::vector<PlanSummary>> list(View view) override;
  Result<std::shared_ptr<const KeptPlan>> find(std::string_view slug, View view) override;
  Result<SearchResults> search(std::string_view text, std::string_view slug, const Sight& sight, int limit,
                               int offset) override;
  Result<std::vector<Inclusion>> inclusions(std::string_view slug, View view) override;
  Result<std::vector<PlanVersion>> versions(std::string_view slug, View view) override;
  Result<Plan> find_version(std::string_view slug, std::string_view called, View view) override;
  /// Drops what is held in memory.
  void forget();

 private:
  struct Key {
    std::string slug;
    View view = View::live;
    auto operator<=>(const Key&) const = default;
  };
  Connections& connections_;
  Shelf<Key, std::shared_ptr<const KeptPlan>> plans_{64};
};

}  // namespace makegood::store
