#pragma once
// Registers come in as files, are opened by a named person, and change while records are in them.

#include <string>
#include <string_view>
#include <vector>

#include "registers/registers.h"
#include "tasks/people.h"
#include "tasks/workspace.h"

namespace makegood::tasks {

struct Defined {
  std::string name;
  bool changed = false;  ///< false = it was there already, word for word
};

/// Takes a definition on, new or changed; no restart is needed. Refuses: a fault in it -> invalid_input,
/// "line 12: ..."; records that it would leave without a place -> conflict, with the first of their ids.
[[nodiscard]] Result<Defined> define_register(const Workspace& workspace, const Actor& actor, std::string_view text);

/// The named person's word that the DPIA is approved; from then on records come in.
/// Refuses: no name, no reference, a day to come -> invalid_input.
[[nodiscard]] Result<void> open_register(const Workspace& workspace, const Actor& actor, Opening opening);

/// Registers that the actor may do something with, by title.
[[nodiscard]] Result<std::vector<std::shared_ptr<const KeptRegister>>> registers_for(const Workspace& workspace, const Actor& actor);

/// Says whose returns are expected, by id or name; those that are left out are no longer.
[[nodiscard]] Result<void> expect_returns(const Workspace& workspace, const Actor& actor, std::string_view name, std::vector<std::string> organisations);

}  // namespace makegood::tasks
