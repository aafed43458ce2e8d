#include "html/builder.h"

#include <array>
#include <charconv>

namespace makegood::html {
namespace {

constexpr std::array<bool, 256> needs_escape() {
  std::array<bool, 256> table{};
  for (const char c : {'&', '<', '>', '"', '\''}) table[static_cast<unsigned char>(c)] = true;
  table[0] = true;
  return table;
}
constexpr auto kNeedsEscape = needs_escape();

std::string_view escape_of(char c) {
  switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return "\xEF\xBF\xBD";
  }
}

}  // namespace

void append_escaped(std::string& out, std::string_view text) {
  std::size_t from = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (!kNeedsEscape[static_cast<unsigned char>(text[i])]) continue;
    out.append(text, from, i - from);
    out += escape_of(text[i]);
    from = i + 1;
  }
  out.append(text, from);
}

Content::Content(std::string_view text) : html_(join(text)) {}

void Builder::append(std::string& out, const Part& part) {
  if (part.html_ != nullptr) {
    out += part.html_->text_;
  } else if (part.all_ != nullptr) {
    for (const auto& html : *part.all_) out += html.text_;
  } else if (part.number_) {
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.begin(), digits.end(), *part.number_).ptr;
    out.append(digits.begin(), end);
  } else if (part.attributes_ == nullptr) {
    append_escaped(out, part.text_);
  }
}

Html Builder::element(Tag tag, const Part* parts, std::size_t count) {
  std::size_t size = 2 * tag.name().size() + 5;
  for (std::size_t i = 0; i < count; ++i) {
    const Part& part = parts[i];
    size += part.attributes_ != nullptr ? part.attributes_->text_.size()
            : part.html_ != nullptr     ? part.html_->text_.size()
                                        : part.text_.size() + 8;
  }
  std::string out;
  out.reserve(size);
  out += '<';
  out += tag.name();
  for (std::size_t i = 0; i < count; ++i)
    if (parts[i].attributes_ != nullptr) out += parts[i].attributes_->text_;
  out += '>';
  if (tag.is_void()) return Html(std::move(out));
  for (std::size_t i = 0; i < count; ++i) append(out, parts[i]);
  out += "</";
  out += tag.name();
  out += '>';
  return Html(std::move(out));
}

Html Builder::join(const Part* parts, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) append(out, parts[i]);
  return Html(std::move(out));
}

Attributes Builder::raw(std::string_view name, std::string_view value) {
  Attributes made;
  made.text_.reserve(name.size() + value.size() + 4);
  made.text_ += ' ';
  made.text_ += name;
  made.text_ += "=\"";
  append_escaped(made.text_, value);
  made.text_ += '"';
  return made;
}

Attributes Builder::attribute(Name name) {
  Attributes made;
  made.text_ += ' ';
  made.text_ += name.view();
  return made;
}

Html Builder::document(const Html& root) { return Html("<!DOCTYPE html>\n" + root.text_ + "\n"); }

Html Builder::head_link(std::string_view rel, const Url& href, const Attributes& more) {
  return Html("<link" + raw("rel", rel).text_ + raw("href", href.view()).text_ + more.text_ + ">");
}

Html Builder::module_script(const Url& src) {
  return Html("<script type=\"module\"" + raw("src", src.view()).text_ + "></script>");
}

Attributes href(const Url& url) { return Builder::raw("href", url.view()); }
Attributes src(const Url& url) { return Builder::raw("src", url.view()); }
Attributes action(const Url& url) { return Builder::raw("action", url.view()); }
Attributes formaction(const Url& url) { return Builder::raw("formaction", url.view()); }

}  // namespace makegood::html
