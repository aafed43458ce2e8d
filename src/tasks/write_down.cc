#include "tasks/write_down.h"

#include "tasks/workspace.h"

namespace makegood::tasks {

Result<void> write_down(const Workspace& w, std::vector<Change> changes, std::vector<Expectation> expectations, const std::optional<Now>& now) {
  Batch batch;
  batch.changes = std::move(changes);
  batch.expectations = std::move(expectations);
  batch.at = (now ? *now : w.clock.now()).utc();
  if (auto entries = w.ledger.append(batch); !entries) return tl::unexpected(entries.error());
  return {};
}

}  // namespace makegood::tasks
