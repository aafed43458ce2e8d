#pragma once
// Html, Attributes, Content, and the one function that makes an element of parts.

#include <concepts>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "html/url.h"

namespace makegood::html {

class Part;

namespace detail {
void this_is_not_a_tag_name();                                  // never defined: the call is the compile error
void this_is_not_an_attribute_name();                           // the same
void this_attribute_holds_a_url_use_href_src_or_action();       // the same
void scripts_styles_and_frames_are_not_written_inline();        // the same

constexpr bool is_name(std::string_view name) {
  if (name.empty()) return false;
  const auto letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
  if (!letter(name.front())) return false;
  for (const char c : name)
    if (!letter(c) && !(c >= '0' && c <= '9') && c != '-' && c != '.') return false;
  return true;
}

constexpr bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
  for (const auto other : names)
    if (name == other) return true;
  return false;
}

constexpr bool is_void(std::string_view tag) {
  return is_one_of(tag, {"area", "base", "br", "col", "hr", "img", "input", "link", "meta", "source", "track", "wbr"});
}
}  // namespace detail

/// A tag name, checked by the compiler.
class Tag {
 public:
  template <std::size_t N>
  consteval Tag(const char (&name)[N]) : name_(name, N - 1), void_(detail::is_void(name_)) {
    if (!detail::is_name(name_)) detail::this_is_not_a_tag_name();
    if (detail::is_one_of(name_, {"script", "style", "iframe", "object", "embed", "base", "link", "template"}))
      detail::scripts_styles_and_frames_are_not_written_inline();
  }
  [[nodiscard]] constexpr std::string_view name() const { return name_; }
  [[nodiscard]] constexpr bool is_void() const { return void_; }

 private:
  std::string_view name_;
  bool void_ = false;
};

/// An attribute name, checked by the compiler: no event handler, no style, nothing that holds a URL.
class Name {
 public:
  template <std::size_t N>
  consteval Name(const char (&name)[N]) : name_(name, N - 1) {
    if (!detail::is_name(name_)) detail::this_is_not_an_attribute_name();
    if (name_ == "style" || (name_.size() > 2 && name_[0] == 'o' && name_[1] == 'n'))
      detail::scripts_styles_and_frames_are_not_written_inline();
    if (detail::is_one_of(name_, {"href", "src", "srcset", "action", "formaction", "poster", "cite", "data", "ping",
                                  "background", "srcdoc", "manifest", "xlink-href"}))
      detail::this_attribute_holds_a_url_use_href_src_or_action();
  }
  [[nodiscard]] constexpr std::string_view view() const { return name_; }

 private:
  std::string_view name_;
};

/// Finished markup. Only the builder makes one, so that whatever is in it has been escaped.
class Html {
 public:
  Html() = default;
  Html& operator+=(const Html& more) { return text_ += more.text_, *this; }
  friend Html operator+(Html a, const Html& b) { return a += b; }
  [[nodiscard]] bool empty() const { return text_.empty(); }
  [[nodiscard]] const std::string& text() const& { return text_; }
  [[nodiscard]] std::string text() && { return std::move(text_); }

 private:
  explicit Html(std::string text) : text_(std::move(text)) {}
  friend class Builder;
  friend struct MarkupOfFixtures;  // defined by the test of the package's fixtures only
  std::string text_;
};

/// No attribute, one, or several, already escaped. `a + b` joins them.
class Attributes {
 public:
  Attributes() = default;
  Attributes& operator+=(const Attributes& more) { return text_ += more.text_, *this; }
  friend Attributes operator+(Attributes a, const Attributes& b) { return a += b; }
  [[nodiscard]] bool empty() const { return text_.empty(); }

 private:
  friend class Builder;
  friend struct MarkupOfFixtures;
  std::string text_;  // " name=\"value\"" for each
};

/// Text to be escaped, or Html: what the package's parameter pairs `text` and `html` are here.
class Content {
 public:
  Content() = default;
  Content(Html html) : html_(std::move(html)) {}
  Content(std::string_view text);
  Content(const std::string& text) : Content(std::string_view(text)) {}
  Content(const char* text) : Content(std::string_view(text)) {}
  [[nodiscard]] bool empty() const { return html_.empty(); }
  [[nodiscard]] const Html& html() const { return html_; }

 private:
  Html html_;
};

/// A word that a component says of its own accord ("Menu", "Error"). It has no default:
/// leaving it out does not compile, because it must come from the catalogue.
class Wording {
 public:
  Wording(std::string text) : text_(std::move(text)) {}
  Wording(std::string_view text) : text_(text) {}
  Wording(const char* text) : text_(text) {}
  [[nodiscard]] const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// One argument of an element: attributes, markup, text (escaped here) or a whole number.
/// It only looks at what it is given, which lives to the end of the expression.
class Part {
 public:
  Part(const Attributes& attributes) : attributes_(&attributes) {}
  Part(const Html& html) : html_(&html) {}
  Part(const Content& content) : html_(&content.html()) {}
  Part(const std::optional<Html>& html) : html_(html ? &*html : nullptr) {}
  Part(const std::vector<Html>& all) : all_(&all) {}
  Part(const Wording& wording) : text_(wording.text()) {}
  Part(std::string_view text) : text_(text) {}
  Part(const std::string& text) : text_(text) {}
  Part(const char* text) : text_(text) {}
  template <std::integral T>
    requires(!std::same_as<T, bool> && !std::same_as<T, char>)
  Part(T number) : number_(static_cast<std::int64_t>(number)) {}
  template <class T>
    requires std::same_as<T, bool>
  Part(T) = delete;  // write when(condition, part)

 private:
  friend class Builder;
  const Attributes* attributes_ = nullptr;
  const Html* html_ = nullptr;
  const std::vector<Html>* all_ = nullptr;
  std::string_view text_;
  std::optional<std::int64_t> number_;
};

/// Where markup is put together; page functions use the element functions, which call this.
class Builder {
 public:
  [[nodiscard]] static Html element(Tag tag, const Part* parts, std::size_t count);
  [[nodiscard]] static Html join(const Part* parts, std::size_t count);
  [[nodiscard]] static Attributes attribute(Name name, std::string_view value) { return raw(name.view(), value); }
  [[nodiscard]] static Attributes attribute(Name name);  ///< boolean, present
  /// `root` after "<!DOCTYPE html>".
  [[nodiscard]] static Html document(const Html& root);
  [[nodiscard]] static Html head_link(std::string_view rel, const Url& href, const Attributes& more = {});
  [[nodiscard]] static Html module_script(const Url& src);  ///< <script type="module" src>

 private:
  friend Attributes href(const Url& url);
  friend Attributes src(const Url& url);
  friend Attributes action(const Url& url);
  friend Attributes formaction(const Url& url);
  static Attributes raw(std::string_view name, std::string_view value);
  static void append(std::string& out, const Part& part);
};

[[nodiscard]] Attributes href(const Url& url);
[[nodiscard]] Attributes src(const Url& url);
[[nodiscard]] Attributes action(const Url& url);
[[nodiscard]] Attributes formaction(const Url& url);

/// Appends text with & < > " ' escaped and NUL replaced.
void append_escaped(std::string& out, std::string_view text);

/// element("figure", cls("x"), ...): for tags that have no function of their own.
template <class... A>
[[nodiscard]] Html element(Tag tag, const A&... args) {
  if constexpr (sizeof...(args) == 0) {
    return Builder::element(tag, nullptr, 0);
  } else {
    const Part parts[] = {Part(args)...};
    return Builder::element(tag, parts, sizeof...(args));
  }
}

/// Several pieces, text escaped, with nothing around them.
template <class... A>
[[nodiscard]] Html join(const A&... args) {
  if constexpr (sizeof...(args) == 0) {
    return {};
  } else {
    const Part parts[] = {Part(args)...};
    return Builder::join(parts, sizeof...(args));
  }
}

}  // namespace makegood::html
