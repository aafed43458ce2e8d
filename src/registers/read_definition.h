#pragma once
// A register's file to a Definition. All faults are told at once, each with its line, so that
// whoever writes the file sees them together.

#include <string>
#include <string_view>
#include <vector>

#include "registers/definition.h"

namespace makegood {

struct DefinitionFault {
  int line = 1;
  std::string message;  ///< "fields 3: \"type\" is not a known word: text"
  bool operator==(const DefinitionFault&) const = default;
};

struct ReadDefinition {
  Definition definition;                ///< complete only where there are no faults
  std::vector<DefinitionFault> faults;  ///< in the order of the file
};

/// Reads, and checks what contradicts itself (check_definition.h). At most 1 MB.
[[nodiscard]] ReadDefinition read_definition(std::string_view text);

/// The same where a definition is needed: the first fault is the refusal -> invalid_input, and says "line 12".
[[nodiscard]] Result<Definition> definition_of(std::string_view text);

}  // namespace makegood
