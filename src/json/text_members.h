#pragma once
// An object of which every member is a text, as tables keep it a million times: read without a tree in between.
//
//   {"site": "Harbour Hill", "kind": "planned"}  ->  {"kind" -> "planned", "site" -> "Harbour Hill"}

#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood {

using TextMembers = std::map<std::string, std::string, std::less<>>;

/// Of a name that is said twice the last text counts. Refuses, as JsonReader does: what is not JSON, is no object, or has a
/// member that is not a text -> invalid_input; over kLargestJson -> too_large.
[[nodiscard]] Result<TextMembers> read_text_members(std::string_view text);

}  // namespace makegood
