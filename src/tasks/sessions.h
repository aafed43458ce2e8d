#pragma once
// Sessions while they last: 30 idle minutes, 12 hours at most, and as long as the person is in the
// directory. Grants are read from there at each request, so that a role that is taken away ends at
// once; the token is changed with them. Where somebody is signed in is theirs to see and to end.

#include <string>
#include <string_view>
#include <vector>

#include "tasks/sign_in.h"

namespace makegood::tasks {

/// The session of a cookie, its last use brought up to date (at most once a minute).
/// Refuses: unknown, idle too long, too old, or the person has left -> not_allowed.
[[nodiscard]] Result<Session> resume_session(const Workspace& workspace, std::string_view token);
/// The same session under a fresh token. The forms' token stays, so that a form that is being filled in is not lost.
[[nodiscard]] Result<SignedIn> renew_token(const Workspace& workspace, const Session& session);
[[nodiscard]] Result<void> sign_out(const Workspace& workspace, std::string_view token);

/// In constant time.
[[nodiscard]] bool csrf_holds(const Session& session, std::string_view given);
/// Whether two secrets are one, in a time that says nothing about either.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

/// Where this account is signed in.
[[nodiscard]] Result<std::vector<Session>> own_sessions(const Workspace& workspace, const Actor& actor);
/// Ends one by its id(). Refuses: not one of theirs -> not_found.
[[nodiscard]] Result<void> end_own_session(const Workspace& workspace, const Actor& actor, std::string_view id);
/// Ends all but this one; how many there were.
[[nodiscard]] Result<int> end_other_sessions(const Workspace& workspace, const Session& session);

/// Everybody's. Refuses whoever may not end them -> not_allowed.
[[nodiscard]] Result<std::vector<Session>> all_sessions(const Workspace& workspace, const Actor& actor);
/// Signs an account out everywhere and makes its links void. Refuses as all_sessions does.
[[nodiscard]] Result<int> end_sessions_of(const Workspace& workspace, const Actor& actor, std::string_view account);

}  // namespace makegood::tasks
