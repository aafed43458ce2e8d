#pragma once
// What most use cases end with: their changes as one batch of the ledger, all of them or none.

#include <optional>
#include <vector>

#include "ledger/ledger_store.h"
#include "tasks/clock.h"

namespace makegood::tasks {

struct Workspace;

/// `now` is the moment that the changes speak of; empty = this one. Letters, links and attachments go with a Batch of
/// one's own. Refuses as LedgerStore::append() does.
[[nodiscard]] Result<void> write_down(const Workspace& workspace, std::vector<Change> changes, std::vector<Expectation> expectations,
                                      const std::optional<Now>& now = {});

}  // namespace makegood::tasks
