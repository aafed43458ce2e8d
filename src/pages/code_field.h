#pragma once
// The field for six digits, or a recovery code, named `code`.

#include "pages/pieces.h"

namespace makegood::pages {

[[nodiscard]] Html code_field(const Site& site, std::string_view refusal, std::string_view hint);

}  // namespace makegood::pages
