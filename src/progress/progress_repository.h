#pragma once
// The door to what was said about plans. It only reads: things are said through the ledger.

#include <memory>
#include <string_view>

#include "progress/progress.h"

namespace makegood {

class ProgressRepository {
 public:
  ProgressRepository() = default;
  ProgressRepository(const ProgressRepository&) = delete;
  ProgressRepository& operator=(const ProgressRepository&) = delete;
  virtual ~ProgressRepository() = default;

  /// All that was said about a plan, shared between all who read it; empty where nothing was.
  [[nodiscard]] virtual Result<std::shared_ptr<const Progress>> of_plan(std::string_view slug) = 0;
  /// Its public_part().
  [[nodiscard]] virtual Result<std::shared_ptr<const Progress>> public_of_plan(std::string_view slug) = 0;
};

}  // namespace makegood
