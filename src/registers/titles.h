#pragma once
// The titles that a definition has in two languages, found by the English one: what a sentence has put in that was made
// where nobody knew who would read it.

#include <string>
#include <string_view>

#include "registers/definition.h"

namespace makegood {

/// The Welsh title of a field, a state or the register itself; empty where no title is written so, or it has no Welsh.
/// Where two are written alike in English, that of the first that has Welsh, fields first.
[[nodiscard]] std::string welsh_title(const Definition& definition, std::string_view english);

}  // namespace makegood
