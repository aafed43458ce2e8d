#pragma once
// What a client would rather have: Accept, Accept-Language, Accept-Encoding; and the tags of
// If-None-Match.

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace makegood::web {

struct Preference {
  std::string value;  ///< in lower case: "cy", "en-gb", "text/html", "gzip", "*"
  int quality = 1000;  ///< in thousandths; 0 = not this one
  bool operator==(const Preference&) const = default;
};

inline constexpr std::size_t kMaxPreferences = 32;

/// Best first, equals in the order written. Members that are not well formed are skipped.
[[nodiscard]] std::vector<Preference> parse_preferences(std::string_view header);

/// The first of `supported` ("en", "cy") that the header prefers; its first where none is named.
/// "cy-GB" asks for "cy"; "*" and silence ask for the first.
[[nodiscard]] std::string_view best_language(std::string_view accept_language, std::span<const std::string_view> supported);

/// Which of `offered` ("text/html", "application/json") the header prefers; the first where it is
/// silent; empty where it refuses all.
[[nodiscard]] std::string_view best_type(std::string_view accept, std::span<const std::string_view> offered);

[[nodiscard]] bool accepts_gzip(std::string_view accept_encoding);

/// Does the list of If-None-Match hold `etag` (quoted)? "*" holds all; weak tags compare weakly.
[[nodiscard]] bool etag_listed(std::string_view if_none_match, std::string_view etag);

}  // namespace makegood::web
