#pragma once
// What rooms of plain tables share: one statement that writes is a transaction by itself.

#include "store/connections.h"

namespace makegood::store {

/// How many rows it changed.
template <class... Values>
Result<int> write(Connections& connections, std::string_view sql, const Values&... values) {
  return guarded([&]() -> Result<int> {
    auto lease = connections.write();
    return run(*lease, sql, values...);
  });
}

inline Result<void> done(const Result<int>& rows) {
  if (!rows) return tl::unexpected(rows.error());
  return {};
}

}  // namespace makegood::store
