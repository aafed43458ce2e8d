#pragma once
// What kind of file some bytes are, by the bytes alone: a name can say anything.

#include <string_view>

namespace makegood {

/// PDF, Word (docx), Excel (xlsx), OpenDocument sheet, PNG, JPEG, CSV and text by their media types;
/// everything else is "application/octet-stream", which no browser opens by itself.
[[nodiscard]] std::string_view media_of(std::string_view bytes);

/// What a file of this kind is called by behind its dot: "pdf"; "bin" for what is not among them. Never one that a
/// browser runs: whoever serves files by their names serves nobody's script.
[[nodiscard]] std::string_view suffix_of(std::string_view media);

}  // namespace makegood
