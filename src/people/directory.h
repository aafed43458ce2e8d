#pragma once
// Questions that the directory answers: what a name in a plan means, who answers for a post
// today, what somebody may do.

#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"

namespace makegood {

enum class WhyNot { none, vacant, left, no_address, no_post };
[[nodiscard]] std::string_view word(WhyNot why);  ///< "vacant"

/// Who answers for a post on a day.
struct Answerer {
  PostId post;                        ///< the one that took over where the post asked for has ended
  std::optional<PersonId> person;     ///< empty = nobody can be asked: `why_not`
  bool by_delegation = false;
  WhyNot why_not = WhyNot::none;
};
/// Follows successors of posts that ended, then delegations, then the holder. Cycles of successors end.
[[nodiscard]] Answerer answerer(const Directory& directory, const PostId& post, Day day);

/// The posts that a name of a plan means on a day: a confirmed match first; else none.
/// A match that says "nobody" gives none too: `is_matched` tells the two apart.
[[nodiscard]] std::vector<PostId> posts_of(const Directory& directory, std::string_view plan, std::string_view written, Day day);
[[nodiscard]] bool is_matched(const Directory& directory, std::string_view plan, std::string_view written, Day day);
/// What the name probably means, for a coordinator to confirm: same words first, then nearly the same; best first.
[[nodiscard]] std::vector<PostId> suggest_posts(const Directory& directory, std::string_view written, Day day);

/// "Head of Housing, Aberllyn Council"; what pages and letters call a post.
[[nodiscard]] std::string post_in_words(const Directory& directory, const PostId& post);
/// The organisation that a post belongs to on a day, successors followed; empty = not known.
[[nodiscard]] OrganisationId organisation_of(const Directory& directory, const PostId& post, Day day);

/// Granted roles that hold on the day. Whoever answers for a post that a plan's item names is its
/// owner or contributor too, but by their link: that is not a grant.
[[nodiscard]] std::vector<access::Grant> grants_of(const Directory& directory, const PersonId& person, Day day);

}  // namespace makegood
