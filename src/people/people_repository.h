#pragma once
// The door to where the directory is kept. It only reads: people change through the ledger.

#include <memory>

#include "people/people.h"

namespace makegood {

class PeopleRepository {
 public:
  PeopleRepository() = default;
  PeopleRepository(const PeopleRepository&) = delete;
  PeopleRepository& operator=(const PeopleRepository&) = delete;
  virtual ~PeopleRepository() = default;

  /// The whole directory as it stands, shared between all who read it. Empty when there is none.
  [[nodiscard]] virtual Result<std::shared_ptr<const Directory>> directory() = 0;
};

}  // namespace makegood
