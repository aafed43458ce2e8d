#pragma once
// The tables. What must be kept is made by numbered steps that are never changed once released;
// what is derived from the ledger is dropped and made anew whenever its definition changes.

#include <string>

#include "store/sqlite.h"

namespace makegood::store {

/// Brings the kept tables up to date, each step in a transaction of its own.
/// Refuses: made by a newer version, or steps that are not ours -> invalid_input.
[[nodiscard]] Result<void> migrate(Db& db);

/// True when the derived tables are there as this version defines them.
[[nodiscard]] bool derived_is_current(Db& db);
/// Drops and makes the derived tables, empty. Inside the caller's transaction.
void remake_derived(Db& db);

/// The derived tables' rows as text, in a fixed order.
[[nodiscard]] std::string dump_derived(Db& db);

}  // namespace makegood::store
