#include "codeframe/wording.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/text.h"
#include "codeframe/rows.h"

namespace makegood::codes {
namespace {

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_apostrophe(char32_t c) { return c == U'\'' || c == U'\u2018' || c == U'\u2019' || c == U'`'; }
bool is_symbol(char32_t c) {
  return c == 0xF7 || (c >= 0x2000 && c <= 0x2BFF) || (c >= 0x3000 && c <= 0x303F) || c >= 0xFE00;
}
bool is_letter_or_figure(char32_t c) {
  return (c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || (c >= 0xDF && !is_symbol(c));
}

std::string with_capitals_apart(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (i > 1 && is_upper(text[i]) && is_lower(text[i - 1]) && is_lower(text[i - 2])) out += ' ';
    out += text[i];
  }
  return out;
}

std::string_view connector_for(char32_t c, Comma comma) {
  if (c == U'/' || c == U'\\' || (c == U',' && comma == Comma::lists)) return " or ";
  if (c == U'&' || c == U'+') return " and ";
  return " ";
}

std::string plain(std::string_view raw, Comma comma) {
  const auto text = lower(with_capitals_apart(valid_utf8(raw)));
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const auto c = next_code_point(text, at);
    if (is_apostrophe(c)) continue;
    if (is_letter_or_figure(c))
      out += utf8(c);
    else
      out += connector_for(c, comma);
  }
  return squeeze(out);
}

bool says_nothing(const std::string& word) { return words_to_pass_over().contains(word); }

void write_out(Words& words) {
  static const auto kShort = [] {
    std::map<std::string, std::string, std::less<>> all;
    for (const auto& row : rows_of("words-written-short").rows) all[row.at("short")] = row.at("word");
    return all;
  }();
  for (auto& word : words)
    if (const auto found = kShort.find(word); found != kShort.end()) word = found->second;
}

// "A, B, or C" would have two connectors together, and a label may end in one once words are gone.
void tidy_connectors(Words& words) {
  const auto twice = [](const std::string& a, const std::string& b) { return is_connector(a) && is_connector(b); };
  words.erase(std::unique(words.begin(), words.end(), twice), words.end());
  if (!words.empty() && is_connector(words.front())) words.erase(words.begin());
  if (!words.empty() && is_connector(words.back())) words.pop_back();
}

}  // namespace

const std::set<std::string, std::less<>>& words_to_pass_over() {
  static const auto kWords = [] {
    std::set<std::string, std::less<>> words;
    for (const auto& row : rows_of("words-to-pass-over").rows) words.insert(row.at("word"));
    return words;
  }();
  return kWords;
}

Words all_words(std::string_view raw, Comma comma) {
  const auto text = plain(raw, comma);
  if (text.empty()) return {};
  auto words = split(text, ' ');
  write_out(words);
  return words;
}

Words telling_words(Words words) {
  if (!std::all_of(words.begin(), words.end(), says_nothing)) std::erase_if(words, says_nothing);
  tidy_connectors(words);
  return words;
}

Words wording(std::string_view raw, Comma comma) { return telling_words(all_words(raw, comma)); }

bool is_connector(std::string_view word) { return word == "or" || word == "and"; }

std::string phrase_of(WordsView words) { return join({words.begin(), words.end()}, " "); }

}  // namespace makegood::codes
