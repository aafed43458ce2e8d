#pragma once
// Copies that can be trusted: made page by page from a live database, checked, and on the disk
// before they get their name.

#include <filesystem>

#include "ledger/ledger_store.h"
#include "store/sqlite.h"

namespace makegood::store {

/// Copies `from` into the new file `to`. What does not check out is removed again.
/// Refuses: `to` is there already -> conflict; the copy is not whole -> invalid_input.
[[nodiscard]] Result<LedgerHead> copy_checked(Db& from, const std::filesystem::path& to);

}  // namespace makegood::store
