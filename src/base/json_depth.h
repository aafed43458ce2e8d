#pragma once
// How deep JSON is nested, before it is parsed.

#include <algorithm>
#include <string_view>

namespace makegood {

/// The depth of the deepest bracket, without parsing: a parser must never meet more than it can hold.
[[nodiscard]] inline int json_depth(std::string_view text) {
  int depth = 0, deepest = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') in_text = true;
    else if (c == '{' || c == '[') deepest = std::max(deepest, ++depth);
    else if (c == '}' || c == ']') --depth;
  }
  return deepest;
}

}  // namespace makegood
