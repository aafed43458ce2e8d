#pragma once
// The small questions that a reader of pages asks of the parser's nodes. Internal to the HTML reader.

#include <gumbo.h>

#include <string_view>

namespace makegood::formats {

[[nodiscard]] std::string_view attribute(const GumboNode* node, const char* name);
[[nodiscard]] int number_attribute(const GumboNode* node, const char* name, int otherwise);
[[nodiscard]] inline bool has_attribute(const GumboNode* node, const char* name) {
  return gumbo_get_attribute(&node->v.element.attributes, name) != nullptr;
}

/// 1 to 6; 0 = no heading.
[[nodiscard]] inline int heading_level(GumboTag tag) {
  return tag >= GUMBO_TAG_H1 && tag <= GUMBO_TAG_H6 ? static_cast<int>(tag) - static_cast<int>(GUMBO_TAG_H1) + 1 : 0;
}

template <typename Visit>
void for_each_child(const GumboNode* parent, Visit visit) {
  if (parent->type != GUMBO_NODE_ELEMENT && parent->type != GUMBO_NODE_DOCUMENT && parent->type != GUMBO_NODE_TEMPLATE) return;
  const auto& nodes = parent->type == GUMBO_NODE_DOCUMENT ? parent->v.document.children : parent->v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i) visit(static_cast<const GumboNode*>(nodes.data[i]));
}

/// Whether an element at or below `top` fits.
template <typename Fits>
[[nodiscard]] bool has_element(const GumboNode* top, Fits fits) {
  if (top->type != GUMBO_NODE_ELEMENT) return false;
  if (fits(top)) return true;
  const auto& nodes = top->v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i)
    if (has_element(static_cast<const GumboNode*>(nodes.data[i]), fits)) return true;
  return false;
}

[[nodiscard]] inline bool has_heading(const GumboNode* top) {
  return has_element(top, [](const GumboNode* inner) { return heading_level(inner->v.element.tag) > 0; });
}

/// The element just before `node` under the same parent, or null.
[[nodiscard]] inline const GumboNode* element_before(const GumboNode* node) {
  if (node->parent == nullptr || node->parent->type != GUMBO_NODE_ELEMENT) return nullptr;
  const auto& nodes = node->parent->v.element.children;
  for (auto i = static_cast<unsigned>(node->index_within_parent); i-- > 0;) {
    const auto* before = static_cast<const GumboNode*>(nodes.data[i]);
    if (before->type == GUMBO_NODE_ELEMENT) return before;
  }
  return nullptr;
}

[[nodiscard]] inline const GumboNode* element_after(const GumboNode* node) {
  if (node->parent == nullptr || node->parent->type != GUMBO_NODE_ELEMENT) return nullptr;
  const auto& nodes = node->parent->v.element.children;
  for (auto i = static_cast<unsigned>(node->index_within_parent) + 1; i < nodes.length; ++i) {
    const auto* after = static_cast<const GumboNode*>(nodes.data[i]);
    if (after->type == GUMBO_NODE_ELEMENT) return after;
  }
  return nullptr;
}

}  // namespace makegood::formats
