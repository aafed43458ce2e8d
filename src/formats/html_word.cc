// Pages that Word exported: its lists are paragraphs with the marker written out in a span.
#include <algorithm>

#include "formats/html_walk.h"
#include "formats/markers.h"

namespace makegood::formats {
namespace {

const GumboNode* find_marker(const GumboNode* node) {
  const GumboNode* found = nullptr;
  (void)has_element(node, [&](const GumboNode* inner) {
    if (is_word_marker(inner)) found = inner;
    return found != nullptr;
  });
  return found;
}

// Its bullets come from symbol fonts: in Wingdings a section sign is a small square.
std::string marker_in(const GumboNode* span) {
  const auto text = words_in(span);
  if (text.empty()) return {};
  std::string fonts(attribute(span, "style"));
  if (span->parent != nullptr && span->parent->type == GUMBO_NODE_ELEMENT) fonts += attribute(span->parent, "style");
  std::size_t at = 0;
  const auto first = next_code_point(text, at);
  const bool one_sign = at == text.size();
  if (one_sign && (contains_fold(fonts, "symbol") || contains_fold(fonts, "wingdings"))) return utf8(bullet_of_symbol_font(first));
  if (text == "o") return "\xE2\x97\xA6";
  return first == 0xB7 && one_sign ? "\xE2\x80\xA2" : text;
}

}  // namespace

bool is_word_marker(const GumboNode* node) {
  return node->v.element.tag == GUMBO_TAG_SPAN && contains_fold(replace_all(std::string(attribute(node, "style")), " ", ""), "mso-list:ignore");
}

int word_list_level(const GumboNode* node) {
  const auto style = attribute(node, "style");
  const auto list = style.find("mso-list:");
  if (list == std::string_view::npos) return 0;
  const auto level = style.find("level", list);
  if (level == std::string_view::npos || level + 5 >= style.size()) return 0;
  const char digit = style[level + 5];
  return digit >= '1' && digit <= '9' ? digit - '0' : 0;
}

void HtmlWalk::word_list_item(const GumboNode* node) {
  const auto* marker = find_marker(node);
  if (marker == nullptr || context_.heading > 0) return;
  pending_marker_ = marker_in(marker);
  context_.list_depth = word_list_level(node);
}

}  // namespace makegood::formats
