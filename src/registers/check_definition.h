#pragma once
// What contradicts itself in a definition that could be read.

#include <vector>

#include "registers/definition.h"
#include "registers/placed_fault.h"

namespace makegood {

/// Each fault with the pointer of the member that it is about. The rules stand at the end of docs/reference/registers.md.
[[nodiscard]] std::vector<registers::PlacedFault> check_definition(const Definition& definition);

namespace registers {

// Each kind of rule has a function and a file of its own.
void check_fields(const Definition& definition, Faults& faults);    ///< names, pages, frames, conditions, keys
void check_values(const Definition& definition, Faults& faults);    ///< bounds, lists of values, choices that can be told apart
void check_states(const Definition& definition, Faults& faults);    ///< reached, left, what they need
void check_lawful(const Definition& definition, Faults& faults);    ///< bases, consent, who sees what, what is public
void check_sender(const Definition& definition, Faults& faults);    ///< whoever may stay unknown
void check_the_rest(const Definition& definition, Faults& faults);  ///< roles, retention, counts, signals, links

}  // namespace registers
}  // namespace makegood
