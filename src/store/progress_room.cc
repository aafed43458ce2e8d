#include "store/progress_room.h"

namespace makegood::store {

Result<std::shared_ptr<const Progress>> ProgressRoom::of_plan(std::string_view slug) {
  return guarded([&]() -> Result<std::shared_ptr<const Progress>> {
    static_cast<void>(connections_.read());
    return std::make_shared<const Progress>(Progress{.plan = std::string(slug)});
  });
}

}  // namespace makegood::store
