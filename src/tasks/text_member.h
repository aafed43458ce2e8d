#pragma once
// Reads a member of what we wrote ourselves, where nobody needs to be told that it is not there.

#include "json/json.h"

namespace makegood::tasks {

/// Edge: what is no object has no members; a member that is not a text is empty.
[[nodiscard]] inline std::string text_of(const OrderedJson& json, const char* key) {
  const auto found = json.find(key);
  return found != json.end() && found->is_string() ? found->get<std::string>() : std::string();
}

}  // namespace makegood::tasks
