#pragma once
// What somebody typed to find something, as the text that SQLite's word index is asked with.

#include <string>
#include <string_view>

namespace makegood::store {

/// Each word quoted, so that nothing in it is an operator, and as a beginning: "hous"*. All of them are to be found.
/// Empty = there is no word in it.
[[nodiscard]] std::string match_of(std::string_view text);

}  // namespace makegood::store
