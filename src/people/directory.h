#pragma once
// Questions that the directory answers: what a name in a plan was confirmed to mean, who answers for a
// post today, what somebody may do.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/people.h"

namespace makegood {

enum class WhyNot { none, vacant, left, no_address, no_post, ended };
[[nodiscard]] std::string_view word(WhyNot why);  ///< "vacant"

/// Who answers for a post on a day.
struct Answerer {
  PostId post;                        ///< the one that took over where the post asked for has ended
  std::optional<PersonId> person;     ///< empty = nobody can be asked: `why_not`
  bool by_delegation = false;
  WhyNot why_not = WhyNot::none;
};
/// Follows successors of posts that ended, then asks whom the post is delegated to (the newest delegation
/// first), then who holds it: the first who is still there and has an address. Where nobody is, `why_not`
/// is what kept the first of them. `ended`: the post, or its organisation, is over and nobody has taken it over;
/// `no_post`: it is not in the directory, or has not begun.
/// Edge: successors that lead in a circle end where it closes.
[[nodiscard]] Answerer answerer(const Directory& directory, const PostId& post, Day day);
/// The post that stands for another on a day: itself, or who took over after its end.
[[nodiscard]] PostId post_on(const Directory& directory, const PostId& post, Day day);
/// Everybody who holds the post on the day and has not left, in the order of the ledger.
[[nodiscard]] std::vector<PersonId> holders_of(const Directory& directory, const PostId& post, Day day);
/// The day after the last holder's last; empty = somebody holds it, or nobody ever did.
[[nodiscard]] std::optional<Day> vacant_since(const Directory& directory, const PostId& post, Day day);

/// The posts that a name of a plan means on a day: as it was confirmed; of several matches that hold,
/// the one that began last, so that ownership passes at its first day. Where nothing was confirmed, the one
/// post that is called just that (letter case and signs aside), alone or with its organisation; where no post
/// or more than one is, none. A match that says "nobody" gives none too: `is_matched`, which knows what was
/// confirmed only, tells the two apart.
[[nodiscard]] std::vector<PostId> posts_of(const Directory& directory, std::string_view plan, std::string_view written, Day day);
[[nodiscard]] bool is_matched(const Directory& directory, std::string_view plan, std::string_view written, Day day);

/// "Head of Housing, Aberllyn Council": what pages and letters call a post on a day, with the body that it belongs
/// to then. What is told of another day keeps the name of that day.
[[nodiscard]] std::string post_in_words(const Directory& directory, const PostId& post, Day day);

/// What stood in a name before another took over: a body, or a post with its body.
struct FormerName {
  std::string words;
  Day until;                          ///< its last day
  bool operator==(const FormerName&) const = default;
};
/// What the post that stands for this one on the day was called before, the latest first: "Old Council", until
/// 31 March 2026. Empty = nobody has taken anything over.
[[nodiscard]] std::vector<FormerName> former_names(const Directory& directory, const PostId& post, Day day);
/// The last day of a post that is over, by its own end or that of its body, and that nobody has taken over.
[[nodiscard]] std::optional<Day> ended_on(const Directory& directory, const PostId& post, Day day);
/// The organisation that a post belongs to on a day, successors followed; empty = not known.
[[nodiscard]] OrganisationId organisation_of(const Directory& directory, const PostId& post, Day day);

/// Whether somebody who succeeds a successor of `successor` would be `id` itself: nobody could say who took over.
[[nodiscard]] bool succeeds_itself(const Directory& directory, const OrganisationId& id, const OrganisationId& successor);
[[nodiscard]] bool succeeds_itself(const Directory& directory, const PostId& id, const PostId& successor);

/// Granted roles that hold on the day. Whoever answers for a post that a plan's item names is its
/// owner or contributor too, but by their link: that is not a grant.
[[nodiscard]] std::vector<access::Grant> grants_of(const Directory& directory, const PersonId& person, Day day);

}  // namespace makegood
