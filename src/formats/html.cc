// The walk over a parsed page.
#include <algorithm>
#include <charconv>

#include "formats/html_walk.h"
#include "formats/markers.h"
#include "formats/note_marks.h"

namespace makegood::formats {
namespace {

bool has(std::string_view text, std::string_view part) { return contains_fold(text, part); }

Emphasis emphasis_of(const GumboNode* node, Emphasis inherited) {
  switch (node->v.element.tag) {
    case GUMBO_TAG_B: case GUMBO_TAG_STRONG: inherited.bold = true; break;
    case GUMBO_TAG_I: case GUMBO_TAG_EM: case GUMBO_TAG_CITE: inherited.italic = true; break;
    case GUMBO_TAG_U: case GUMBO_TAG_INS: inherited.underlined = true; break;
    default: break;
  }
  const auto style = attribute(node, "style");
  if (style.empty()) return inherited;
  if (has(style, "font-weight:bold") || has(style, "font-weight: bold") || has(style, "font-weight:700") ||
      has(style, "font-weight: 700"))
    inherited.bold = true;
  if (has(style, "font-style:italic") || has(style, "font-style: italic")) inherited.italic = true;
  if (has(style, "text-decoration:underline") || has(style, "text-decoration: underline")) inherited.underlined = true;
  return inherited;
}

bool is_block(GumboTag tag) {
  switch (tag) {
    case GUMBO_TAG_P: case GUMBO_TAG_DIV: case GUMBO_TAG_SECTION: case GUMBO_TAG_ARTICLE: case GUMBO_TAG_MAIN:
    case GUMBO_TAG_ASIDE: case GUMBO_TAG_HEADER: case GUMBO_TAG_FOOTER: case GUMBO_TAG_H1: case GUMBO_TAG_H2:
    case GUMBO_TAG_H3: case GUMBO_TAG_H4: case GUMBO_TAG_H5: case GUMBO_TAG_H6: case GUMBO_TAG_BLOCKQUOTE:
    case GUMBO_TAG_DL: case GUMBO_TAG_DT: case GUMBO_TAG_DD: case GUMBO_TAG_PRE: case GUMBO_TAG_ADDRESS:
    case GUMBO_TAG_FIGURE: case GUMBO_TAG_FIGCAPTION: case GUMBO_TAG_HR: case GUMBO_TAG_FORM:
    case GUMBO_TAG_FIELDSET: case GUMBO_TAG_DETAILS: case GUMBO_TAG_SUMMARY: case GUMBO_TAG_BODY:
    case GUMBO_TAG_HTML: case GUMBO_TAG_CENTER: case GUMBO_TAG_CAPTION: return true;
    default: return false;
  }
}

// Also of what only claims to be a heading: <div role="heading" aria-level="3">.
int level_of(const GumboNode* node) {
  if (const int level = heading_level(node->v.element.tag); level > 0) return level;
  return attribute(node, "role") == "heading" ? std::clamp(number_attribute(node, "aria-level", 2), 1, 6) : 0;
}

std::string ordinal(int number, char type) {
  const auto upper = [](std::string word) {
    for (auto& c : word) c = static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
    return word;
  };
  switch (type) {
    case 'a': return letters(number) + ".";
    case 'A': return upper(letters(number)) + ".";
    case 'i': return roman(number) + ".";
    case 'I': return upper(roman(number)) + ".";
    default: return std::to_string(number) + ".";
  }
}

}  // namespace

std::string_view attribute(const GumboNode* node, const char* name) {
  const auto* found = gumbo_get_attribute(&node->v.element.attributes, name);
  return found == nullptr ? std::string_view{} : std::string_view(found->value);
}

int number_attribute(const GumboNode* node, const char* name, int otherwise) {
  const auto text = trim(attribute(node, name));
  int value = otherwise;
  const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
  if (read.ec == std::errc::result_out_of_range) return 1'000'000;
  return read.ec == std::errc() ? std::clamp(value, -1'000'000, 1'000'000) : otherwise;
}

void HtmlWalk::document(const GumboNode* root) {
  HtmlPage page(root);
  page_ = &page;
  content_.title = page.title();
  content_.language = page.language();
  if (page.main().empty()) node(root);
  context_.in_article = !page.main().empty();
  for (const auto* part : page.main()) node(part);
  flush();
  page_ = nullptr;
  if (pictures_found_)
    content_.findings.push_back({"pictures_left_out", "Pictures were left out; words in them are not read.", {}});
  if (hidden_found_) content_.findings.push_back({"hidden_text_left_out", "Hidden text was left out.", {}});
  if (furniture_found_)
    content_.findings.push_back({"page_parts_left_out", "Parts of the page around the document were left out: cookie notices, breadcrumbs, sharing, feedback or related links.", {}});
  if (deleted_found_)
    content_.findings.push_back({"deleted_text_left_out", "Text that is struck out as deleted was left out.", {}});
}

void HtmlWalk::children(const GumboNode* parent) {
  const auto& nodes = parent->type == GUMBO_NODE_DOCUMENT ? parent->v.document.children : parent->v.element.children;
  for (unsigned i = 0; i < nodes.length; ++i) node(static_cast<const GumboNode*>(nodes.data[i]));
}

void HtmlWalk::node(const GumboNode* child) {
  switch (child->type) {
    case GUMBO_NODE_TEXT: case GUMBO_NODE_WHITESPACE: case GUMBO_NODE_CDATA: text(child->v.text.text); break;
    case GUMBO_NODE_ELEMENT: case GUMBO_NODE_TEMPLATE: element(child); break;
    case GUMBO_NODE_DOCUMENT: children(child); break;
    case GUMBO_NODE_COMMENT: break;
  }
}

int HtmlWalk::line_of(const GumboNode* child) const {
  if (lines_ == LineSource::page) return static_cast<int>(child->v.element.start_pos.line) + first_line_ - 1;
  const int line = number_attribute(child, "data-sourcepos", 0);
  return line > 0 ? line + first_line_ - 1 : 0;
}

void HtmlWalk::see_line(const GumboNode* child) {
  const int line = line_of(child);
  if (line > 0) line_ = line;
}

void HtmlWalk::element(const GumboNode* child) {
  if (is_left_out(child)) return;
  see_line(child);
  const auto saved = context_;
  const int outer_heading = last_heading_;
  const bool folded = begin_panel(child);
  context_.emphasis = emphasis_of(child, context_.emphasis);
  if (page_->is_opener(child)) opener(child);
  else known_element(child);
  if (folded) last_heading_ = outer_heading;
  const int number = context_.list_number;
  context_ = saved;
  if (child->v.element.tag == GUMBO_TAG_LI) context_.list_number = number;
}

void HtmlWalk::known_element(const GumboNode* child) {
  switch (child->v.element.tag) {
    case GUMBO_TAG_TABLE: table(child); break;
    case GUMBO_TAG_UL: case GUMBO_TAG_OL: case GUMBO_TAG_MENU: list(child); break;
    case GUMBO_TAG_LI: list_entry(child); break;
    case GUMBO_TAG_A: link(child); break;
    case GUMBO_TAG_BR: runs_.add("\n", context_.emphasis); break;
    case GUMBO_TAG_SUP: raised(child); break;
    case GUMBO_TAG_DL: definitions(child); break;
    case GUMBO_TAG_DT: term(child); break;
    case GUMBO_TAG_DD: meaning(child); break;
    case GUMBO_TAG_SUMMARY: summary(child); break;
    default:
      if (is_block(child->v.element.tag)) block_element(child);
      else children(child);
  }
}

// "panels<sup>2</sup>" points to a note; "10<sup>2</sup>" and "25 m<sup>2</sup>" are quantities.
void HtmlWalk::raised(const GumboNode* child) {
  if (is_note_mark(words_in(child)) && takes_note_mark(runs_.last_text())) return;
  children(child);
}

void HtmlWalk::block_element(const GumboNode* child) {
  const auto tag = child->v.element.tag;
  flush();
  if (tag == GUMBO_TAG_MAIN || tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_SECTION) context_.in_article = true;
  if (tag == GUMBO_TAG_PRE) context_.keep_breaks = true;
  if (level_of(child) > 0) {
    context_.heading = level_of(child);
    if (table_ == nullptr) last_heading_ = context_.heading;
  }
  context_.loose_list = false;
  if (word_list_level(child) > 0) word_list_item(child);
  children(child);
  flush();
}

void HtmlWalk::link(const GumboNode* child) {
  const auto url = attribute(child, "href");
  const bool opens = context_.in_opener && url.starts_with('#');
  if (!url.empty() && !opens) runs_.begin_link(std::string(url));
  children(child);
  runs_.end_link();
}

void HtmlWalk::list(const GumboNode* child) {
  flush();
  const auto outer_marker = std::exchange(pending_marker_, {});
  const auto outer_loose = std::exchange(last_loose_marker_, {});
  const auto type = attribute(child, "type");
  const bool ordered = child->v.element.tag == GUMBO_TAG_OL;
  context_.list_type = !type.empty() ? type.front() : '1';
  context_.list_number = ordered ? std::max(number_attribute(child, "start", 1), 1) : 0;
  context_.loose_list = true;
  ++context_.list_depth;
  children(child);
  flush();
  pending_marker_ = outer_marker;
  last_loose_marker_ = outer_loose;
}

void HtmlWalk::list_entry(const GumboNode* child) {
  flush();
  auto marker = std::string("\xE2\x80\xA2");
  if (context_.list_number > 0) {
    context_.list_number = std::max(number_attribute(child, "value", context_.list_number), 1);
    marker = ordinal(context_.list_number++, context_.list_type);
  }
  const int next = context_.list_number;
  pending_marker_ = marker;
  context_.loose_list = false;
  context_.list_depth = std::max(context_.list_depth, 1);
  children(child);
  flush();
  pending_marker_.clear();
  context_.list_number = next;
}

// Converters leave lists without items: <ul> a. <i>First</i> b. <i>Second</i> </ul>, or bullets
// as characters. Each marker there begins an item; letters must start the list or follow on.
void HtmlWalk::loose_text(std::string_view words) {
  const auto ordinal = leading_ordinal(words);
  const bool first = last_loose_marker_.empty() && !runs_.has_words();
  if (!ordinal.text.empty() && (first || follows(ordinal.text, last_loose_marker_))) {
    begin_loose_item(ordinal.text);
    words.remove_prefix(ordinal.length);
  }
  std::size_t from = 0;
  for (std::size_t at = 0; at < words.size();) {
    const auto start = at;
    if (static_cast<unsigned char>(words[at]) < 0x80 || !is_bullet(next_code_point(words, at))) {
      at = std::max(at, start + 1);
      continue;
    }
    runs_.add(words.substr(from, start - from), context_.emphasis);
    const auto code_point = words.substr(start, at - start);
    begin_loose_item(code_point.starts_with('\xEF') ? "\xE2\x80\xA2" : std::string(code_point));
    from = at;
  }
  runs_.add(words.substr(from), context_.emphasis);
}

void HtmlWalk::begin_loose_item(std::string marker) {
  flush();
  last_loose_marker_ = marker;
  pending_marker_ = std::move(marker);
}

void HtmlWalk::text(std::string_view words) {
  if (runs_line_ == 0 && !trim(words).empty()) runs_line_ = line_;
  if (context_.keep_breaks) return runs_.add(words, context_.emphasis);
  const auto one_line = replace_all(std::string(words), "\n", " ");
  if (context_.loose_list && !trim(words).empty()) return loose_text(one_line);
  runs_.add(one_line, context_.emphasis);
}

void HtmlWalk::flush() {
  if (!runs_.has_words()) {
    (void)runs_.take();
    runs_line_ = 0;
    return;
  }
  Block block;
  if (context_.heading > 0 && pending_marker_.empty()) {
    block = runs_.take();
    block.kind = BlockKind::heading;
    block.level = context_.heading;
  } else {
    const int level = std::max(context_.list_depth - 1, 0);
    block = as_item_or_paragraph(runs_, std::exchange(pending_marker_, {}), level);
  }
  block.position.line = runs_line_ > 0 ? runs_line_ : line_;
  runs_line_ = 0;
  if (lines_ == LineSource::page && table_ == nullptr && is_line_of_every_page(block)) return;
  out_->push_back(std::move(block));
}

}  // namespace makegood::formats
