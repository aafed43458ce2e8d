#pragma once
// Everything that is held about one item, for a request under freedom of information: every entry of the
// ledger about it as it was written, the evidence, and what people typed about it and never sent, marked as such: the
// form tells them that drafts may have to be disclosed. Each export is written down.
//
//   auto file = find_item_file(workspace, officer, slug, item);
//   auto zip = write_item_file(workspace, *file, words);      // about.txt in that language: what it is, and what to look at first
//
// It holds what people wrote, names and all: what is personal is for whoever releases it to take out. Not in it are
// letters as they went out, spreadsheets that came back and were not recorded, and backups.

#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger.h"
#include "plan/plan_repository.h"
#include "progress/progress.h"
#include "tasks/people.h"
#include "tasks/unsent_drafts.h"
#include "words/words.h"

namespace makegood::tasks {

struct Workspace;

struct ItemFile {
  std::shared_ptr<const KeptPlan> kept;
  const Item* item = nullptr;       ///< in `kept`
  std::vector<Entry> entries;       ///< oldest first; erased ones say that they are
  std::vector<Evidence> evidence;   ///< of every update, each once
  std::vector<UnsentDraft> drafts;  ///< the last saved first
};

/// Refuses: no right to it -> not_allowed; no such item -> not_found; and where it cannot be written down that it was looked at.
[[nodiscard]] Result<ItemFile> find_item_file(const Workspace& workspace, const Actor& actor, std::string_view slug, const ItemId& item);

/// about.txt, entries.json, drafts.json, and the files that may be opened, of what was sent and of drafts, as one package.
[[nodiscard]] Result<std::string> write_item_file(const Workspace& workspace, const ItemFile& file, const Words& words);

}  // namespace makegood::tasks
