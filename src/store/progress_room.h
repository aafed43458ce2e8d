#pragma once
// What was said about plans as tables: ProgressRepository over the connections, with what was read kept
// in memory; when something more is said, only that is read.

#include <atomic>
#include <map>
#include <mutex>

#include "progress/progress_repository.h"
#include "store/connections.h"

namespace makegood::store {

/// What a plan's progress was made of when it was read: sequences of the last entries. A later one is greater.
struct ProgressVersion {
  std::int64_t plan = 0, erased = 0, said = 0;
  bool shows_others = false;  ///< items that are at home elsewhere
  auto operator<=>(const ProgressVersion&) const = default;
};

class ProgressRoom final : public ProgressRepository {
 public:
  explicit ProgressRoom(Connections& connections) : connections_(connections) {}

  Result<std::shared_ptr<const Progress>> of_plan(std::string_view slug) override;
  Result<std::shared_ptr<const Progress>> public_of_plan(std::string_view slug) override;
  void just_written(const std::string& json, const Update& update) override;
  /// Drops what is held in memory.
  void forget();

 private:
  struct Held {
    std::mutex lock;  ///< one at a time reads what is new
    std::atomic<bool> is_loaded = false;   ///< only a little is to be read from now on
    ProgressVersion version;
    std::shared_ptr<Progress> progress;    ///< changed only while nobody else has it
    std::shared_ptr<const Progress> open;  ///< its public part, made when the public first asks
  };
  std::shared_ptr<Held> place_of(std::string_view slug);
  static Result<std::shared_ptr<const Progress>> bring_up_to_date(Db& db, Held& held, std::string_view slug);
  static Result<std::shared_ptr<const Progress>> keep(Held& held, const ProgressVersion& version, Result<std::shared_ptr<Progress>> read);
  static constexpr std::size_t kMostHeld = 64;

  Connections& connections_;
  std::mutex lock_;
  std::map<std::string, std::shared_ptr<Held>, std::less<>> held_;
};

}  // namespace makegood::store
