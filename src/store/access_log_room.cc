#include "store/access_log_room.h"

#include <limits>

#include "store/writing.h"

namespace makegood::store {

using tasks::AccessEntry;

Result<void> AccessLogRoom::add(const AccessEntry& entry) {
  return done(write(connections_, "INSERT INTO access_log (at, who, what, subject) VALUES ($1, $2, $3, $4)", entry.at, entry.who, entry.what,
                    entry.subject));
}

Result<std::vector<AccessEntry>> AccessLogRoom::list(std::int64_t before, int limit) {
  return guarded([&]() -> Result<std::vector<AccessEntry>> {
    auto lease = connections_.read();
    const auto below = before > 0 ? before : std::numeric_limits<std::int64_t>::max();
    std::vector<AccessEntry> entries;
    for (Query q(*lease, "SELECT id, at, who, what, subject FROM access_log WHERE id < $1 ORDER BY id DESC LIMIT $2", below, limit); q.next();)
      entries.push_back({q.number(0), q.number(1), q.text(2), q.text(3), q.text(4)});
    return entries;
  });
}

Result<void> AccessLogRoom::forget(std::int64_t before) {
  return done(write(connections_, "DELETE FROM access_log WHERE at < $1", before));
}

}  // namespace makegood::store
