#pragma once
// Bytes to text. UTF-8 with or without a byte order mark, UTF-16 either way round, and
// Windows-1252, which is what old spreadsheets and editors save.

#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::formats {

enum class Encoding { utf8, utf16_le, utf16_be, windows_1252 };

struct Decoded {
  std::string text;  ///< valid UTF-8, lines end in '\n', no NUL or other control but tab and form feed
  Encoding encoding = Encoding::utf8;
  Findings findings;  ///< bytes that had to be guessed or replaced
};

/// Never fails: what is no text in any of these is replaced, with a finding.
[[nodiscard]] Decoded decode(std::string_view bytes);
/// For bytes that say themselves that they are so.
[[nodiscard]] Decoded decode_windows_1252(std::string_view bytes);
[[nodiscard]] Encoding guess_encoding(std::string_view bytes);

}  // namespace makegood::formats
