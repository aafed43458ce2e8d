#pragma once
// Where a link may lead. A Url is site-relative ("/plans", "#main", "?page=2"), https:, http:
// mailto: or otpauth: (what an authenticator opens), and nothing else can become one: a `javascript:` literal does not compile and
// a run-time one is refused.

#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.h"

namespace makegood::html {

namespace detail {
constexpr bool is_scheme(std::string_view url, std::string_view scheme) {
  if (url.size() < scheme.size()) return false;
  for (std::size_t i = 0; i < scheme.size(); ++i) {
    const char c = url[i] >= 'A' && url[i] <= 'Z' ? static_cast<char>(url[i] + 32) : url[i];
    if (c != scheme[i]) return false;
  }
  return true;
}

constexpr bool is_local(std::string_view url) {
  if (url.front() == '#' || url.front() == '?') return true;
  return url.front() == '/' && !(url.size() > 1 && (url[1] == '/' || url[1] == '\\'));
}

constexpr bool is_safe_url(std::string_view url) {
  if (url.empty()) return false;
  for (const char c : url)  // no space, control or quote: such a URL was never encoded
    if (static_cast<unsigned char>(c) <= ' ' || c == '"' || c == '<' || c == '>' || c == '\\' || c == '\x7f') return false;
  return is_local(url) || is_scheme(url, "https://") || is_scheme(url, "http://") || is_scheme(url, "mailto:") ||
         is_scheme(url, "otpauth://totp/");
}

void this_literal_is_not_an_allowed_url();  // never defined: its call is the compile error
}  // namespace detail

class Url {
 public:
  Url() = default;  ///< none

  /// `.href = "/plans"`: checked by the compiler.
  template <std::size_t N>
  consteval Url(const char (&literal)[N]) : literal_(literal, N - 1) {
    if (!detail::is_safe_url(literal_)) detail::this_literal_is_not_an_allowed_url();
  }

  /// A URL that somebody wrote. Refuses other schemes, "//host" and unencoded characters -> Fault::invalid_input.
  [[nodiscard]] static Result<Url> parse(std::string_view text);

  /// Url::path({"plans", slug}) is "/plans/SLUG", each segment percent-encoded; {} is "/".
  [[nodiscard]] static Url path(std::initializer_list<std::string_view> segments);
  /// "#ID"
  [[nodiscard]] static Url fragment(std::string_view id);

  /// The same with "name=value" added to its query, encoded; before its fragment.
  [[nodiscard]] Url with(std::string_view name, std::string_view value) const;
  /// The same at an anchor.
  [[nodiscard]] Url at(std::string_view id) const;
  /// The same with more bytes of path: ".csv", "/history". The suffix is a literal of ours.
  template <std::size_t N>
  [[nodiscard]] Url suffixed(const char (&suffix)[N]) const {
    return appended(std::string_view(suffix, N - 1));
  }
  /// "/cy" before a site-relative path; other URLs as they are.
  [[nodiscard]] Url under(std::string_view prefix) const;

  [[nodiscard]] constexpr bool empty() const { return view().empty(); }
  [[nodiscard]] constexpr std::string_view view() const {
    return owned_ ? std::string_view(*owned_) : literal_;
  }
  [[nodiscard]] std::string text() const { return std::string(view()); }
  bool operator==(const Url& other) const { return view() == other.view(); }

 private:
  explicit Url(std::string text) : owned_(std::move(text)) {}
  [[nodiscard]] Url appended(std::string_view suffix) const;

  std::string_view literal_;
  std::optional<std::string> owned_;
};

/// Percent-encoding of everything but letters, digits and "-._~".
[[nodiscard]] std::string percent_encoded(std::string_view text);

}  // namespace makegood::html
