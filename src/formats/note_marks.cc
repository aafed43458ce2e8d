#include "formats/note_marks.h"

#include <algorithm>

#include "base/base.h"

namespace makegood::formats {
namespace {

constexpr std::size_t kLongestMark = 8;
constexpr std::ptrdiff_t kLongestUnit = 2;  // letters: "m", "km"

bool is_note_digit(char c) { return c >= '0' && c <= '9'; }
bool is_word_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (static_cast<unsigned char>(c) & 0x80U) != 0; }

}  // namespace

bool is_note_mark(std::string_view raised) {
  raised = trim(raised);
  if (raised.empty() || raised.size() > kLongestMark) return false;
  if (raised.find_first_not_of("*") == std::string_view::npos) return true;
  int digits = 0;
  for (const char c : raised) {
    digits = is_note_digit(c) ? digits + 1 : 0;
    if (digits > 3 || raised.find_first_not_of("0123456789,; []()") != std::string_view::npos) return false;
  }
  return raised.find_first_of("0123456789") != std::string_view::npos;
}

bool takes_note_mark(std::string_view before) {
  if (before.empty()) return false;
  constexpr std::string_view kEnds = ".,;:!?)\"'";
  if (kEnds.find(before.back()) != std::string_view::npos) return before.size() > 1;
  const auto word_begins = std::find_if_not(before.rbegin(), before.rend(), is_word_letter);
  return word_begins - before.rbegin() > kLongestUnit;
}

}  // namespace makegood::formats
