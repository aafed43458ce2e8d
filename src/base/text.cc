#include "base/text.h"

#include <algorithm>
#include <cstdint>

namespace makegood {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
  char32_t code_point = kReplacement;
  std::size_t length = 1;
  bool ok = false;
};

// Well-formed UTF-8 by Unicode table 3-7: no overlong forms, surrogates or values past U+10FFFF.
Decoded decode(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[at + i]); };
  const auto lead = byte(0);
  if (lead < 0x80) return {lead, 1, true};
  const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4) return {};
  char32_t value = lead & (0x7FU >> length);
  for (std::size_t i = 1; i < length; ++i) {
    if (at + i >= text.size() || (byte(i) & 0xC0U) != 0x80) return {kReplacement, i, false};
    value = (value << 6U) | (byte(i) & 0x3FU);
    const bool overlong = i == 1 && ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xF0 && byte(1) < 0x90));
    const bool beyond = i == 1 && ((lead == 0xED && byte(1) > 0x9F) || (lead == 0xF4 && byte(1) > 0x8F));
    if (overlong || beyond) return {kReplacement, 1, false};
  }
  return {value, length, true};
}

bool is_invisible(char32_t c) { return c == 0x00AD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

char32_t lower_letter(char32_t c) {
  const bool ascii = c >= 'A' && c <= 'Z';
  const bool latin1 = c >= 0xC0 && c <= 0xDE && c != 0xD7;
  if (ascii || latin1) return c + 32;
  if (c == 0x174 || c == 0x176) return c + 1;  // Welsh W and Y with circumflex
  return c;
}

bool is_word(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '%' || c == 0xA3 ||
         (c >= 0xC0 && c != 0xD7 && c != 0xF7 && !(c >= 0x2000 && c <= 0x2BFF) && !(c >= 0xE000 && c <= 0xF8FF) &&
          !(c >= 0x3000 && c <= 0x303F) && c != kReplacement && !is_invisible(c));
}

}  // namespace

std::string utf8(char32_t c) {
  if (c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) c = kReplacement;
  const auto tail = [&](unsigned shift) { return static_cast<char>(0x80U | ((c >> shift) & 0x3FU)); };
  if (c < 0x80) return {static_cast<char>(c)};
  if (c < 0x800) return {static_cast<char>(0xC0U | (c >> 6U)), tail(0)};
  if (c < 0x10000) return {static_cast<char>(0xE0U | (c >> 12U)), tail(6), tail(0)};
  return {static_cast<char>(0xF0U | (c >> 18U)), tail(12), tail(6), tail(0)};
}

char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto decoded = decode(text, at);
  at += decoded.length;
  return decoded.code_point;
}

bool is_valid_utf8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    const auto decoded = decode(bytes, at);
    if (!decoded.ok) return false;
    at += decoded.length;
  }
  return true;
}

std::string valid_utf8(std::string_view bytes) {
  if (is_valid_utf8(bytes)) return std::string(bytes);
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) out += utf8(next_code_point(bytes, at));
  return out;
}

bool is_space(char32_t c) {
  return c == ' ' || (c >= 0x09 && c <= 0x0D) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool gap = false;
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto c = next_code_point(text, at);
    if (is_invisible(c)) continue;
    if (is_space(c)) {
      gap = true;
      continue;
    }
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += text.substr(from, at - from);
  }
  return out;
}

std::string_view trim(std::string_view text) {
  constexpr std::string_view kSpace = " \t\r\n\f\v";
  const auto from = text.find_first_not_of(kSpace);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(kSpace) - from + 1);
}

std::string lower(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const auto from = at;
    const auto c = next_code_point(text, at);
    const auto low = lower_letter(c);
    out += low == c ? std::string(text.substr(from, at - from)) : utf8(low);
  }
  return out;
}

std::string fold(std::string_view text) {
  std::string out;
  bool gap = false;
  const auto add = [&](std::string_view piece) {
    if (gap && !out.empty()) out += ' ';
    gap = false;
    out += piece;
  };
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    if (c == '&') {
      gap = true;
      add("and");
      gap = true;
    } else if (c == '\'' || c == 0x2018 || c == 0x2019 || is_invisible(c)) {
      continue;
    } else if (is_word(c)) {
      add(utf8(lower_letter(c)));
    } else {
      gap = true;
    }
  }
  return out;
}

std::vector<std::string> split(std::string_view text, char separator) {
  std::vector<std::string> parts;
  for (std::size_t from = 0;;) {
    const auto to = text.find(separator, from);
    parts.emplace_back(text.substr(from, to == std::string_view::npos ? to : to - from));
    if (to == std::string_view::npos) return parts;
    from = to + 1;
  }
}

std::string join(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0) out += between;
    out += parts[i];
  }
  return out;
}

std::string replace_all(std::string text, std::string_view from, std::string_view to) {
  if (from.empty()) return text;
  for (std::size_t at = 0; (at = text.find(from, at)) != std::string::npos; at += to.size()) text.replace(at, from.size(), to);
  return text;
}

bool starts_with_fold(std::string_view text, std::string_view prefix) { return lower(text).starts_with(lower(prefix)); }

bool contains_fold(std::string_view text, std::string_view part) { return lower(text).find(lower(part)) != std::string::npos; }

std::string shorten(std::string_view text, std::size_t limit) {
  std::size_t at = 0;
  for (std::size_t n = 0; at < text.size() && n < limit; ++n) static_cast<void>(next_code_point(text, at));
  return at >= text.size() ? std::string(text) : std::string(text.substr(0, at)) + "…";
}

}  // namespace makegood
