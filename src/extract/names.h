#pragma once
// What the document itself says about its names: which stand alone in a cell, which stand alone
// in running text, which words it also writes small. With that, names that a page layout has run
// together ("HCC Riverside Trust Police") come apart, and only where it is safe.

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "extract/lines.h"

namespace makegood::extraction {

class Names {
 public:
  /// A line of a cell that holds owners or partners.
  void add_entry(std::string_view text);
  /// Running text: titles, details, comments.
  void add_prose(std::string_view text);

  /// Stands alone somewhere, as a whole entry.
  [[nodiscard]] bool alone(std::string_view text) const;
  /// Stands in a sentence between small words, and not as a place ("in Riverside").
  [[nodiscard]] bool in_prose(std::string_view text) const;
  [[nodiscard]] bool written_small(std::string_view word) const;

  /// "HCC Riverside Trust" -> "HCC", "Riverside Trust"; one element where nothing is safe.
  [[nodiscard]] std::vector<std::string> come_apart(std::string_view text) const;
  /// Two or three capitalised words, none of them a word of posts, bodies or units.
  [[nodiscard]] bool is_person(std::string_view text) const;

 private:
  [[nodiscard]] double worth(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) const;

  std::unordered_set<std::string> alone_, prose_, places_, small_;
};

}  // namespace makegood::extraction
