#pragma once
// The directory of people as tables: PeopleRepository over the connections.

#include "people/people_repository.h"
#include "store/connections.h"

namespace makegood::store {

class PeopleRoom final : public PeopleRepository {
 public:
  explicit PeopleRoom(Connections& connections) : connections_(connections) {}

  Result<std::shared_ptr<const Directory>> directory() override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
