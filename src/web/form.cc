#include "web/form.h"

#include "base/text.h"

namespace makegood::web {
namespace {

constexpr int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

Parsed<std::string> decode_word(std::string_view word) {
  auto decoded = percent_decode(word, PlusMeans::space);
  if (!decoded) return decoded;
  if (decoded->find('\0') != std::string::npos) return reject(400, "A form field holds a NUL character.");
  return valid_utf8(*decoded);
}

}  // namespace

Parsed<std::string> percent_decode(std::string_view text, PlusMeans plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '+' && plus == PlusMeans::space) {
      out += ' ';
    } else if (text[i] != '%') {
      out += text[i];
    } else {
      const int high = i + 1 < text.size() ? hex_digit(text[i + 1]) : -1;
      const int low = i + 2 < text.size() ? hex_digit(text[i + 2]) : -1;
      if (high < 0 || low < 0) return reject(400, "The address or form has a broken percent sign in it.");
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

Parsed<Fields> parse_form(std::string_view text) {
  Fields fields;
  while (!text.empty()) {
    const auto pair = text.substr(0, text.find('&'));
    text.remove_prefix(std::min(text.size(), pair.size() + 1));
    if (pair.empty()) continue;
    if (fields.size() == kMaxFormFields) return reject(400, "The form has too many fields.");
    const auto equals = pair.find('=');
    auto name = decode_word(pair.substr(0, equals));
    if (!name) return tl::unexpected(name.error());
    auto value = decode_word(equals == std::string_view::npos ? std::string_view{} : pair.substr(equals + 1));
    if (!value) return tl::unexpected(value.error());
    fields.add(std::move(*name), std::move(*value));
  }
  return fields;
}

}  // namespace makegood::web
