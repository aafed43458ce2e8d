#pragma once
// Signing in: a link that works once, for 15 minutes, then a session. Only hashes of tokens are
// kept, so that a copy of the database opens no door.
//
// Every way in ends in the same room. A mailed link proves the mailbox. A right password is answered
// with a link too, which asks for the code where the account has one. The operator's link asks for
// no code: it is the way back in for whoever holds the machine. Single sign-on needs no link.
//
// Opening the link shows a button and changes nothing (mail scanners open links); pressing it uses the
// link up. What a session may do is asked of the directory at each request (sessions.h).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "tasks/accounts.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

inline constexpr std::int64_t kLinkSeconds = 15 * 60;
inline constexpr std::int64_t kIdleSeconds = 30 * 60;
inline constexpr std::int64_t kSessionSeconds = 12 * 60 * 60;

/// BLAKE2b-256 of a token, hex: what is kept in its place.
[[nodiscard]] std::string token_hash(std::string_view token);

enum class Way { operator_link, mail, password, single_sign_on };
[[nodiscard]] std::string_view code(Way way);  ///< "mail"
[[nodiscard]] Way way_from(std::string_view code);

struct SignInLink {
  std::string hash;
  Actor actor;
  std::int64_t expires = 0;  ///< seconds since 1970
  Way way = Way::operator_link;
};

/// Where a request comes from, as far as it says.
struct Caller {
  std::string address;
  std::string browser;       ///< its User-Agent
  std::string former_token;  ///< of the session that this browser had: it ends
};

struct Session {
  std::string hash;   ///< of the token in the cookie
  Actor actor;
  std::string csrf;   ///< to be sent with every form
  std::int64_t started = 0, last_seen = 0;
  Way way = Way::operator_link;
  std::string address = {}, browser = {};
  bool must_enrol = false;      ///< nothing but setting up codes until that is done
  bool roles_changed = false;   ///< since the token was given out: it is to be changed
  /// What it is called on pages and in forms; says nothing about the token.
  [[nodiscard]] std::string id() const { return hash.substr(0, 16); }
};

/// Whose account it is: the person's id; the name where there is no person.
[[nodiscard]] std::string account_of(const Actor& actor);

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
  [[nodiscard]] virtual Result<void> add_session(const Session& session) = 0;
  /// Refuses: no such session -> not_found.
  [[nodiscard]] virtual Result<Session> find_session(std::string_view hash) = 0;
  [[nodiscard]] virtual Result<void> touch_session(std::string_view hash, std::int64_t seen) = 0;
  /// The session goes on under another hash and with these grants. Refuses: it is gone -> not_found.
  [[nodiscard]] virtual Result<void> rename_session(std::string_view hash, const Session& session) = 0;
  [[nodiscard]] virtual Result<void> end_session(std::string_view hash) = 0;
  /// Every session and unused link of an account but the session `keep`; how many sessions ended.
  [[nodiscard]] virtual Result<int> end_sessions_of(std::string_view account, std::string_view keep = {}) = 0;
  /// Of one account, or of all (empty); last used first.
  [[nodiscard]] virtual Result<std::vector<Session>> list_sessions(std::string_view account) = 0;
  /// Codes are set up: nobody has to any more.
  [[nodiscard]] virtual Result<void> codes_are_set(std::string_view account) = 0;
  /// Removes links and sessions that ended before `now`.
  [[nodiscard]] virtual Result<void> forget_expired(std::int64_t now) = 0;
};

/// A fresh link's token: 256 random bits, 64 hex digits. It goes at the end of /sign-in/.
[[nodiscard]] Result<std::string> make_sign_in_link(const Workspace& workspace, const Actor& actor, Way way = Way::operator_link);

/// Who in the directory has this address today, with what they may do.
/// Refuses: nobody -> not_found.
[[nodiscard]] Result<Actor> person_with_address(const Workspace& workspace, std::string_view address);

struct OpenLink {
  Actor actor;
  Way way = Way::operator_link;
  bool needs_code = false;
};
/// Whose link it is, without using it up.
/// Refuses: unknown or used -> not_found; older than 15 minutes, or whose person has left -> not_allowed.
[[nodiscard]] Result<OpenLink> look_at_link(const Workspace& workspace, std::string_view token);

struct SignedIn {
  std::string token;  ///< for the cookie; 64 hex digits
  Session session;
};
/// Uses the link up; `typed_code` is read where the link needs one. Refuses as look_at_link and prove_code do;
/// a wrong code leaves the link as it was.
[[nodiscard]] Result<SignedIn> sign_in(const Workspace& workspace, std::string_view token, const Caller& caller = {},
                                       std::string_view typed_code = {});
/// For somebody whom a trusted proxy names. Refuses: nobody in the directory has this address -> not_found.
[[nodiscard]] Result<SignedIn> sign_in_by_proxy(const Workspace& workspace, std::string_view address, const Caller& caller);
/// A right password's answer: the token of a link that is used up at once, or that asks for the code.
/// Refuses as prove_password does.
[[nodiscard]] Result<std::string> sign_in_by_password(const Workspace& workspace, std::string_view address, std::string_view password,
                                                      const Caller& caller);

}  // namespace makegood::tasks
