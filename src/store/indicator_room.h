#pragma once
// What plans are measured by as tables: IndicatorRepository over the connections.

#include "progress/indicator_repository.h"
#include "store/connections.h"

namespace makegood::store {

class IndicatorRoom final : public IndicatorRepository {
 public:
  explicit IndicatorRoom(Connections& connections) : connections_(connections) {}

  Result<std::shared_ptr<const Measured>> of_plan(std::string_view slug) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
