#include "store/access_log_room.h"

#include <limits>

#include "store/writing.h"

namespace makegood::store {

using tasks::AccessEntry;

namespace {

constexpr std::int64_t below(std::int64_t before) { return before > 0 ? before : std::numeric_limits<std::int64_t>::max(); }

AccessEntry entry_of(const Query& row) { return {row.number(0), row.number(1), row.text(2), row.text(3), row.text(4)}; }

}  // namespace

Result<void> AccessLogRoom::add(const AccessEntry& entry) {
  return done(write(connections_, "INSERT INTO access_log (at, who, what, subject) VALUES ($1, $2, $3, $4)", entry.at, entry.who, entry.what,
                    entry.subject));
}

Result<std::vector<AccessEntry>> AccessLogRoom::list(std::int64_t before, int limit) {
  return guarded([&]() -> Result<std::vector<AccessEntry>> {
    auto lease = connections_.read();
    std::vector<AccessEntry> entries;
    for (Query q(*lease, "SELECT id, at, who, what, subject FROM access_log WHERE id < $1 ORDER BY id DESC LIMIT $2", below(before), limit); q.next();)
      entries.push_back(entry_of(q));
    return entries;
  });
}

Result<std::vector<AccessEntry>> AccessLogRoom::of_register(std::string_view name, std::string_view record, std::int64_t before, int limit) {
  return guarded([&]() -> Result<std::vector<AccessEntry>> {
    auto lease = connections_.read();
    std::vector<AccessEntry> entries;
    for (Query q(*lease,
                 "SELECT l.id, l.at, l.who, l.what, l.subject FROM access_log l LEFT JOIN records r ON r.id = l.subject "
                 "WHERE l.id < $1 AND (r.register = $2 OR ($3 = '' AND l.subject = $2)) AND ($3 = '' OR l.subject = $3) ORDER BY l.id DESC LIMIT $4",
                 below(before), name, record, limit);
         q.next();)
      entries.push_back(entry_of(q));
    return entries;
  });
}

Result<void> AccessLogRoom::forget(std::int64_t before) {
  return done(write(connections_, "DELETE FROM access_log WHERE at < $1", before));
}

}  // namespace makegood::store
