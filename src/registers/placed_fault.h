#pragma once
// A fault of a definition and the pointer of the member that it is about ("/fields/3/name").

#include <string>
#include <vector>

namespace makegood::registers {

struct PlacedFault {
  std::string pointer, message;
};
using Faults = std::vector<PlacedFault>;

}  // namespace makegood::registers
