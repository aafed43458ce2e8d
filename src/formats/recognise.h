#pragma once
// What kind of file some bytes are, by their first bytes and their shape.

#include <string_view>

#include "base/base.h"

namespace makegood::formats {

enum class Kind { markdown, html, text, csv, zip, pdf };

/// The name settles ties between the text kinds only.
/// Refuses, each with its reason: nothing in it, pictures, old or locked Office files,
/// programs and other bytes that are no text.
[[nodiscard]] Result<Kind> recognise(std::string_view bytes, std::string_view name);

}  // namespace makegood::formats
