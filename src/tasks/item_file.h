#pragma once
// Everything that is held about one item, for a request under freedom of information: every entry of the
// ledger about it as it was written, the evidence, and how many drafts there are (not their words: they are not
// sent). Each export is written down.

#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"
#include "plan/plan_repository.h"
#include "progress/progress.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

struct ItemFile {
  std::shared_ptr<const KeptPlan> kept;
  const Item* item = nullptr;       ///< in `kept`
  std::vector<Entry> entries;       ///< oldest first; erased ones say that they are
  std::vector<Evidence> evidence;   ///< of every update, each once
  int drafts = 0;
};

/// Refuses: no right to it -> not_allowed; no such item -> not_found; and where it cannot be written down that it was looked at.
[[nodiscard]] Result<ItemFile> find_item_file(const Workspace& workspace, const Actor& actor, std::string_view slug, const ItemId& item);

/// entries.json, about.txt, and the files of evidence that may be opened, as one package.
[[nodiscard]] Result<std::string> write_item_file(const Workspace& workspace, const ItemFile& file);

}  // namespace makegood::tasks
