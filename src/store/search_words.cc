#include "store/search_words.h"

#include "base/base.h"

namespace makegood::store {
namespace {

constexpr int kMostWords = 16;

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte >= 0x80 || (byte >= '0' && byte <= '9') || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

}  // namespace

std::string match_of(std::string_view text) {
  std::string match, word;
  int words = 0;
  const auto end_word = [&] {
    if (!word.empty() && words++ < kMostWords) match += (match.empty() ? "\"" : " \"") + word + "\"*";
    word.clear();
  };
  // Curly quotes, dashes and odd spaces would stay inside a word here, but not in the index.
  const auto plain = squeeze(text);
  for (std::size_t at = 0; at < plain.size();) {
    const auto from = at;
    const char32_t c = next_code_point(plain, at);
    const bool separates = c < 0x80 ? !is_word_byte(plain[from]) : (c >= 0x2000 && c <= 0x206F) || c == 0xFFFD;
    if (separates) end_word();
    else word += plain.substr(from, at - from);
  }
  end_word();
  return match;
}

}  // namespace makegood::store
