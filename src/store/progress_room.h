#pragma once
// What was said about plans as tables: ProgressRepository over the connections, with what was read kept
// in memory until something more is said.

#include <map>
#include <mutex>

#include "progress/progress_repository.h"
#include "store/connections.h"

namespace makegood::store {

class ProgressRoom final : public ProgressRepository {
 public:
  explicit ProgressRoom(Connections& connections) : connections_(connections) {}

  Result<std::shared_ptr<const Progress>> of_plan(std::string_view slug) override;
  Result<std::shared_ptr<const Progress>> public_of_plan(std::string_view slug) override;
  /// Drops what is held in memory.
  void forget();

 private:
  struct Held {
    std::string version;
    std::shared_ptr<const Progress> progress;
    std::shared_ptr<const Progress> open;  ///< its public part, made when the public first asks
  };
  static constexpr std::size_t kMostHeld = 64;

  Connections& connections_;
  std::mutex lock_;
  std::map<std::string, Held, std::less<>> held_;
};

}  // namespace makegood::store
