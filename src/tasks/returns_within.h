#pragma once
// How organisations stand in one period, for what somebody reaches: shared by returns, counts and signals.

#include "registers/registers.h"
#include "tasks/records.h"

namespace makegood::tasks {

/// The register must have returns.
[[nodiscard]] Result<ReturnsSeen> returns_within(const Workspace& workspace, const KeptRegister& kept, const Reach& reach, Day within);
[[nodiscard]] bool is_expected(const KeptRegister& kept, std::string_view organisation);

}  // namespace makegood::tasks
