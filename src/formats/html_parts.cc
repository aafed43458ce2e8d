// Which parts of a page are read, and what stands above those that are folded away.
#include <algorithm>

#include "formats/html_walk.h"

namespace makegood::formats {
namespace {

bool has_letter(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || (c & 0x80) != 0;
  });
}

bool says_hidden(const GumboNode* node) {
  if (has_attribute(node, "hidden") || attribute(node, "aria-hidden") == "true") return true;
  const auto style = attribute(node, "style");
  if (style.empty()) return false;
  const auto plain = replace_all(std::string(style), " ", "");
  return contains_fold(plain, "display:none") || contains_fold(plain, "visibility:hidden") || contains_fold(plain, "mso-hide:all");
}

// Pages that were saved while something lay over them hide all that is under it.
bool holds_page(const GumboNode* node) {
  return has_element(node, [](const GumboNode* inner) {
    return inner->v.element.tag == GUMBO_TAG_H1 || inner->v.element.tag == GUMBO_TAG_MAIN;
  });
}

// A line of the contents that Word puts before an exported document.
bool is_contents_line(const GumboNode* node) { return attribute(node, "class").starts_with("MsoToc"); }

}  // namespace

bool HtmlWalk::is_hidden(const GumboNode* node) {
  if (node->v.element.attributes.length == 0 || !says_hidden(node)) return false;
  if (page_->is_panel(node) || (!has_attribute(node, "hidden") && attribute(node, "style").empty() && holds_page(node))) return false;
  hidden_found_ = hidden_found_ || has_letter(words_in(node));
  return true;
}

bool HtmlWalk::is_button_left_out(const GumboNode* node) const {
  if (!page_->is_opener(node)) return !has_heading(node);
  if (context_.heading > 0 || has_heading(node) || page_->is_said_at_panel(node)) return false;
  return element_after(node) == nullptr;
}

bool HtmlWalk::is_left_out(const GumboNode* node) {
  if (context_.in_opener && is_sign_of_opener(node)) return true;
  switch (node->v.element.tag) {
    case GUMBO_TAG_SCRIPT: case GUMBO_TAG_STYLE: case GUMBO_TAG_NAV: case GUMBO_TAG_TEMPLATE: case GUMBO_TAG_NOSCRIPT:
    case GUMBO_TAG_SELECT: case GUMBO_TAG_TEXTAREA: case GUMBO_TAG_INPUT: case GUMBO_TAG_IFRAME:
    case GUMBO_TAG_OBJECT: case GUMBO_TAG_AUDIO: case GUMBO_TAG_VIDEO: case GUMBO_TAG_CANVAS: case GUMBO_TAG_HEAD:
      return true;
    case GUMBO_TAG_BUTTON: if (is_button_left_out(node)) return true; break;
    case GUMBO_TAG_SVG: case GUMBO_TAG_IMG: pictures_found_ = true; return true;
    case GUMBO_TAG_DEL: deleted_found_ = true; return true;
    case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: if (!context_.in_article) return true; break;
    default: break;
  }
  if (node->v.element.attributes.length == 0) return false;
  if (page_->is_furniture(node)) {
    furniture_found_ = furniture_found_ || has_letter(words_in(node));
    return true;
  }
  return is_contents_line(node) || (context_.heading == 0 && is_word_marker(node)) || is_hidden(node);
}

int HtmlWalk::section_level() const { return std::clamp(last_heading_ + 1, 2, 6); }

// A part that is folded away, from <details> or by an opener elsewhere. A tab's words are its
// panel's heading, unless the panel begins with the same words.
bool HtmlWalk::begin_panel(const GumboNode* node) {
  if (node->v.element.tag == GUMBO_TAG_DETAILS) return true;
  if (!page_->is_target(node)) return false;
  const auto label = page_->take_panel_label(node);
  if (label.empty()) return true;
  flush();
  const bool repeats = has_element(node, [&](const GumboNode* inner) {
    return heading_level(inner->v.element.tag) > 0 && fold(words_in(inner)) == fold(label);
  });
  if (repeats) return true;
  auto block = table_ == nullptr ? heading(section_level(), label) : paragraph(label);
  block.position.line = line_;
  out_->push_back(std::move(block));
  return true;
}

void HtmlWalk::opener(const GumboNode* node) {
  if (page_->is_said_at_panel(node)) return;
  context_.in_opener = true;
  const bool button = node->v.element.tag == GUMBO_TAG_BUTTON || attribute(node, "role") == "button";
  const bool heads_nothing_yet = button && context_.heading == 0 && table_ == nullptr && !has_heading(node);
  if (!heads_nothing_yet) return known_element(node);
  flush();
  context_.heading = section_level();
  children(node);
  flush();
}

void HtmlWalk::summary(const GumboNode* node) {
  flush();
  context_.in_opener = true;
  if (table_ == nullptr && context_.list_depth == 0 && !has_heading(node)) context_.heading = section_level();
  children(node);
  flush();
}

}  // namespace makegood::formats
