#pragma once
// Save and return: a form that somebody began goes on where it was left, for 28 days. A signed-in person finds it again
// by themselves; anybody else by a link whose token is shown once. A form without a sender's name is never kept by
// account: only a link leads back to it.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "registers/form_upgrade.h"
#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

/// Whose a form is that leads back by a link: "link HASH".
[[nodiscard]] std::string holder_of_form_link(std::string_view token);

/// Saved now. Refuses a form without number or holder -> invalid_input.
[[nodiscard]] Result<void> save_form(const Workspace& workspace, BegunForm form);
/// Of one holder and register, the last saved first; none that is older than 28 days.
[[nodiscard]] Result<std::vector<BegunForm>> begun_forms(const Workspace& workspace, std::string_view holder, std::string_view register_name);
/// The one with this number; empty = the last saved. Refuses: there is none, or its time is over -> not_found.
[[nodiscard]] Result<BegunForm> find_form(const Workspace& workspace, std::string_view holder, std::string_view register_name, std::string_view once);
[[nodiscard]] Result<void> throw_away_form(const Workspace& workspace, std::string_view holder, std::string_view once);

/// The register as it was in this version; empty where the ledger has it no more.
[[nodiscard]] std::optional<Definition> definition_in_version(const Workspace& workspace, std::string_view register_name, int version);
/// What changed for these answers since; empty where the version is the one of today.
[[nodiscard]] FormUpgrade upgrade_for(const Workspace& workspace, const Definition& now, int version, const Answers& answers);

}  // namespace makegood::tasks
