#include "html/url.h"

namespace makegood::html {
namespace {

bool is_unreserved(unsigned char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

// Everything before the fragment, and the fragment with its '#'.
std::pair<std::string_view, std::string_view> cut_fragment(std::string_view url) {
  const auto hash = url.find('#');
  if (hash == std::string_view::npos) return {url, {}};
  return {url.substr(0, hash), url.substr(hash)};
}

}  // namespace

std::string percent_encoded(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  out.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (is_unreserved(byte)) {
      out += c;
    } else {
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

Result<Url> Url::parse(std::string_view text) {
  if (!detail::is_safe_url(text))
    return refuse(Fault::invalid_input, "A link must be a path on this site, or begin with https://, http://, mailto: or otpauth://totp/");
  return Url(std::string(text));
}

Url Url::path(std::initializer_list<std::string_view> segments) {
  std::string out;
  for (const auto segment : segments) {
    out += '/';
    // A segment of dots would be folded away by the reader's browser.
    if (segment == "." || segment == "..") out += segment == "." ? "%2E" : "%2E%2E";
    else out += percent_encoded(segment);
  }
  return Url(out.empty() ? "/" : std::move(out));
}

Url Url::fragment(std::string_view id) { return Url("#" + percent_encoded(id)); }

Url Url::with(std::string_view name, std::string_view value) const {
  const auto [before, hash] = cut_fragment(view());
  std::string out(before);
  out += before.find('?') == std::string_view::npos ? '?' : '&';
  out += percent_encoded(name);
  out += '=';
  out += percent_encoded(value);
  out += hash;
  return Url(std::move(out));
}

Url Url::at(std::string_view id) const {
  return Url(std::string(cut_fragment(view()).first) + "#" + percent_encoded(id));
}

Url Url::under(std::string_view prefix) const {
  if (empty() || view().front() != '/') return *this;
  return Url(std::string(prefix) + (view() == "/" && !prefix.empty() ? std::string() : text()));
}

Url Url::appended(std::string_view suffix) const { return Url(text() + std::string(suffix)); }

}  // namespace makegood::html
