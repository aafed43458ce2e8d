#pragma once
// What is said about items, as the ledger writes it: one entry, one noun as it stands after it.
//
//   kind                 subject      payload
//   update.submitted     item's id    Update (its first version, or an edit after sending)
//   update.returned      item's id    Update with a question
//   update.approved      item's id    Update, with its public summary
//   update.published     item's id    Update
//   finding.recorded     item's id    PanelFinding
//   finding.commented    item's id    PanelFinding with one comment more
//   finding.held         item's id    PanelFinding with a hold; finding.freed: without
//   challenge.raised     item's id    Challenge
//   challenge.answered   item's id    Challenge with its answer
//   item.staged          item's id    StageMove
//
// `sequence`, `said`, `versions` and the noun's own `at` are the ledger's and are not written. Members that
// say nothing are left out; unknown ones are passed over, so that a newer ledger can be read.

#include <string>
#include <string_view>

#include "progress/progress.h"

namespace makegood {

[[nodiscard]] std::string write_update(const Update& update);
[[nodiscard]] std::string write_panel_finding(const PanelFinding& finding);
[[nodiscard]] std::string write_challenge(const Challenge& challenge);
[[nodiscard]] std::string write_stage_move(const StageMove& move);

/// Each refuses what is not its noun, naming the member: one without an id, plan, item or day, an
/// unknown word, a date that does not exist, a link that is not https: or http: -> invalid_input.
[[nodiscard]] Result<Update> read_update(std::string_view json);
[[nodiscard]] Result<PanelFinding> read_panel_finding(std::string_view json);
[[nodiscard]] Result<Challenge> read_challenge(std::string_view json);
[[nodiscard]] Result<StageMove> read_stage_move(std::string_view json);

/// Pieces of evidence by themselves, for what is not sent yet.
[[nodiscard]] std::string write_evidence(const std::vector<Evidence>& evidence);
[[nodiscard]] Result<std::vector<Evidence>> read_evidence(std::string_view json);

}  // namespace makegood
