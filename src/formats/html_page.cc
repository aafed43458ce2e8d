#include "formats/html_page.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "base/base.h"
#include "formats/html_tags.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kMostFurniture = 1500;  // bytes of text; more is content under an odd name
constexpr std::size_t kLeastMain = 200;

using Names = std::vector<std::string>;

bool any(const Names& names, std::initializer_list<std::string_view> words) {
  return std::any_of(names.begin(), names.end(), [&](const std::string& name) {
    return std::find(words.begin(), words.end(), name) != words.end();
  });
}

bool is_named_furniture(const Names& names) {
  if (any(names, {"breadcrumb", "breadcrumbs", "skiplink", "skiplinks", "pagination", "pager", "addthis", "addtoany", "sharethis"})) return true;
  if (any(names, {"skip"}) && any(names, {"link", "links", "nav", "to", "content", "main"})) return true;
  if (any(names, {"cookie", "cookies"}) && any(names, {"banner", "notice", "consent", "bar", "message", "popup", "policy", "control"})) return true;
  if (any(names, {"share", "sharing", "social"}) && any(names, {"links", "link", "buttons", "page", "media", "icons", "this", "list", "bar"})) return true;
  if (any(names, {"feedback", "helpful", "useful"}) && any(names, {"page", "form", "this", "banner", "survey", "component", "c"})) return true;
  return any(names, {"related"}) && any(names, {"content", "links", "pages", "items", "navigation", "information", "articles"});
}

bool is_named_furniture_by_role(const GumboNode* node) {
  const auto role = attribute(node, "role");
  return role == "navigation" || role == "banner" || role == "contentinfo" || role == "search" || role == "dialog" || role == "alertdialog" ||
         starts_with_fold(attribute(node, "aria-label"), "breadcrumb");
}

// Content of its own, whatever the part is called.
bool holds_content(const GumboNode* node) {
  return has_element(node, [](const GumboNode* inner) {
           const auto tag = inner->v.element.tag;
           return tag == GUMBO_TAG_H1 || tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_TABLE || tag == GUMBO_TAG_DL;
         }) ||
         words_in(node).size() > kMostFurniture;
}

bool is_toggle(const GumboNode* node) {
  for (const auto* name : {"data-toggle", "data-bs-toggle"}) {
    const auto kind = attribute(node, name);
    if (kind == "collapse" || kind == "tab" || kind == "pill") return true;
  }
  return false;
}

// The id of the part that an opener opens; empty where it is none or does not say.
std::string target_of(const GumboNode* node) {
  if (const auto controls = trim(attribute(node, "aria-controls")); !controls.empty()) return std::string(controls);
  if (!is_toggle(node) && attribute(node, "role") != "tab") return {};
  for (const auto* name : {"data-target", "data-bs-target", "href"})
    if (const auto target = attribute(node, name); target.starts_with('#')) return std::string(target.substr(1));
  return {};
}

bool says_expanded(const GumboNode* node) { return has_attribute(node, "aria-expanded"); }

bool is_button(const GumboNode* node) {
  const auto role = attribute(node, "role");
  return node->v.element.tag == GUMBO_TAG_BUTTON || role == "button" || role == "tab";
}

}  // namespace

std::vector<std::string> names_of(const GumboNode* node) {
  Names names;
  for (const auto* name : {"class", "id"}) {
    names.emplace_back();
    for (const char c : attribute(node, name)) {
      const bool upper = c >= 'A' && c <= 'Z';
      const bool letter = upper || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      const bool hump = upper && !names.back().empty() && !(names.back().back() >= 'A' && names.back().back() <= 'Z');
      if ((!letter || hump) && !names.back().empty()) names.emplace_back();
      if (letter) names.back() += c;
    }
  }
  for (auto& name : names) name = lower(name);
  std::erase_if(names, [](const std::string& name) { return name.empty(); });
  return names;
}

bool is_sign_of_opener(const GumboNode* node) {
  if (attribute(node, "class").empty()) return has_attribute(node, "data-nosnippet");
  const auto names = names_of(node);
  return any(names, {"toggle", "icon", "chevron", "divider", "arrow", "caret"}) || (any(names, {"visually", "visuallyhidden"}) && any(names, {"hidden", "visuallyhidden"})) ||
         (any(names, {"sr"}) && any(names, {"only"}));
}

std::string words_in(const GumboNode* node) {
  std::string out;
  const auto gather = [&](const auto& self, const GumboNode* part) -> void {
    if (part->type == GUMBO_NODE_TEXT || part->type == GUMBO_NODE_WHITESPACE || part->type == GUMBO_NODE_CDATA) out += part->v.text.text;
    if (part->type != GUMBO_NODE_ELEMENT) return;
    const auto tag = part->v.element.tag;
    if (tag == GUMBO_TAG_SCRIPT || tag == GUMBO_TAG_STYLE || tag == GUMBO_TAG_SVG || (part != node && is_sign_of_opener(part))) return;
    for_each_child(part, [&](const GumboNode* inner) { self(self, inner); });
    out += ' ';
  };
  gather(gather, node);
  return squeeze(out);
}

bool is_line_of_every_page(const Block& block) {
  static constexpr std::array<std::string_view, 16> kLines = {
      "skip to main content", "skip to content", "skip to navigation", "skip navigation", "back to top", "return to top",
      "is this page useful", "was this page useful", "was this page helpful", "is this page helpful", "share this page",
      "print this page", "rate this page", "report a problem with this page", "give feedback about this page", "did you find what you were looking for"};
  static constexpr std::array<std::string_view, 7> kBeginnings = {"copyright ", "last updated ", "last reviewed ", "page last updated ",
      "page last reviewed ", "this page was last updated ", "this page was last reviewed "};
  if (block.text.size() > 80) return false;
  const auto plain = fold(block.text);
  const bool download = starts_with_fold(block.text, "download ") && block.links.size() == 1 && block.links[0].text == block.text;
  return download || block.text.starts_with("\xC2\xA9") || std::find(kLines.begin(), kLines.end(), plain) != kLines.end() ||
         std::any_of(kBeginnings.begin(), kBeginnings.end(), [&](std::string_view beginning) { return plain.starts_with(beginning); });
}

HtmlPage::HtmlPage(const GumboNode* root) {
  look_at(root, {});
  settle();
}

void HtmlPage::look_at_children(const GumboNode* node, Place place) {
  for_each_child(node, [&](const GumboNode* child) { look_at(child, place); });
}

void HtmlPage::look_at(const GumboNode* node, Place place) {
  if (node->type == GUMBO_NODE_DOCUMENT) return look_at_children(node, place);
  if (node->type != GUMBO_NODE_ELEMENT) return;
  const auto tag = node->v.element.tag;
  if (tag == GUMBO_TAG_TITLE && title_.empty()) title_ = words_in(node);
  if (tag == GUMBO_TAG_HTML) language_ = std::string(trim(attribute(node, "lang")));
  const bool site_part = (tag == GUMBO_TAG_HEADER || tag == GUMBO_TAG_FOOTER) && !place.in_article;
  if (tag == GUMBO_TAG_NAV || site_part) return;
  if (node->v.element.attributes.length > 0) {
    const bool named = is_named_furniture_by_role(node) || is_named_furniture(names_of(node));
    if (named && !holds_content(node)) {
      furniture_.insert(node);
      return;
    }
    if (const auto id = attribute(node, "id"); !id.empty()) ids_.emplace(id);
    note_opener(node, place);
  }
  if (!place.in_main && (tag == GUMBO_TAG_MAIN || attribute(node, "role") == "main")) {
    main_.push_back(node);
    place.in_main = place.in_article = true;
  }
  if (tag == GUMBO_TAG_TABLE) ++(place.in_main ? tables_in_main_ : tables_outside_);
  if (tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION) place.in_article = true;
  place.in_heading = place.in_heading || heading_level(tag) > 0;
  look_at_children(node, place);
}

void HtmlPage::note_opener(const GumboNode* node, Place place) {
  const auto target = target_of(node);
  const bool named = node->v.element.tag == GUMBO_TAG_BUTTON && any(names_of(node), {"accordion", "collapsible", "expander"});
  const bool opener = !target.empty() || is_toggle(node) || named || (says_expanded(node) && (is_button(node) || place.in_heading));
  if (!opener) return;
  openers_.insert(node);
  if (target.empty()) return;
  const bool own_words = !place.in_heading && heading_level(node->v.element.tag) == 0 && is_button(node) && !has_heading(node);
  targets_.emplace(target, own_words ? node : nullptr);
}

// Which openers' words come with their panels is known only when all ids have been seen.
void HtmlPage::settle() {
  for (const auto& [id, opener] : targets_)
    if (opener != nullptr && ids_.contains(id)) said_at_panel_.insert(opener);
  std::size_t words = 0;
  for (const auto* part : main_) words += words_in(part).size();
  if (words < kLeastMain || (tables_in_main_ == 0 && tables_outside_ > 0)) main_.clear();
}

bool HtmlPage::is_panel(const GumboNode* node) const {
  if (is_target(node)) return true;
  if (attribute(node, "role") == "tabpanel" || attribute(node, "hidden") == "until-found") return true;
  const auto names = names_of(node);
  if (any(names, {"collapse", "accordion", "collapsible"}) || (any(names, {"tab", "tabs"}) && any(names, {"pane", "panel", "content"}))) return true;
  const auto* before = element_before(node);
  if (before == nullptr) return false;
  return openers_.contains(before) || has_element(before, [&](const GumboNode* inner) { return openers_.contains(inner) && says_expanded(inner); });
}

bool HtmlPage::is_target(const GumboNode* node) const {
  const auto id = attribute(node, "id");
  return !id.empty() && targets_.contains(id);
}

std::string HtmlPage::take_panel_label(const GumboNode* node) {
  const auto id = attribute(node, "id");
  if (id.empty()) return {};
  const auto found = targets_.find(id);
  if (found == targets_.end() || found->second == nullptr) return {};
  return words_in(std::exchange(found->second, nullptr));
}

}  // namespace makegood::formats
