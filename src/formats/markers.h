#pragma once
// List markers as they stand in text: bullets of many shapes, "a.", "1)", "(iv)".

#include <string>
#include <string_view>

namespace makegood::formats {

struct Marker {
  std::string text;        ///< "•", "a.", "(2)"; empty = none
  std::size_t length = 0;  ///< bytes that it takes at the start, white space after it included
};

/// Word draws bullets from symbol fonts, which come out as private-use characters.
[[nodiscard]] char32_t bullet_of_symbol_font(char32_t code_point);
[[nodiscard]] bool is_bullet(char32_t code_point);

/// A bullet at the start of `text`, with words after it.
[[nodiscard]] Marker leading_bullet(std::string_view text);
/// A small letter, small roman number or number with a full stop or bracket, then white space or
/// the end. Capital letters are left: they may be initials.
[[nodiscard]] Marker leading_ordinal(std::string_view text);

/// Whether "b." may come straight after "a.", "3)" after "2)", "v." after "iv.".
[[nodiscard]] bool follows(std::string_view marker, std::string_view earlier);

/// 1 -> "i" (lower case), up to 3,999; "a" to "z", "aa", "bb" as Word and browsers count.
[[nodiscard]] std::string roman(int number);
[[nodiscard]] std::string letters(int number);

}  // namespace makegood::formats
