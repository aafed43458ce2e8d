#pragma once
// Owners and partners out of a cell. `;`, line breaks and "/" part them always; "and", "&" and
// commas only when what stands on both sides are posts, bodies, units or people:
//   "Head of Housing and Head of Policy"                       two posts
//   "Head of Policy, Insight and Partnerships"                 one
//   "Head of Communications and Policy and Performance Manager"  two
//   "Learning and Development"                                 one unit

#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "extract/lines.h"
#include "extract/names.h"

namespace makegood::extraction {

struct People {
  std::vector<std::string> names;
  std::vector<std::string> remarks;  ///< "(but then widening to others ...)", "via the Board"
  bool unsure = false;               ///< names seem to run together, and were left or parted by guess
};

[[nodiscard]] People split_people(const Lines& cell, const Names& names);
[[nodiscard]] People split_people(std::string_view text, const Names& names);

/// The names of a line before "and" and commas are looked at: parted at `;`, "/" and "working with".
[[nodiscard]] std::vector<std::string> plain_entries(std::string_view line);
/// Short, capitalised, with a post, a body, an acronym or a person's name in it.
[[nodiscard]] bool looks_like_people(std::string_view text);
/// An entry that a post may end with: complete, not "... Inclusion and Corporate".
[[nodiscard]] bool is_complete_entry(std::string_view text);

/// "Police/Community Safety" -> both. For lead authorities: always parted.
[[nodiscard]] std::vector<std::string> split_bodies(std::string_view text);

}  // namespace makegood::extraction
