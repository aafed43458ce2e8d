#pragma once
// Where a register asks for consent, a record is used only while it is given.

#include "registers/answers.h"

namespace makegood {

/// True also where the register asks for none.
[[nodiscard]] bool is_consented(const Definition& definition, const Answers& answers);

}  // namespace makegood
