#include "store/people_room.h"

namespace makegood::store {

Result<std::shared_ptr<const Directory>> PeopleRoom::directory() {
  return guarded([&]() -> Result<std::shared_ptr<const Directory>> {
    static_cast<void>(connections_.read());
    return std::make_shared<const Directory>();
  });
}

}  // namespace makegood::store
