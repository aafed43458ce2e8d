#pragma once
// application/x-www-form-urlencoded: forms and query strings.

#include <cstddef>
#include <string>
#include <string_view>

#include "web/fields.h"
#include "web/rejection.h"

namespace makegood::web {

inline constexpr std::size_t kMaxFormFields = 5000;  ///< a grid of a thousand items with five inputs each

/// Fields in the order written; "+" is a space; a name without "=" has an empty value; empty pairs
/// are skipped. Values that are not UTF-8 have their faults replaced by U+FFFD.
/// Refuses (400) broken percent-encoding, NUL, more than kMaxFormFields.
[[nodiscard]] Parsed<Fields> parse_form(std::string_view text);

enum class PlusMeans { plus, space };

/// Refuses "%", "%4", "%zz": only two hexadecimal digits make a byte.
[[nodiscard]] Parsed<std::string> percent_decode(std::string_view text, PlusMeans plus);

}  // namespace makegood::web
