#pragma once
// Close misspellings, within bounds: one slip in a word of five letters or more, two in a word of eight or more if
// its first letter stands, a letter lacking in a word of four. Which word was meant, where several are as near, is for
// the whole label to decide: only if all but one of them make no sense is that one taken.

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "codeframe/wording.h"

namespace makegood::codes {

/// Letters missing, too many, wrong or two neighbours swapped; `limit` + 1 once it is more than that.
[[nodiscard]] std::size_t slips_between(std::string_view a, std::string_view b, std::size_t limit);

/// A way to write the words so that all are known.
struct Respelt {
  Words words;
  std::string changes;  ///< "\"carribean\" as \"caribbean\""
};

/// Every way in which each unknown word is one of its nearest known ones, or two that were run together
/// ("whitebritish"). Empty where a word has none near, where nothing is misspelt, or where there are more than 32 ways.
[[nodiscard]] std::vector<Respelt> respellings(WordsView words, const std::set<std::string, std::less<>>& vocabulary);

}  // namespace makegood::codes
