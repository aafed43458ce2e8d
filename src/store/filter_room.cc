#include "store/filter_room.h"

#include "store/steps.h"

namespace makegood::store {

const char* const kFilterStep = R"sql(
CREATE TABLE saved_filters (
  account TEXT NOT NULL,
  plan    TEXT NOT NULL,
  name    TEXT NOT NULL,
  query   TEXT NOT NULL,
  PRIMARY KEY (account, plan, name)
);
)sql";

Result<std::vector<tasks::SavedFilter>> FilterRoom::list(std::string_view account, std::string_view plan) {
  return guarded([&]() -> Result<std::vector<tasks::SavedFilter>> {
    auto lease = connections_.read();
    std::vector<tasks::SavedFilter> filters;
    for (Query q(*lease, "SELECT account, plan, name, query FROM saved_filters WHERE account = $1 AND plan = $2 ORDER BY name", account, plan);
         q.next();)
      filters.push_back({q.text(0), q.text(1), q.text(2), q.text(3)});
    return filters;
  });
}

Result<void> FilterRoom::keep(const tasks::SavedFilter& filter) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    run(*lease,
        "INSERT INTO saved_filters (account, plan, name, query) VALUES ($1, $2, $3, $4) "
        "ON CONFLICT (account, plan, name) DO UPDATE SET query = excluded.query",
        filter.account, filter.plan, filter.name, filter.query);
    return {};
  });
}

Result<void> FilterRoom::forget(std::string_view account, std::string_view plan, std::string_view name) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    run(*lease, "DELETE FROM saved_filters WHERE account = $1 AND plan = $2 AND name = $3", account, plan, name);
    return {};
  });
}

}  // namespace makegood::store
