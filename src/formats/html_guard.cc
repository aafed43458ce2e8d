// A quick scan of tags, before the real parser, that keeps nesting within bounds.
#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "formats/html.h"

namespace makegood::formats {
namespace {

// Elements that hold nothing, or that the parser closes by itself when the next one begins.
constexpr std::array<std::string_view, 30> kNotNesting = {
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
    "p", "li", "dt", "dd", "td", "th", "tr", "thead", "tbody", "tfoot", "colgroup", "option", "optgroup",
    "html", "head", "body"};
// Left open, these are begun again in every block that follows.
constexpr std::array<std::string_view, 15> kFormatting = {"a", "b", "big", "code", "em", "font", "i", "nobr",
                                                          "s", "small", "strike", "strong", "tt", "u", "span"};
constexpr std::array<std::string_view, 8> kRawText = {"script", "style", "textarea", "title", "xmp",
                                                      "iframe", "noembed", "noframes"};
constexpr std::size_t kMaxOpenFormatting = 12;
constexpr std::size_t kLongTag = 500;
constexpr std::size_t kMaxAttributesOfTag = 100;

template <std::size_t N>
bool is_in(const std::array<std::string_view, N>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

bool begins_tag_name(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

struct Tag {
  std::string name;
  std::size_t end = 0;  // past '>'
  bool closing = false;
};

// The end of a tag that starts at `at`; '>' inside quoted attribute values does not count.
std::size_t end_of_tag(std::string_view html, std::size_t at) {
  char quote = 0;
  char before = 0;
  for (; at < html.size(); ++at) {
    const char c = html[at];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if ((c == '"' || c == '\'') && before == '=') {
      quote = c;
    } else if (c == '>') {
      return at + 1;
    }
    if (c != ' ' && c != '\n' && c != '\t') before = c;
  }
  return html.size();
}

// At most how many attributes a tag can have: by the signs outside quotation marks that part them.
std::size_t attributes_in(std::string_view tag) {
  std::size_t count = 0;
  char quote = 0;
  for (const char c : tag) {
    if (quote != 0) quote = c == quote ? '\0' : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '/') ++count;
  }
  return count;
}

Tag tag_at(std::string_view html, std::size_t at) {
  Tag tag;
  auto from = at + 1;
  if (from < html.size() && html[from] == '/') {
    tag.closing = true;
    ++from;
  }
  auto to = from;
  while (to < html.size() && html[to] != '>' && html[to] != '/' && html[to] != ' ' && html[to] != '\n' &&
         html[to] != '\t' && html[to] != '\f' && to - from < 64)
    ++to;
  tag.name = lower(html.substr(from, to - from));
  tag.end = end_of_tag(html, to);
  return tag;
}

class Guard {
 public:
  Guard(std::string_view html, int max_depth) : html_(html), max_depth_(static_cast<std::size_t>(max_depth)) {
    result_.html.reserve(html.size());
  }

  GuardedHtml run() {
    while (at_ < html_.size()) {
      const auto next = std::min(html_.find('<', at_), html_.size());
      if (next > at_) ++result_.elements;  // a piece of text
      keep(next);
      if (at_ < html_.size()) markup();
    }
    return std::move(result_);
  }

 private:
  void keep(std::size_t to) {
    result_.html += html_.substr(at_, to - at_);
    at_ = to;
  }

  void markup() {
    if (html_.substr(at_).starts_with("<!--")) {  // comments go: they say nothing
      const auto end = html_.find("-->", at_ + 4);
      at_ = end == std::string_view::npos ? html_.size() : end + 3;
      return;
    }
    const bool closing = at_ + 1 < html_.size() && html_[at_ + 1] == '/';
    const auto letter = at_ + (closing ? 2U : 1U);
    if (letter >= html_.size() || !begins_tag_name(html_[letter])) return keep(at_ + 1);
    const auto tag = tag_at(html_, at_);
    if (tag.closing) close(tag);
    else open(tag);
  }

  // The parser compares every attribute of a tag with all before it.
  void keep_tag(const Tag& tag) {
    if (tag.end - at_ > kLongTag && attributes_in(html_.substr(at_, tag.end - at_)) > kMaxAttributesOfTag) {
      result_.html += (tag.closing ? "</" : "<") + tag.name + ">";
      at_ = tag.end;
    }
    keep(tag.end);
  }

  void open(const Tag& tag) {
    if (is_in(kRawText, tag.name)) return raw_text(tag);
    if (is_in(kNotNesting, tag.name)) {
      result_.elements += 1 + formatting_;
      return keep_tag(tag);
    }
    const bool formatting = is_in(kFormatting, tag.name);
    if (stack_.size() >= max_depth_ || (formatting && formatting_ >= kMaxOpenFormatting)) {
      ++result_.flattened;
      at_ = tag.end;
      return;
    }
    result_.elements += formatting ? 1 : 1 + formatting_;
    formatting_ += formatting ? 1 : 0;
    stack_.push_back(tag.name);
    keep_tag(tag);
  }

  // An end tag that closes nothing here would only make the parser search its stack.
  void close(const Tag& tag) {
    if (is_in(kNotNesting, tag.name)) return keep_tag(tag);
    const auto found = std::find(stack_.rbegin(), stack_.rend(), tag.name);
    if (found == stack_.rend()) {
      at_ = tag.end;
      return;
    }
    const auto position = static_cast<std::size_t>(stack_.rend() - found) - 1;
    // Misnested formatting (<b><i></b>) leaves the inner element open; anything else closes all.
    if (is_in(kFormatting, tag.name)) {
      stack_.erase(stack_.begin() + static_cast<std::ptrdiff_t>(position));
    } else {
      stack_.resize(position);
    }
    formatting_ = static_cast<std::size_t>(
        std::count_if(stack_.begin(), stack_.end(), [](const auto& name) { return is_in(kFormatting, name); }));
    keep_tag(tag);
  }

  // A script's text is no markup: "<div>" in it opens nothing. The title is kept, the others go.
  void raw_text(const Tag& tag) {
    auto end = tag.end;
    for (;;) {
      end = html_.find("</", end);
      if (end == std::string_view::npos || lower(html_.substr(end + 2, tag.name.size())) == tag.name) break;
      end += 2;
    }
    const auto past = end == std::string_view::npos ? html_.size() : end_of_tag(html_, end);
    if (tag.name == "title" && end != std::string_view::npos) {
      keep_tag(tag);
      return keep(past);
    }
    at_ = past;
  }

  std::string_view html_;
  std::size_t max_depth_;
  std::size_t at_ = 0;
  std::size_t formatting_ = 0;
  std::vector<std::string> stack_;
  GuardedHtml result_;
};

}  // namespace

GuardedHtml guard_html(std::string_view html, int max_depth) { return Guard(html, std::max(max_depth, 8)).run(); }

}  // namespace makegood::formats
