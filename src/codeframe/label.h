#pragma once
// What a label says. A label is a heading, a group under it, or both, in either order, with or without
// punctuation: "Asian or Asian British - Indian", "Indian", "Other White", "White: White Other".
// A label that names several things stops at what they share: "Pakistani/Bangladeshi" is Asian and no more,
// "Mixed/Other" is no group at all.

#include <string>

#include "codeframe/wording.h"

namespace makegood::codes {

enum class Says {
  nothing,     ///< not recognised
  place,       ///< a code or a group of ethnicity-2021
  several,     ///< groups that share no parent, or words that contradict each other
  nation,      ///< "British": a nationality
  nowhere,     ///< a religion, a nationality
  collective,  ///< "BAME"
  total,       ///< "All"
  unknown,
  not_applicable,
};

struct Meaning {
  Says says = Says::nothing;
  std::string target;  ///< place: code or group; unknown: the detail, empty when the label mixes several
  std::string note;
  bool operator==(const Meaning&) const = default;
};

/// The group of a code or group of ethnicity-2021.
[[nodiscard]] std::string group_of(std::string_view code_or_group);

/// Bounded: a label of more than 24 words says nothing.
[[nodiscard]] Meaning meaning_of(WordsView words);

/// "not_stated" or "not_known" for a detail; "not_known" for a mixture.
[[nodiscard]] std::string_view kind_of_unknown(std::string_view detail);

}  // namespace makegood::codes
