#include "formats/markers.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "base/base.h"

namespace makegood::formats {
namespace {

// Without ticks and crosses: alone in a cell those are answers.
constexpr std::array<char32_t, 20> kBullets = {0x2022, 0x2023, 0x25E6, 0x25AA, 0x25AB, 0x25A0, 0x25A1,
                                               0x25CF, 0x25CB, 0x27A4, 0x25BA, 0x25B6, 0x27A2, 0x2756,
                                               0x2043, 0x2219, 0x2B9A, 0x25C6, 0x25B8, 0x27A1};

bool is_symbol(char32_t c) { return c >= 0xF000 && c <= 0xF0FF; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

std::size_t skip_space(std::string_view text, std::size_t at) {
  while (at < text.size()) {
    auto next = at;
    if (!is_space(next_code_point(text, next))) break;
    at = next;
  }
  return at;
}

bool is_roman(std::string_view word) {
  return word.size() <= 5 && word.find_first_not_of("ivx") == std::string_view::npos;
}

// The part of a marker that counts: "(iv)" -> "iv".
std::string_view core(std::string_view marker) {
  while (!marker.empty() && (marker.back() == '.' || marker.back() == ')')) marker.remove_suffix(1);
  while (!marker.empty() && marker.front() == '(') marker.remove_prefix(1);
  return marker;
}

int number_of(std::string_view word) {
  int value = 0;
  std::from_chars(word.data(), word.data() + word.size(), value);
  return value;
}

}  // namespace

char32_t bullet_of_symbol_font(char32_t c) {
  switch (c & 0xFFU) {
    case 0xD8: return 0x27A4;
    case 0xA7: return 0x25AA;
    case 0x76: return 0x2756;
    case 0xFC: return 0x2713;
    case 0xFB: return 0x2717;
    case 0x6F: case 0xA8: return 0x25A1;
    default: return 0x2022;
  }
}

bool is_bullet(char32_t c) {
  return is_symbol(c) || std::find(kBullets.begin(), kBullets.end(), c) != kBullets.end();
}

Marker leading_bullet(std::string_view text) {
  const auto start = skip_space(text, 0);
  if (start >= text.size()) return {};
  auto at = start;
  const auto c = next_code_point(text, at);
  const bool middle_dot = c == 0xB7 && at < text.size() && (text[at] == ' ' || text[at] == '\t');
  if (!is_bullet(c) && !middle_dot) return {};
  const auto words = skip_space(text, at);
  if (words >= text.size()) return {};
  return {is_symbol(c) ? utf8(bullet_of_symbol_font(c)) : std::string(text.substr(start, at - start)), words};
}

Marker leading_ordinal(std::string_view text) {
  const auto start = skip_space(text, 0);
  auto at = start;
  const bool bracket = at < text.size() && text[at] == '(';
  if (bracket) ++at;
  const auto from = at;
  while (at < text.size() && is_digit(text[at])) ++at;
  const auto digits = at - from;
  if (digits == 0)
    while (at < text.size() && is_small(text[at])) ++at;
  const auto word = text.substr(from, at - from);
  if (digits > 3 || word.empty() || (digits == 0 && word.size() > 1 && !is_roman(word))) return {};
  if (at >= text.size() || (text[at] != ')' && (bracket || text[at] != '.'))) return {};
  ++at;
  const auto rest = skip_space(text, at);
  if (rest == at && rest < text.size()) return {};
  return {std::string(text.substr(start, at - start)), rest};
}

bool follows(std::string_view marker, std::string_view earlier) {
  const auto next = core(marker);
  const auto last = core(earlier);
  if (next.empty() || last.empty()) return false;
  if (is_digit(next[0]) || is_digit(last[0])) return number_of(next) == number_of(last) + 1;
  for (int n = 1; n < 40; ++n)
    if ((roman(n) == last && roman(n + 1) == next) || (letters(n) == last && letters(n + 1) == next)) return true;
  return false;
}

std::string roman(int number) {
  static constexpr std::array<std::pair<int, const char*>, 13> kParts = {{{1000, "m"}, {900, "cm"}, {500, "d"},
      {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"}, {40, "xl"}, {10, "x"}, {9, "ix"}, {5, "v"}, {4, "iv"}, {1, "i"}}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string out;
  for (const auto& [value, word] : kParts)
    for (; number >= value; number -= value) out += word;
  return out;
}

std::string letters(int number) {
  if (number < 1 || number > 26 * 30) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>('a' + (number - 1) % 26));
}

}  // namespace makegood::formats
