#pragma once
// What kind of file some bytes are, by the bytes alone: a name can say anything.

#include <string_view>

namespace makegood {

/// PDF, Word (docx), Excel (xlsx), OpenDocument sheet, PNG, JPEG, CSV and text by their media types;
/// everything else is "application/octet-stream", which no browser opens by itself.
[[nodiscard]] std::string_view media_of(std::string_view bytes);

}  // namespace makegood
