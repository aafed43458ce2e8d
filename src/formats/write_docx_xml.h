#pragma once
// XML put together element by element. Internal to the DOCX writer.

#include <pugixml.hpp>

#include <initializer_list>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "base/base.h"

namespace makegood::formats {

using NewAttributes = std::initializer_list<std::pair<const char*, std::string>>;

/// Appends <name a="b" .../> and gives it back.
inline pugi::xml_node add(pugi::xml_node parent, const char* name, NewAttributes attributes = {}) {
  auto node = parent.append_child(name);
  for (const auto& [key, value] : attributes) node.append_attribute(key) = value.c_str();
  return node;
}

/// A property as Word writes most of them: <name w:val="value"/>.
inline pugi::xml_node add_value(pugi::xml_node parent, const char* name, const std::string& value) {
  return add(parent, name, {{"w:val", value}});
}
inline pugi::xml_node add_value(pugi::xml_node parent, const char* name, int value) {
  return add_value(parent, name, std::to_string(value));
}

[[nodiscard]] inline std::string xml_of(const pugi::xml_document& document) {
  std::ostringstream out;
  document.save(out, "", pugi::format_raw, pugi::encoding_utf8);
  return std::move(out).str();
}

/// What XML can hold of a text: control characters and the two code points that Unicode keeps for
/// no character at all have no form in it, not even escaped, and are dropped. '\n' stays.
[[nodiscard]] inline std::string xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    if ((c >= 0x20 && c != 0xFFFE && c != 0xFFFF) || c == '\n') out += utf8(c);
    else if (c == '\t' || c == '\r') out += ' ';
  }
  return out;
}

}  // namespace makegood::formats
