#pragma once
// What somebody proves with that it is they: a password, a code from their telephone, and recovery
// codes for when that is lost. An account is named by the id of a person in the directory; one
// that has nothing set has no row, and its owner signs in by a link that is mailed.
//
//   prove_password   name and password   -> the next step is a code, where the account has one
//   prove_code       six digits, or a recovery code
//   set_password, begin_codes, confirm_codes, end_codes, renew_recovery_codes   by the owner
//
// Kept are hashes, but for the secret of the codes: it is needed in clear to work a code out. A key
// for it would lie on the same disk and be in the same backup as the database, so that enciphering it
// would keep nobody out who has either. Who copies the database still lacks password and mailbox,
// since the codes are never enough by themselves.
//
// Wrong answers are counted by account and by address (throttle.h) in the database, so that a restart
// forgets nothing. They are counted under a hash: what was typed as a name may be a password.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "credentials/throttle.h"

namespace makegood::tasks {

struct Session;
struct Workspace;

struct Account {
  std::string name;
  std::string password;        ///< its hash; empty = none is set
  std::string code_secret;     ///< 20 bytes; empty = no codes
  std::string pending_secret;  ///< shown, and not confirmed by a code yet
  std::int64_t last_step = 0;  ///< of the last code that was taken
  std::int64_t sign_ins = 0;
  int recovery_codes = 0;      ///< how many are left

  [[nodiscard]] bool has_password() const { return !password.empty(); }
  [[nodiscard]] bool has_codes() const { return !code_secret.empty(); }
};

class AccountRepository {
 public:
  AccountRepository() = default;
  AccountRepository(const AccountRepository&) = delete;
  AccountRepository& operator=(const AccountRepository&) = delete;
  virtual ~AccountRepository() = default;

  /// With nothing set where there is no row.
  [[nodiscard]] virtual Result<Account> find(std::string_view name) = 0;
  [[nodiscard]] virtual Result<void> set_password(std::string_view name, std::string_view hash) = 0;
  /// How many times this account has signed in, this one included.
  [[nodiscard]] virtual Result<std::int64_t> count_sign_in(std::string_view name) = 0;

  [[nodiscard]] virtual Result<void> set_pending_secret(std::string_view name, std::string_view secret) = 0;
  /// The pending secret becomes the secret; recovery codes are replaced. Refuses: `pending` is no longer
  /// the pending one -> conflict.
  [[nodiscard]] virtual Result<void> confirm_secret(std::string_view name, std::string_view pending, std::int64_t step,
                                                    const std::vector<std::string>& recovery_hashes) = 0;
  [[nodiscard]] virtual Result<void> remove_codes(std::string_view name) = 0;
  /// Refuses: this step or a later one was taken -> conflict. Of two at once, one is refused.
  [[nodiscard]] virtual Result<void> take_step(std::string_view name, std::int64_t step) = 0;
  [[nodiscard]] virtual Result<void> replace_recovery_codes(std::string_view name, const std::vector<std::string>& hashes) = 0;
  /// Refuses: no such code, or used -> not_found.
  [[nodiscard]] virtual Result<void> take_recovery_code(std::string_view name, std::string_view hash) = 0;

  /// Removes everything that is kept of an account. Edge: none is no fault.
  [[nodiscard]] virtual Result<void> forget(std::string_view name) = 0;

  [[nodiscard]] virtual Result<Tally> tally(std::string_view key_hash) = 0;
  [[nodiscard]] virtual Result<void> add_failure(std::string_view key_hash, std::int64_t now) = 0;
  [[nodiscard]] virtual Result<void> clear_tally(std::string_view key_hash) = 0;
  [[nodiscard]] virtual Result<void> forget_tallies(std::int64_t before) = 0;
};

/// `account` is empty where nobody is known by `typed_name`: the answer and the time are the same.
/// `address` is the caller's. A right password that was hashed at older costs is hashed anew.
/// Refuses: wrong, or a pause is not over (it says how long) -> not_allowed; too many at once -> unavailable.
[[nodiscard]] Result<void> prove_password(const Workspace& workspace, std::string_view account, std::string_view typed_name,
                                          std::string_view password, std::string_view address);
/// A code of now, or a recovery code, which is then used up. Refuses as prove_password does.
[[nodiscard]] Result<void> prove_code(const Workspace& workspace, std::string_view account, std::string_view typed);

/// What the owner does, signed in; each is written into the log of access. `current` is asked for where a
/// password is set; every other session of theirs ends. `names`: what may not be in it (password_rules.h).
/// Refuses: wrong current one -> not_allowed; not good enough -> invalid_input.
[[nodiscard]] Result<void> set_password(const Workspace& workspace, const Session& session, std::string_view current,
                                        std::string_view chosen, const std::vector<std::string>& names);

/// The secret to be shown, 20 bytes: the one that waits for its first code, or a fresh one.
[[nodiscard]] Result<std::string> begin_codes(const Workspace& workspace, const Session& session);
/// The first code of the pending secret turns codes on. Returns ten recovery codes, shown once.
/// Refuses: wrong -> not_allowed; nothing was begun -> not_found.
[[nodiscard]] Result<std::vector<std::string>> confirm_codes(const Workspace& workspace, const Session& session, std::string_view typed);
/// A code proves that it is the owner; who came by the operator's link, having lost telephone and recovery
/// codes, needs none. Refuses as prove_code does.
[[nodiscard]] Result<void> end_codes(const Workspace& workspace, const Session& session, std::string_view typed);
/// Ten fresh ones in place of those that are left. Refuses as end_codes does.
[[nodiscard]] Result<std::vector<std::string>> renew_recovery_codes(const Workspace& workspace, const Session& session, std::string_view typed);

}  // namespace makegood::tasks
