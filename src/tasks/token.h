#pragma once
// Tokens of links and sessions, and the people that they stand for.

#include <string>
#include <string_view>

#include "base/base.h"
#include "people/people.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

/// 256 random bits, 64 hex digits.
[[nodiscard]] std::string make_token(const RandomBits& random);
[[nodiscard]] bool looks_like_token(std::string_view token);
/// A person of the directory with what they may do today. Refuses: unknown, or has left -> not_allowed.
[[nodiscard]] Result<Actor> actor_of_person(const Workspace& workspace, const PersonId& id);

}  // namespace makegood::tasks
