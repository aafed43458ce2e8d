#pragma once
// Signing in without a password: a link that works once, for 15 minutes, then a session. Only
// hashes of tokens are kept, so that a copy of the database opens no door.
//
// Opening the link shows a button and changes nothing (mail scanners open links); pressing it
// uses the link up. A session ends after 30 idle minutes, after 12 hours, or when it is ended.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

inline constexpr std::int64_t kLinkSeconds = 15 * 60;
inline constexpr std::int64_t kIdleSeconds = 30 * 60;
inline constexpr std::int64_t kSessionSeconds = 12 * 60 * 60;

/// BLAKE2b-256 of a token, hex: what is kept in its place.
[[nodiscard]] std::string token_hash(std::string_view token);

struct SignInLink {
  std::string hash;
  Actor actor;
  std::int64_t expires = 0;  ///< seconds since 1970
};

struct Session {
  std::string hash;   ///< of the token in the cookie
  Actor actor;
  std::string csrf;   ///< to be sent with every form
  std::int64_t started = 0, last_seen = 0;
};

class SignInRepository {
 public:
  SignInRepository() = default;
  SignInRepository(const SignInRepository&) = delete;
  SignInRepository& operator=(const SignInRepository&) = delete;
  virtual ~SignInRepository() = default;

  [[nodiscard]] virtual Result<void> add_link(const SignInLink& link) = 0;
  /// Refuses: no such link, or used -> not_found.
  [[nodiscard]] virtual Result<SignInLink> find_link(std::string_view hash) = 0;
  /// Uses the link up and starts the session, both or neither; of two at once, one is refused.
  [[nodiscard]] virtual Result<void> exchange(std::string_view link_hash, const Session& session) = 0;
  /// Refuses: no such session -> not_found.
  [[nodiscard]] virtual Result<Session> find_session(std::string_view hash) = 0;
  [[nodiscard]] virtual Result<void> touch_session(std::string_view hash, std::int64_t seen) = 0;
  [[nodiscard]] virtual Result<void> end_session(std::string_view hash) = 0;
  [[nodiscard]] virtual Result<void> end_sessions_of(std::string_view account) = 0;
  /// Removes links and sessions that ended before `now`.
  [[nodiscard]] virtual Result<void> forget_expired(std::int64_t now) = 0;
};

/// A fresh link's token: 256 random bits, 64 hex digits. It goes at the end of /sign-in/.
[[nodiscard]] Result<std::string> make_sign_in_link(const Workspace& workspace, const Actor& actor);
/// Whose link it is, without using it up.
/// Refuses: unknown or used -> not_found; older than 15 minutes -> not_allowed.
[[nodiscard]] Result<Actor> look_at_link(const Workspace& workspace, std::string_view token);

struct SignedIn {
  std::string token;  ///< for the cookie; 64 hex digits
  Session session;
};
/// Uses the link up. Refuses as look_at_link does.
[[nodiscard]] Result<SignedIn> sign_in(const Workspace& workspace, std::string_view token);
/// The session of a cookie, its last use brought up to date (at most once a minute).
/// Refuses: unknown, idle too long or too old -> not_allowed.
[[nodiscard]] Result<Session> resume_session(const Workspace& workspace, std::string_view token);
[[nodiscard]] Result<void> sign_out(const Workspace& workspace, std::string_view token);
/// In constant time.
[[nodiscard]] bool csrf_holds(const Session& session, std::string_view given);

}  // namespace makegood::tasks
