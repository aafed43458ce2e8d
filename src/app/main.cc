#include <csignal>
#include <iostream>

#include "app/app.h"

int main(int argc, char** argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that went away is an error code, not a death
  const auto machine = makegood::app::make_machine();
  return makegood::cli::run({argv + 1, argv + argc}, *machine, std::cout, std::cerr);
}
