#pragma once
// What a name in a plan might mean, for a coordinator to confirm. Nothing is decided here.
//
//   for (const Suggestion& s : suggest_posts(directory, "Housing Manager", today)) offer(s.post);
//
// Names are compared as sets of words, by Dice: twice the weight of the words in common over the weight of
// all. "of" and its like weigh nothing; words of rank ("head", "manager") weigh little, so that "Head of
// Housing" is like "Housing Manager" (0.77) and not like "Head of Finance" (0.23); a word that is one letter
// off counts three quarters. A post is known by its title and whatever else it is called, and its organisation
// likewise: "Housing Manager, Aberllyn Council" is compared without the council's name with the council's
// posts, and "Llyn Valley Police" suggests the posts in it.

#include <string_view>
#include <vector>

#include "people/people.h"

namespace makegood {

/// Below this likeness nothing is suggested.
inline constexpr double kLeastLikeness = 0.5;
inline constexpr std::size_t kMostSuggestions = 5;

struct Suggestion {
  PostId post;            ///< stands on the day: for a post that ended, the one that took over
  double likeness = 0.0;  ///< 1 = the same words
  bool operator==(const Suggestion&) const = default;
};
/// The likest first, at most kMostSuggestions, none below kLeastLikeness.
[[nodiscard]] std::vector<Suggestion> suggest_posts(const Directory& directory, std::string_view written, Day day);

/// 0 to 1. Edge: without any word that weighs, 0.
[[nodiscard]] double likeness_of_names(std::string_view a, std::string_view b);

}  // namespace makegood
