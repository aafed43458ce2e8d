#include "web/cookie.h"

#include <fmt/format.h>

#include <algorithm>
#include <stdexcept>

#include "base/text.h"
#include "web/token.h"

namespace makegood::web {
namespace {

bool is_cookie_byte(char c) {
  return c > 0x20 && c < 0x7f && c != '"' && c != ',' && c != ';' && c != '\\';
}

// A quoted value stands for what is inside the quotes.
std::string_view without_quotes(std::string_view value) {
  if (value.size() >= 2 && value.front() == '"' && value.back() == '"') return value.substr(1, value.size() - 2);
  return value;
}

bool is_cookie_value(std::string_view value) { return std::all_of(value.begin(), value.end(), is_cookie_byte); }

}  // namespace

Fields parse_cookies(std::string_view header) {
  Fields cookies;
  while (!header.empty() && cookies.size() < kMaxCookies) {
    const auto pair = header.substr(0, header.find(';'));
    header.remove_prefix(std::min(header.size(), pair.size() + 1));
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const auto name = trim(pair.substr(0, equals));
    const auto value = without_quotes(trim(pair.substr(equals + 1)));
    if (is_token(name) && is_cookie_value(value)) cookies.add(std::string(name), std::string(value));
  }
  return cookies;
}

std::string set_cookie_value(const SetCookie& cookie) {
  if (!is_token(cookie.name) || !is_cookie_value(cookie.value))
    throw std::invalid_argument("a cookie's name or value has characters that a cookie cannot hold");
  auto text = fmt::format("{}={}; Path=/", cookie.name, cookie.value);
  if (cookie.max_age) text += fmt::format("; Max-Age={}", cookie.max_age->count());
  if (cookie.secure) text += "; Secure";
  if (cookie.http_only) text += "; HttpOnly";
  text += cookie.same_site == SameSite::lax ? "; SameSite=Lax" : "; SameSite=Strict";
  return text;
}

}  // namespace makegood::web
