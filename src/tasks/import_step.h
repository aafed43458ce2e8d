#pragma once
// What every step on an import shares: that it is still open, and one entry of the ledger that
// nobody was quicker than. For tasks only.

#include "tasks/import.h"
#include "tasks/payload.h"

namespace makegood::tasks {

/// Refuses: not allowed; no such import -> not_found; no longer open -> conflict.
[[nodiscard]] Result<Import> open_import(const Workspace& workspace, const Actor& actor, const ImportId& id);

[[nodiscard]] Change step_change(const Import& import, const Actor& actor, const char* kind, const Payload& payload);

/// Refuses: somebody else took a step since -> conflict.
[[nodiscard]] Result<void> append_step(const Workspace& workspace, const Import& import, Change change);

}  // namespace makegood::tasks
