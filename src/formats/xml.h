#pragma once
// XML parts by local names: writers differ in their prefixes ("w:p", "ns0:p").

#include <pugixml.hpp>

#include <cstdlib>
#include <cstring>
#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::formats {

[[nodiscard]] inline std::string_view local_name(const char* name) {
  const char* colon = std::strchr(name, ':');
  return colon == nullptr ? name : colon + 1;
}
[[nodiscard]] inline std::string_view local_name(pugi::xml_node node) { return local_name(node.name()); }

[[nodiscard]] inline pugi::xml_node child(pugi::xml_node node, std::string_view name) {
  for (auto inner = node.first_child(); inner; inner = inner.next_sibling())
    if (local_name(inner) == name) return inner;
  return {};
}

[[nodiscard]] inline const char* attribute(pugi::xml_node node, std::string_view name) {
  for (auto inner = node.first_attribute(); inner; inner = inner.next_attribute())
    if (local_name(inner.name()) == name) return inner.value();
  return "";
}
/// The value of `val` on the child `name`, as most properties are written.
[[nodiscard]] inline const char* value_of(pugi::xml_node node, std::string_view name) {
  return attribute(child(node, name), "val");
}

/// Within +-1,000,000, which no count in a document is beyond.
[[nodiscard]] inline int number(const char* text, int otherwise) {
  char* end = nullptr;
  const long value = std::strtol(text, &end, 10);
  if (end == text) return otherwise;
  return static_cast<int>(value < -1'000'000 ? -1'000'000 : value > 1'000'000 ? 1'000'000 : value);
}

/// An on-off property: there without a value means on.
[[nodiscard]] inline bool is_on(pugi::xml_node property) {
  const std::string_view value = attribute(property, "val");
  return property && value != "0" && value != "false" && value != "off" && value != "none";
}

/// Parses in place: `text` must outlive `document`.
/// Refuses: a DOCTYPE, more elements than memory is worth, XML that is not well formed.
[[nodiscard]] Result<bool> parse_xml(std::string& text, pugi::xml_document& document);

}  // namespace makegood::formats
