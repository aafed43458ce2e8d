#pragma once
// The phrases of catalogue/codeframes/ethnicity-phrases.csv, by the part that they play in a label.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "codeframe/wording.h"

namespace makegood::codes {

enum class Role {
  heading,
  leaf,
  under,
  nation,
  nowhere,
  collective,
  total,
  population,
  unknown,
  not_applicable,
  several
};

struct Phrase {
  Role role;
  std::string heading;  ///< for `under`: the group that has to stand beside it
  Words words;
  std::string target;  ///< a code or a group; for `unknown` the detail
  std::string note;
};

/// Empty for a word that is no role.
[[nodiscard]] std::optional<Role> role_named(std::string_view name);

class Phrases {
 public:
  explicit Phrases(std::vector<Phrase> all);
  [[nodiscard]] const Phrase* bare(WordsView words) const;  ///< anything but headings and what needs one
  [[nodiscard]] const Phrase* under(std::string_view heading, WordsView words) const;
  /// Headings with their words, longest first.
  [[nodiscard]] const std::vector<Phrase>& headings() const { return headings_; }
  [[nodiscard]] bool knows_word(std::string_view word) const { return vocabulary_.contains(word); }
  [[nodiscard]] const std::set<std::string, std::less<>>& vocabulary() const { return vocabulary_; }
  [[nodiscard]] bool describes_population(std::string_view word) const { return population_.contains(word); }

 private:
  std::map<std::string, Phrase, std::less<>> bare_, under_;
  std::vector<Phrase> headings_;
  std::set<std::string, std::less<>> vocabulary_, population_;
};

[[nodiscard]] const Phrases& phrases();

}  // namespace makegood::codes
