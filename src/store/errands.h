#pragma once
// What has to be done because of a batch, taken in its transaction: one row for each kind.

#include "ledger/ledger_store.h"
#include "store/sqlite.h"

namespace makegood::store {

/// Refuses: a kind that nobody takes, or a payload that its taker cannot read -> invalid_input.
[[nodiscard]] Result<void> take_errand(Db& db, const Errand& errand);

}  // namespace makegood::store
