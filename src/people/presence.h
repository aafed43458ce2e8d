#pragma once
// Who is still there on a day, and which posts they hold.

#include <vector>

#include "people/people.h"

namespace makegood {

/// Their last day in any post is over.
[[nodiscard]] inline bool has_left(const Person& person, Day day) { return person.left && *person.left < day; }
/// They are still there and have an address.
[[nodiscard]] inline bool can_be_written_to(const Person& person, Day day) { return !person.email.empty() && !has_left(person, day); }

/// The posts that somebody holds on the day, in the order of the ledger; they are the directory's own.
[[nodiscard]] std::vector<const Post*> posts_held(const Directory& directory, const PersonId& person, Day day);
/// The first of them; nullptr = they hold none.
[[nodiscard]] const Post* post_held(const Directory& directory, const PersonId& person, Day day);

}  // namespace makegood
