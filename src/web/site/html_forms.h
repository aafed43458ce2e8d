#pragma once
// For tests: the forms of a page as a browser would send them. It reads the markup that our own builder
// writes, in which every attribute is quoted; it is no reader of other people's HTML.

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "web/fields.h"

namespace makegood::web {

struct FormField {
  std::string name, value, kind;  ///< kind: text, hidden, file, textarea, select, button ...
};

struct PageForm {
  std::string action;  ///< path and query
  bool post = false, upload = false;
  std::vector<FormField> fields;
};

inline std::string unescaped(std::string text) {
  for (const auto& [from, to] : {std::pair{"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&#x27;", "'"}, {"&amp;", "&"}})
    text = replace_all(std::move(text), from, to);
  return text;
}

/// The value of an attribute in a start tag; empty where it is not there.
inline std::string attribute_of(std::string_view tag, std::string_view name) {
  const auto key = " " + std::string(name) + "=\"";
  const auto at = tag.find(key);
  if (at == std::string_view::npos) return {};
  const auto from = at + key.size();
  return unescaped(std::string(tag.substr(from, tag.find('"', from) - from)));
}

inline std::string selected_option(std::string_view inside) {
  const auto chosen = inside.find(" selected");
  const auto option = chosen == std::string_view::npos ? inside.find("<option") : inside.rfind("<option", chosen);
  if (option == std::string_view::npos) return {};
  return attribute_of(inside.substr(option, inside.find('>', option) - option), "value");
}

inline FormField field_of(std::string_view element, std::string_view tag, std::string_view inside) {
  FormField field{attribute_of(tag, "name"), attribute_of(tag, "value"), attribute_of(tag, "type")};
  if (element == "textarea") field.value = unescaped(std::string(inside.substr(0, inside.find("</textarea>"))));
  if (element == "select") field.value = selected_option(inside.substr(0, inside.find("</select>")));
  if (field.kind.empty() || element != "input") field.kind = element == "input" ? "text" : std::string(element);
  return field;
}

inline std::vector<FormField> fields_of(std::string_view form) {
  std::vector<FormField> fields;
  for (auto at = form.find('<'); at != std::string_view::npos; at = form.find('<', at + 1)) {
    const auto end = std::min(form.find('>', at), form.size() - 1);
    const auto tag = form.substr(at, end - at);
    for (const std::string_view element : {"input", "textarea", "select", "button"}) {
      if (!tag.substr(1).starts_with(element)) continue;
      if (auto field = field_of(element, tag, form.substr(end + 1)); !field.name.empty()) fields.push_back(std::move(field));
    }
  }
  return fields;
}

inline std::vector<PageForm> forms_of(std::string_view page) {
  std::vector<PageForm> forms;
  for (auto at = page.find("<form"); at != std::string_view::npos; at = page.find("<form", at + 1)) {
    const auto head = page.substr(at, page.find('>', at) - at);
    const auto body = page.substr(at, page.find("</form>", at) - at);
    forms.push_back({attribute_of(head, "action"), attribute_of(head, "method") == "post", attribute_of(head, "enctype").starts_with("multipart"),
                     fields_of(body)});
  }
  return forms;
}

}  // namespace makegood::web
