#pragma once
// Text as a square picture that telephones read (ISO/IEC 18004), drawn as SVG.

#include <string>
#include <string_view>

#include "html/html.h"

namespace makegood::pages {

/// Black on white with the quiet zone of four modules that the standard asks for. `label` is what it is
/// called for those who do not see it. Nothing where the text is too long for one picture.
[[nodiscard]] html::Html qr_code(const std::string& text, std::string_view label);

}  // namespace makegood::pages
