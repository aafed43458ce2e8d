#pragma once
// What everybody may see of a register, entry by entry: public_answers() of record.h, written down when a record is, so
// that it costs the same to show of 100,000 records as of a hundred.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "registers/answers.h"

namespace makegood {

/// Which entries, oldest first by the day they are about.
struct PublishedQuery {
  std::string register_name;
  std::string words = {};  ///< each begins a word of the entry's (words_of_published()); accents do not count
  std::string after = {};  ///< where the page before ended; empty = from the oldest
  int limit = 50;          ///< 1 to kMostPublished
};
inline constexpr int kMostPublished = 10'000;  ///< in one answer: what a file holds
inline constexpr int kMostFound = 1'000;       ///< that words find: who looks for more is asked for another word

struct PublishedList {
  std::vector<Answers> entries;  ///< of public fields alone
  std::string next;              ///< `after` of the next page; empty = this was the last
  std::int64_t found = 0;        ///< on all pages; kMostFound where the words may find more
};

/// By which an entry is found: its answers as they are written and as a page shows them, choices in both languages.
[[nodiscard]] std::string words_of_published(const Definition& definition, const Answers& published);

}  // namespace makegood
