#include "web/target.h"

#include <algorithm>

#include "base/text.h"
#include "web/form.h"

namespace makegood::web {
namespace {

bool is_visible(char c) { return c > 0x20 && c < 0x7f; }

bool is_hidden(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x20 || byte == 0x7f || c == '/' || c == '\\';
}

Parsed<std::string> decode_segment(std::string_view segment) {
  auto decoded = percent_decode(segment, PlusMeans::plus);
  if (!decoded) return decoded;
  if (decoded->empty() || *decoded == "." || *decoded == "..")
    return reject(400, "The address has an empty or dotted part.");
  if (std::any_of(decoded->begin(), decoded->end(), is_hidden) || !is_valid_utf8(*decoded))
    return reject(400, "The address has characters in it that no address has.");
  return decoded;
}

Parsed<std::vector<std::string>> decode_path(std::string_view path) {
  std::vector<std::string> segments;
  for (path.remove_prefix(1); !path.empty();) {
    const auto end = std::min(path.find('/'), path.size());
    auto segment = decode_segment(path.substr(0, end));
    if (!segment) return tl::unexpected(segment.error());
    segments.push_back(std::move(*segment));
    path.remove_prefix(std::min(path.size(), end + 1));
  }
  return segments;
}

bool is_unreserved(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

}  // namespace

Parsed<Target> parse_target(std::string_view target) {
  if (!target.starts_with('/') || !std::all_of(target.begin(), target.end(), is_visible) ||
      target.find('#') != std::string_view::npos)
    return reject(400, "The request does not name an address on this site.");
  const auto path = target.substr(0, target.find('?'));
  if (path.find_first_of("\\\"<>") != std::string_view::npos)
    return reject(400, "The address has characters in it that no address has.");

  auto segments = decode_path(path);
  if (!segments) return tl::unexpected(segments.error());
  Target result{.path = std::string(path), .segments = std::move(*segments)};
  result.trailing_slash = path.size() > 1 && path.ends_with('/');
  if (path.size() == target.size()) return result;

  result.query_text = target.substr(path.size() + 1);
  auto query = parse_form(result.query_text);
  if (!query) return tl::unexpected(query.error());
  result.query = std::move(*query);
  return result;
}

std::string percent_encode(std::string_view text) {
  static constexpr std::string_view kDigits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_unreserved(c)) {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += '%';
      out += kDigits[byte >> 4U];
      out += kDigits[byte & 15U];
    }
  }
  return out;
}

}  // namespace makegood::web
