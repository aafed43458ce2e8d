#pragma once
// Words of the HTTP grammar (RFC 9110, section 5.6).

#include <string_view>

namespace makegood::web {

[[nodiscard]] bool is_token(std::string_view text);        ///< one or more tchar
[[nodiscard]] bool is_field_value(std::string_view text);  ///< no control characters but tab
/// White space as HTTP has it: spaces and tabs off both ends.
[[nodiscard]] std::string_view trim_blanks(std::string_view text);

/// Takes the part before `separator` off the front of `rest`, and the separator. With
/// `rest` = "a, b": "a" and then " b". Separators inside "quoted \" strings" do not count.
[[nodiscard]] std::string_view take_until(std::string_view& rest, char separator);

}  // namespace makegood::web
