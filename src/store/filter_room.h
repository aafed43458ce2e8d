#pragma once
// Named filters of the grid as a table: SavedFilterRepository over the connections.

#include "store/connections.h"
#include "tasks/saved_filters.h"

namespace makegood::store {

class FilterRoom final : public tasks::SavedFilterRepository {
 public:
  explicit FilterRoom(Connections& connections) : connections_(connections) {}

  Result<std::vector<tasks::SavedFilter>> list(std::string_view account, std::string_view plan) override;
  Result<void> keep(const tasks::SavedFilter& filter) override;
  Result<void> forget(std::string_view account, std::string_view plan, std::string_view name) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
