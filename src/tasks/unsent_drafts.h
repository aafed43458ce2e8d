#pragma once
// What people typed about an item and never sent, for whoever must disclose it: by which post, when it was last saved,
// and every word as it was typed. It is marked as what it is, since nobody has said it.
//
//   auto drafts = unsent_drafts(workspace, item);             // find_item_file() asks for the right to, and writes that down
//   std::string file = unsent_drafts_json(workspace, *drafts);

#include <string>
#include <vector>

#include "tasks/drafts.h"

namespace makegood::tasks {

struct Workspace;

struct UnsentDraft {
  std::string who;  ///< the post that was asked, or that the account held on that day; else the account, or what the plan names
  Draft draft;
};

/// The last saved first.
[[nodiscard]] Result<std::vector<UnsentDraft>> unsent_drafts(const Workspace& workspace, const ItemId& item);

/// What stands in `state` of each: no reader may take it for an answer.
inline constexpr std::string_view kNeverSent = "draft, never sent";

/// drafts.json of the file of an item; `file` of a piece of evidence is where its bytes stand, if they may be opened.
[[nodiscard]] std::string unsent_drafts_json(const Workspace& workspace, const std::vector<UnsentDraft>& drafts);

}  // namespace makegood::tasks
