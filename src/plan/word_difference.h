#pragma once
// Where two wordings differ, word by word.

#include <string>
#include <string_view>
#include <vector>

namespace makegood {

enum class WordRunKind { same, removed, added };

struct WordRun {
  WordRunKind kind = WordRunKind::same;
  std::string text;  ///< words with single spaces between
  bool operator==(const WordRun&) const = default;
};

/// Runs of words: those that are the same and removed make the older wording, those that are the same
/// and added the newer. A removed run stands before the added one that replaces it. Case and
/// punctuation count. As few words as possible differ, up to kMostWords in either text between
/// their common beginning and end; beyond that the middle is one run removed and one added.
[[nodiscard]] std::vector<WordRun> word_difference(std::string_view before, std::string_view after);

inline constexpr std::size_t kMostWords = 1500;

}  // namespace makegood
