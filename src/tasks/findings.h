#pragma once
// The panel's voice: what a scrutineer finds beside a claim, and what a coordinator says to it (what it asks is
// challenges.h). Nobody edits a finding, and nobody but the monitoring officer can
// hold one back; then everybody still sees that there is one.
//
//   auto found = record_finding(workspace, scrutineer, {slug, item}, {Found::partly_evidenced, "Two of three ..."}, seen);
//   comment_finding(workspace, coordinator, {slug, item}, found->id, "The third follows in July.");
//   hold_finding(workspace, monitoring_officer, {slug, item}, found->id, "A live case: ...");

#include "progress/progress.h"
#include "tasks/share.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// What a scrutineer writes down.
struct FindingWords {
  Found found = Found::not_yet_assessed;
  std::string reasons;
  std::vector<EvidenceId> looked_at;  ///< of the item's updates
};

/// The sequence of the last ledger entry about an item; a form carries it, so that a person who writes does
/// not overlook what was said meanwhile. 0 = none.
[[nodiscard]] Result<std::int64_t> last_seen(const Workspace& workspace, const ItemId& item);

/// A new finding about the item's claim as it stands; one before it stays in the history.
/// Refuses: not this plan's scrutineer -> not_allowed; no finding, no reasons, evidence that is not the item's
/// -> invalid_input; no such item -> not_found; something was said about the item after `seen` -> conflict.
[[nodiscard]] Result<PanelFinding> record_finding(const Workspace& workspace, const Actor& actor, const HomeItem& item,
                                                  const FindingWords& words, std::int64_t seen);
/// A coordinator's words beside it; the finding stays as it is.
/// Refuses: no words -> invalid_input; no such finding -> not_found.
[[nodiscard]] Result<PanelFinding> comment_finding(const Workspace& workspace, const Actor& actor, const HomeItem& item,
                                                   const FindingId& finding, std::string_view text);
/// Shows it to nobody but those who keep the plan, for a reason in law that goes into the ledger. The public
/// reads that a finding is held, and since when.
/// Refuses: not a monitoring officer -> not_allowed; no reason -> invalid_input; held already -> conflict.
[[nodiscard]] Result<PanelFinding> hold_finding(const Workspace& workspace, const Actor& actor, const HomeItem& item,
                                                const FindingId& finding, std::string_view legal_reason);
/// Shows it again. Refuses: it is not held -> conflict.
[[nodiscard]] Result<PanelFinding> free_finding(const Workspace& workspace, const Actor& actor, const HomeItem& item,
                                                const FindingId& finding);

}  // namespace makegood::tasks
