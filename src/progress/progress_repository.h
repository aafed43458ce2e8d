#pragma once
// The door to what was said about plans. It only reads: things are said through the ledger.

#include <memory>
#include <string>
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

  /// Said by whoever is about to put `json`, which is write_update() of this update, into the ledger: it need not be
  /// read to know what it says. Without effect where nothing is kept in memory.
  virtual void just_written(const std::string& json, const Update& update) { static_cast<void>(json), static_cast<void>(update); }
};

}  // namespace makegood
