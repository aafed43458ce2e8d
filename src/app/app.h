#pragma once
// app: the one place where the doors meet their adapters. It opens the store, hands it to the
// command line and to the web, and knows nothing else.
//
//   auto machine = app::make_machine();
//   return cli::run(arguments, *machine, std::cout, std::cerr);

#include <memory>

#include "cli/cli.h"

namespace makegood::app {

[[nodiscard]] std::unique_ptr<cli::Machine> make_machine();

}  // namespace makegood::app
