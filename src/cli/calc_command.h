#pragma once
// The commands "calc METHOD", one for each row of calc's table.

#include <vector>

#include "cli/command.h"

namespace makegood::cli {

[[nodiscard]] std::vector<CommandSpec> calc_commands();
Result<int> calc_command(Call& call);

}  // namespace makegood::cli
