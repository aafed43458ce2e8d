#pragma once
// Cookies in and out (RFC 6265).

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

#include "web/fields.h"

namespace makegood::web {

inline constexpr std::size_t kMaxCookies = 64;

/// The pairs of one Cookie header. Pairs that no server can have set (no "=", a name that is no
/// token, a value with blanks, quotes inside, controls or bytes over 126) are skipped: other
/// programs on the same host set cookies too, and theirs must not lock a visitor out.
[[nodiscard]] Fields parse_cookies(std::string_view header);

enum class SameSite { lax, strict };

struct SetCookie {
  std::string name;
  std::string value;
  std::optional<std::chrono::seconds> max_age;  ///< none: until the browser closes; 0: now gone
  bool secure = true;
  bool http_only = true;
  SameSite same_site = SameSite::lax;
};

/// The value of a Set-Cookie header, always with Path=/ and no Domain, so that a `__Host-` name
/// may be used where `secure` is set.
/// Throws std::invalid_argument for a name or value that a cookie cannot hold: these are ours.
[[nodiscard]] std::string set_cookie_value(const SetCookie& cookie);

}  // namespace makegood::web
