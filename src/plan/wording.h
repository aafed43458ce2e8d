#pragma once
// The words of two versions of a plan as numbers and weights, so that wordings can be compared
// fast. A word that stands in few items says more than one that stands in all of them.

#include <cstdint>
#include <string>
#include <vector>

#include "plan/item.h"

namespace makegood {

/// Each word once, sorted by number.
struct WordSet {
  std::vector<std::uint32_t> words;
  double weight = 0;  ///< of all its words together
};

/// What is compared of an item, worked out once.
struct ItemWords {
  std::string title;  ///< folded
  std::string ref;    ///< squeezed, lower case
  WordSet title_words, detail_words, all;
};

struct Wordings {
  std::vector<std::string> words;  ///< by number, the rarest first
  std::vector<double> weights;     ///< by number
  std::vector<ItemWords> old_items, new_items;
};

[[nodiscard]] Wordings wordings_of(const Plan& current, const Plan& draft);

/// How alike two wordings are, 0 to 1: the shared part of their weight (Dice), where words that
/// differ by a letter or an ending count as nearly the same. Details count a quarter where both
/// have one. Edge: two wordings without any word are alike in nothing: 0.
[[nodiscard]] double likeness(const Wordings& wordings, const ItemWords& a, const ItemWords& b);

/// The weight of the words that both have.
[[nodiscard]] double shared_weight(const Wordings& wordings, const WordSet& a, const WordSet& b);

/// The words of a set that say most about it: its rarest half, and one more.
[[nodiscard]] std::vector<std::uint32_t> telling_words(const WordSet& set);

/// The words of either, each once.
[[nodiscard]] WordSet united(const Wordings& wordings, const WordSet& a, const WordSet& b);

}  // namespace makegood
