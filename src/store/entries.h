#pragma once
// The rows of the table `entries`.

#include "ledger/ledger.h"
#include "store/sqlite.h"

namespace makegood::store {

#define MAKEGOOD_ENTRY_COLUMNS "sequence, at, actor, kind, subject, payload, salt, digest, previous, hash"
inline constexpr const char* kSelectEntries = "SELECT " MAKEGOOD_ENTRY_COLUMNS " FROM entries ORDER BY sequence";

/// The entry of a row with MAKEGOOD_ENTRY_COLUMNS.
[[nodiscard]] Entry entry_from(const Query& row);

}  // namespace makegood::store
