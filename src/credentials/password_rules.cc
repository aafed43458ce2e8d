#include "credentials/password_rules.h"

#include <algorithm>
#include <array>
#include <set>
#include <utility>

#include <fmt/format.h>

// The assembler takes the list in as it is; the build makes this file anew when the list changes.
__asm__(
    ".section .rodata\n"
    "makegood_blocked_begin: .incbin \"" MAKEGOOD_BLOCKED "\"\n"
    "makegood_blocked_end:\n"
    ".text\n");
extern "C" {
extern const char makegood_blocked_begin[], makegood_blocked_end[];
}

namespace makegood {
namespace {

// Digits and signs that stand for a letter. One for one, so that places stay where they are.
// "1" and "!" are read as "i" and as "l", which count as one here.
constexpr std::array kStandIns = {std::pair{'0', 'o'}, std::pair{'1', 'i'}, std::pair{'!', 'i'}, std::pair{'l', 'i'}, std::pair{'3', 'e'},
                                  std::pair{'4', 'a'}, std::pair{'5', 's'}, std::pair{'7', 't'}, std::pair{'@', 'a'}, std::pair{'$', 's'}};

std::string spelt_out(std::string text) {
  for (auto& letter : text)
    for (const auto& [sign, meant] : kStandIns)
      if (letter == sign) letter = meant;
  return text;
}

std::size_t characters(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size(); ++count) static_cast<void>(next_code_point(text, at));
  return count;
}

std::size_t variety(std::string_view text) {
  std::set<char32_t> seen;
  for (std::size_t at = 0; at < text.size();) seen.insert(next_code_point(text, at));
  return seen.size();
}

void longest_first(std::vector<std::string>& words) {
  std::sort(words.begin(), words.end(),
            [](const auto& a, const auto& b) { return a.size() != b.size() ? a.size() > b.size() : a < b; });
}

std::vector<std::string> read_list() {
  std::vector<std::string> words;
  for (const auto& line : split({makegood_blocked_begin, makegood_blocked_end}, '\n')) {
    const auto word = trim(line);
    if (!word.empty() && !word.starts_with('#')) words.push_back(lower(word));
  }
  longest_first(words);
  return words;
}

std::vector<std::string> words_of(std::span<const std::string> names) {
  std::vector<std::string> words;
  for (const auto& name : names)
    for (auto& word : split(fold(replace_all(replace_all(name, "@", " "), ".", " ")), ' '))
      if (characters(word) >= 4) words.push_back(std::move(word));
  longest_first(words);
  return words;
}

// Takes a word out wherever it stands, as it is written or with stand-ins. A break stays in its
// place, so that taking one out never makes another.
void take_out(std::string& text, std::string_view word) {
  const auto meant = spelt_out(std::string(word));
  for (std::size_t at = 0; at + word.size() <= text.size();) {
    const auto here = text.substr(at, word.size());
    if (here == word || spelt_out(here) == meant) text.replace(at, word.size(), 1, '\n');
    else ++at;
  }
}

std::size_t of_ones_own(std::string_view password, std::span<const std::string> names) {
  auto left = lower(password);
  for (const auto& word : words_of(names)) take_out(left, word);
  for (const auto& word : blocked_words()) take_out(left, word);
  std::erase(left, '\n');
  return characters(left);
}

}  // namespace

const std::vector<std::string>& blocked_words() {
  static const auto kWords = read_list();
  return kWords;
}

Result<void> check_new_password(std::string_view password, std::span<const std::string> names) {
  if (password.size() > kLongestPassword)
    return refuse(Fault::invalid_input, fmt::format("the password is longer than {} bytes", kLongestPassword));
  if (characters(password) < kShortestPassword)
    return refuse(Fault::invalid_input, fmt::format("the password is shorter than {} characters: three words in a row will do", kShortestPassword));
  if (of_ones_own(password, names) < kLeastOfOnesOwn || variety(password) < kLeastVariety)
    return refuse(Fault::invalid_input, "the password is one of those that are tried first: choose words that nobody would think of together");
  return {};
}

}  // namespace makegood
