#pragma once
// The directory of people as tables: PeopleRepository over the connections, with the directory kept
// in memory until an entry changes it.

#include <mutex>

#include "people/people_repository.h"
#include "store/connections.h"

namespace makegood::store {

class PeopleRoom final : public PeopleRepository {
 public:
  explicit PeopleRoom(Connections& connections) : connections_(connections) {}

  Result<std::shared_ptr<const Directory>> directory() override;
  /// Drops what is held in memory.
  void forget();

 private:
  /// What was kept, if it is of that version.
  std::shared_ptr<const Directory> held(const std::string& version);

  Connections& connections_;
  std::mutex lock_;
  std::string version_;
  std::shared_ptr<const Directory> held_;
};

}  // namespace makegood::store
