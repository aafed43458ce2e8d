#pragma once
// Whose voice it is: the post in which somebody speaks, as it stands beside their words for good.

#include "people/people.h"
#include "progress/progress.h"
#include "tasks/people.h"

namespace makegood::tasks {

/// The voice of a person in a post, which need not be the first that they hold.
[[nodiscard]] Voice voice_in_post(const Directory& directory, const PersonId& person, const PostId& post, Day day);

/// The first post that the actor holds on the day, in words ("Head of Housing, Aberllyn Council"). Edge:
/// somebody who is not in the directory, or holds no post, speaks by their account alone.
[[nodiscard]] Voice voice_of(const Directory& directory, const Actor& actor, Day day);

/// The post that an account held at a moment (UTC, as the ledger has it), in words; empty = none is known.
[[nodiscard]] std::string post_of_account(const Directory& directory, const std::string& account, std::string_view at);
/// How the public reads who did something: by the post, else by an account that is no e-mail address ("coordinator").
[[nodiscard]] std::string public_name(const Directory& directory, const std::string& account, std::string_view at);

/// The organisation, on the day, of the first of the names that the directory knows a post for: an item's owners.
/// Empty = none is known, and only a grant for every organisation covers the item.
[[nodiscard]] OrganisationId organisation_of_owner(const Directory& directory, std::string_view plan, const std::vector<std::string>& owners, Day day);

}  // namespace makegood::tasks
