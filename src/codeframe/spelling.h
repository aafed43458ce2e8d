#pragma once
// Close misspellings, within bounds: the same first letter, one slip in a word of four to seven letters,
// two in a longer one, and only one word of the catalogue that near.

#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "codeframe/wording.h"

namespace makegood::codes {

/// Letters missing, too many, wrong or two neighbours swapped; `limit` + 1 once it is more than that.
[[nodiscard]] std::size_t slips_between(std::string_view a, std::string_view b, std::size_t limit);

struct Respelt {
  Words words;
  std::string changes;  ///< "\"carribean\" as \"caribbean\""; empty when nothing was changed
};

/// Every unknown word that has one near neighbour is replaced; words run together ("whitebritish") are parted.
[[nodiscard]] Respelt respell(WordsView words, const std::set<std::string, std::less<>>& vocabulary);

}  // namespace makegood::codes
