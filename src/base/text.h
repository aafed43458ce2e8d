#pragma once
// The string verbs that all readers share. Text is UTF-8; bytes that are not are replaced
// once, at the door (`valid_utf8`), so that nothing behind it meets them.

#include <string>
#include <string_view>
#include <vector>

namespace makegood {

/// The text with every ill-formed sequence replaced by U+FFFD.
[[nodiscard]] std::string valid_utf8(std::string_view bytes);
[[nodiscard]] bool is_valid_utf8(std::string_view bytes);

/// One code point as UTF-8; U+FFFD for what is not a scalar value.
[[nodiscard]] std::string utf8(char32_t code_point);
/// The code point that starts at `at` (which must be inside), moving `at` past it.
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& at);

/// White space in any script or form (no-break, thin, zero-width, line breaks).
[[nodiscard]] bool is_space(char32_t code_point);

/// Runs of white space become one space; none at the ends; soft hyphens and zero-width go.
[[nodiscard]] std::string squeeze(std::string_view text);
/// ASCII white space off both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

/// ASCII and Latin-1 letters in lower case; other text as it is.
[[nodiscard]] std::string lower(std::string_view text);

/// For comparing wording: lower case, curly quotes and dashes made plain, punctuation dropped,
/// "&" as "and", single spaces. "Equality & Diversity – Plan." -> "equality and diversity plan".
[[nodiscard]] std::string fold(std::string_view text);

[[nodiscard]] std::vector<std::string> split(std::string_view text, char separator);
[[nodiscard]] std::string join(const std::vector<std::string>& parts, std::string_view between);
[[nodiscard]] std::string replace_all(std::string text, std::string_view from, std::string_view to);

[[nodiscard]] bool starts_with_fold(std::string_view text, std::string_view prefix);  ///< both lowered
[[nodiscard]] bool contains_fold(std::string_view text, std::string_view part);       ///< both lowered

/// At most `limit` code points, with "…" where something was cut.
[[nodiscard]] std::string shorten(std::string_view text, std::size_t limit);

}  // namespace makegood
