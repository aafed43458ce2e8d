#pragma once
// From an entry to the derived tables. Appending and rebuilding both go through `project`, so
// that they cannot differ.

#include <set>
#include <string>

#include "ledger/ledger.h"
#include "store/sqlite.h"

namespace makegood::store {

/// Does to the derived tables what the entry says. `payload` is the entry's own, or what replaces
/// an erased one; empty = there is nothing to derive. A kind that is not known derives nothing.
/// Refuses a payload that cannot be read -> invalid_input.
[[nodiscard]] Result<void> project(Db& db, const Entry& entry, std::string_view payload);

/// Whether entries of these kinds, later about the same subject, leave nothing of an entry of `kind` in any derived table.
[[nodiscard]] bool settled_by(std::string_view kind, const std::set<std::string>& later);

/// Makes the derived tables anew from all entries. Inside the caller's transaction.
[[nodiscard]] Result<void> rebuild(Db& db);

/// "live" or "released".
inline constexpr const char* kLive = "live";
inline constexpr const char* kReleased = "released";

}  // namespace makegood::store
