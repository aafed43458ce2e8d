#include "formats/encoding.h"

#include <array>

#include <fmt/format.h>

namespace makegood::formats {
namespace {

// 0x80 to 0x9F as Windows has them; the five that it leaves empty are U+FFFD.
constexpr std::array<char16_t, 32> kWindows1252 = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

std::string from_windows_1252(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte < 0x80) out += c;
    else out += utf8(byte < 0xA0 ? char32_t{kWindows1252[byte - 0x80U]} : char32_t{byte});
  }
  return out;
}

std::string from_utf16(std::string_view bytes, bool big_endian) {
  std::string out;
  out.reserve(bytes.size());
  const auto unit = [&](std::size_t at) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<char32_t>(big_endian ? (first << 8U) | second : (second << 8U) | first);
  };
  for (std::size_t at = 0; at + 1 < bytes.size(); at += 2) {
    char32_t c = unit(at);
    if (c >= 0xD800 && c < 0xDC00 && at + 3 < bytes.size()) {
      const char32_t low = unit(at + 2);
      if (low >= 0xDC00 && low < 0xE000) {
        c = 0x10000 + ((c - 0xD800) << 10U) + (low - 0xDC00);
        at += 2;
      }
    }
    out += utf8(c);
  }
  if (bytes.size() % 2 == 1) out += utf8(0xFFFD);
  return out;
}

// How many characters beyond ASCII read as UTF-8, and how many do not.
struct Tally {
  std::size_t good = 0;
  std::size_t bad = 0;
};

Tally tally(std::string_view bytes) {
  Tally counts;
  for (std::size_t at = 0; at < bytes.size();) {
    const auto from = at;
    if (next_code_point(bytes, at) < 0x80) continue;
    ++(is_valid_utf8(bytes.substr(from, at - from)) ? counts.good : counts.bad);
  }
  return counts;
}

// Text in a European language as UTF-16 has a zero in nearly every second byte.
Encoding guess_without_mark(std::string_view bytes) {
  std::array<std::size_t, 2> zeros{};
  const auto sample = bytes.substr(0, 4096);
  for (std::size_t i = 0; i < sample.size(); ++i) zeros[i % 2] += sample[i] == '\0' ? 1U : 0U;
  const auto half = sample.size() / 2;
  if (half >= 2 && zeros[1] * 10 > half * 7 && zeros[0] * 10 < half) return Encoding::utf16_le;
  if (half >= 2 && zeros[0] * 10 > half * 7 && zeros[1] * 10 < half) return Encoding::utf16_be;
  const auto counts = tally(bytes);
  return counts.bad > counts.good ? Encoding::windows_1252 : Encoding::utf8;
}

// Line ends become '\n'; controls other than tab and form feed become spaces.
std::string tidy(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto c = static_cast<unsigned char>(text[i]);
    if (c == '\r') {
      if (i + 1 >= text.size() || text[i + 1] != '\n') out += '\n';
    } else if (c < 0x20 && c != '\n' && c != '\t' && c != '\f') {
      out += c == '\v' ? '\n' : ' ';
    } else {
      out += static_cast<char>(c);
    }
  }
  return out;
}

// Nothing to decode and nothing to tidy: ASCII with bare line feeds, as most large files are.
bool is_tidy_ascii(std::string_view bytes) {
  unsigned odd = 0;  // no early exit, so that the compiler takes sixteen at a time
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    odd |= static_cast<unsigned>(byte >= 0x7F) | static_cast<unsigned>(byte < 0x20 && byte != '\n' && byte != '\t');
  }
  return odd == 0;
}

}  // namespace

Encoding guess_encoding(std::string_view bytes) {
  if (bytes.starts_with("\xEF\xBB\xBF")) return Encoding::utf8;
  if (bytes.starts_with("\xFF\xFE")) return Encoding::utf16_le;
  if (bytes.starts_with("\xFE\xFF")) return Encoding::utf16_be;
  return guess_without_mark(bytes);
}

Decoded decode_windows_1252(std::string_view bytes) { return {tidy(from_windows_1252(bytes)), Encoding::windows_1252, {}}; }

Decoded decode(std::string_view bytes) {
  if (is_tidy_ascii(bytes)) return {std::string(bytes), Encoding::utf8, {}};
  Decoded out;
  out.encoding = guess_encoding(bytes);
  if (bytes.starts_with("\xEF\xBB\xBF")) bytes.remove_prefix(3);
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) bytes.remove_prefix(2);
  switch (out.encoding) {
    case Encoding::utf16_le: out.text = tidy(from_utf16(bytes, false)); break;
    case Encoding::utf16_be: out.text = tidy(from_utf16(bytes, true)); break;
    case Encoding::windows_1252:
      out = decode_windows_1252(bytes);
      out.findings.push_back({"encoding_guessed", "The file is not UTF-8; it was read as Windows-1252.", {}});
      break;
    case Encoding::utf8: {
      const auto bad = is_valid_utf8(bytes) ? 0 : tally(bytes).bad;
      out.text = tidy(valid_utf8(bytes));
      if (bad > 0)
        out.findings.push_back(
            {"characters_replaced", fmt::format("{} unreadable characters were replaced by \xEF\xBF\xBD.", bad), {}});
    }
  }
  return out;
}

}  // namespace makegood::formats
