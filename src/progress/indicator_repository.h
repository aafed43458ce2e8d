#pragma once
// The door to what was measured. It only reads: values come in through the ledger.

#include <memory>
#include <string_view>

#include "progress/indicator.h"

namespace makegood {

class IndicatorRepository {
 public:
  IndicatorRepository() = default;
  IndicatorRepository(const IndicatorRepository&) = delete;
  IndicatorRepository& operator=(const IndicatorRepository&) = delete;
  virtual ~IndicatorRepository() = default;

  /// Empty where nothing was settled or measured.
  [[nodiscard]] virtual Result<std::shared_ptr<const Measured>> of_plan(std::string_view slug) = 0;
};

}  // namespace makegood
