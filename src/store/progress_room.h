#pragma once
// What was said about plans as tables: ProgressRepository over the connections.

#include "progress/progress_repository.h"
#include "store/connections.h"

namespace makegood::store {

class ProgressRoom final : public ProgressRepository {
 public:
  explicit ProgressRoom(Connections& connections) : connections_(connections) {}

  Result<std::shared_ptr<const Progress>> of_plan(std::string_view slug) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
