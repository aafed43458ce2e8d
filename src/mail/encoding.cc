#include "mail/encoding.h"

#include <algorithm>

#include <sodium.h>

#include "base/base.h"

namespace makegood::mail {
namespace {

constexpr std::size_t kBodyLine = 76, kHeaderLine = 78;
constexpr std::string_view kHex = "0123456789ABCDEF";

std::string base64(std::string_view bytes) {
  std::string out(sodium_base64_encoded_len(bytes.size(), sodium_base64_VARIANT_ORIGINAL), '\0');
  sodium_bin2base64(out.data(), out.size(), reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(),
                    sodium_base64_VARIANT_ORIGINAL);
  out.pop_back();  // the NUL
  return out;
}

bool is_plain(unsigned char c) { return c >= 0x20 && c < 0x7f; }

bool is_plain_value(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return is_plain(static_cast<unsigned char>(c)); }) &&
         text.find("=?") == std::string_view::npos;
}

bool has_long_word(std::string_view text) {
  const auto words = split(text, ' ');
  return std::any_of(words.begin(), words.end(), [](const std::string& word) { return word.size() > 400; });
}

// Encoded words of at most 75 characters, each with whole code points, a space between.
std::string encoded_words(std::string_view text) {
  constexpr std::size_t kMostBytes = 39;  // 52 characters of base64: with its frame and a header's name it fits a line
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    auto end = std::min(at + kMostBytes, text.size());
    while (end < text.size() && end > at + 1 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    out += (out.empty() ? "=?UTF-8?B?" : " =?UTF-8?B?") + base64(text.substr(at, end - at)) + "?=";
    at = end;
  }
  return out;
}

// A display name as an atom, a quoted string or encoded words, whichever does.
std::string display_words(std::string_view name) {
  if (!is_plain_value(name) || has_long_word(name)) return encoded_words(name);
  const auto simple = name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 '-") == std::string_view::npos;
  if (simple) return std::string(name);
  return "\"" + replace_all(replace_all(std::string(name), "\\", "\\\\"), "\"", "\\\"") + "\"";
}

// Breaks before a space wherever the next word would not fit.
std::string folded(std::string line) {
  std::string out;
  while (line.size() > kHeaderLine) {
    // Not right after the header's name: a reader would take the space for part of the value.
    const auto begin = out.empty() ? line.find(": ") + 2 : line.find_first_not_of(' ');
    auto space = line.rfind(' ', kHeaderLine);
    if (space == std::string::npos || space <= begin) space = line.find(' ', begin);
    // Nor before white space alone: that would be no line of a header.
    if (space == std::string::npos || line.find_first_not_of(' ', space) == std::string::npos) break;
    out += line.substr(0, space) + "\r\n";
    line.erase(0, space);
  }
  return out + line + "\r\n";
}

void append_encoded(std::string& out, unsigned char c) {
  out += '=';
  out += kHex[c >> 4U];
  out += kHex[c & 15U];
}

// One line without its end.
std::string quoted_line(std::string_view text) {
  std::string out, line;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    const bool at_end = i + 1 == text.size();
    std::string piece;
    if ((is_plain(c) || c == '\t') && c != '=' && !(at_end && (c == ' ' || c == '\t'))) piece = text[i];
    else append_encoded(piece, c);
    if (line.size() + piece.size() > kBodyLine - (at_end ? 0 : 1)) {
      out += line + "=\r\n";
      line.clear();
    }
    line += piece;
  }
  return out + line;
}

int hex_value(char c) {
  const auto at = kHex.find(c >= 'a' && c <= 'f' ? static_cast<char>(c - 32) : c);
  return at == std::string_view::npos ? -1 : static_cast<int>(at);
}

}  // namespace

std::string quoted_printable(std::string_view text) {
  const auto lines = split(replace_all(replace_all(std::string(text), "\r\n", "\n"), "\r", "\n"), '\n');
  std::string out;
  for (std::size_t i = 0; i < lines.size(); ++i)
    if (i + 1 < lines.size() || !lines[i].empty()) out += quoted_line(lines[i]) + "\r\n";
  return out;
}

std::string from_quoted_printable(std::string_view encoded) {
  std::string out;
  for (std::size_t i = 0; i < encoded.size(); ++i) {
    const auto rest = encoded.substr(i);
    if (rest.starts_with("=\r\n")) {
      i += 2;
    } else if (rest.starts_with("\r\n")) {
      out += '\n';
      ++i;
    } else if (rest.size() >= 3 && rest[0] == '=' && hex_value(rest[1]) >= 0 && hex_value(rest[2]) >= 0) {
      out += static_cast<char>(hex_value(rest[1]) * 16 + hex_value(rest[2]));
      i += 2;
    } else {
      out += rest[0];
    }
  }
  return out;
}

std::string base64_lines(std::string_view bytes) {
  const auto all = base64(bytes);
  std::string out;
  for (std::size_t at = 0; at < all.size(); at += kBodyLine) out += all.substr(at, kBodyLine) + "\r\n";
  return out;
}

std::string text_header(std::string_view name, std::string_view value) {
  return folded(std::string(name) + ": " + (is_plain_value(value) && !has_long_word(value) ? std::string(value) : encoded_words(value)));
}

std::string mailbox_header(std::string_view name, std::string_view display, std::string_view address) {
  if (display.empty()) return folded(std::string(name) + ": " + std::string(address));
  return folded(std::string(name) + ": " + display_words(display) + " <" + std::string(address) + ">");
}

}  // namespace makegood::mail
