#pragma once
// Tokens under which another system speaks to one register, in place of a person: "School information
// system, for Harbour Hill School, as a contributor, may read and write, until 31 July 2027". A token is
// shown once; only its hash is kept, in a plain table. That it was made or revoked is an entry of the
// ledger without the secret.
//
// A token acts with one role, for one register and, where records belong to organisations, for one of
// them: the same policy table and the same definition decide what it reaches as decide for people.

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "ledger/ledger_store.h"
#include "registers/register_repository.h"
#include "tasks/people.h"

namespace makegood::tasks {

struct Workspace;

using ApiTokenId = Id<struct ApiTokenTag>;

struct ApiToken {
  ApiTokenId id;
  std::string hash;           ///< token_hash of the token
  std::string register_name, system;
  std::string organisation;   ///< id; empty where no record belongs to one
  Role role = Role::contributor;
  bool may_read = false, may_write = false;
  Day until;                  ///< the last day
  std::int64_t made = 0, used = 0, revoked = 0;  ///< seconds since 1970; 0 = never
};

enum class TokenStanding { holds, ended, revoked };
[[nodiscard]] TokenStanding standing_of(const ApiToken& token, Day today);

/// A record that came in under an Idempotency-Key. Key and body are kept as hashes.
struct SentKey {
  ApiTokenId token;
  std::string key, body;
  RecordId record;
  std::int64_t at = 0;
};
/// A key is known for so long; then it may be used again.
inline constexpr std::int64_t kSentKeySeconds = 400LL * 24 * 60 * 60;

class ApiTokenRepository {
 public:
  ApiTokenRepository() = default;
  ApiTokenRepository(const ApiTokenRepository&) = delete;
  ApiTokenRepository& operator=(const ApiTokenRepository&) = delete;
  virtual ~ApiTokenRepository() = default;

  /// Of one register, newest first.
  [[nodiscard]] virtual Result<std::vector<ApiToken>> list(std::string_view register_name) = 0;
  /// Refuses -> not_found.
  [[nodiscard]] virtual Result<ApiToken> find(std::string_view hash) = 0;
  [[nodiscard]] virtual Result<void> touch(const ApiTokenId& id, std::int64_t used) = 0;
  [[nodiscard]] virtual Result<std::optional<SentKey>> sent(const ApiTokenId& token, std::string_view key) = 0;
};

/// The words by which the ledger's store knows these among a batch's errands.
inline constexpr std::string_view kApiTokenErrand = "api_token", kApiTokenOverErrand = "api_token_over", kSentKeyErrand = "sent_key";
[[nodiscard]] Errand api_token_errand(const ApiToken& token);
[[nodiscard]] Result<ApiToken> read_api_token(std::string_view payload);
/// A token that ends now.
struct TokenOver {
  ApiTokenId id;
  std::int64_t at = 0;
};
[[nodiscard]] Errand token_over_errand(const TokenOver& over);
[[nodiscard]] Result<TokenOver> read_token_over(std::string_view payload);
[[nodiscard]] Errand sent_key_errand(const SentKey& sent);
[[nodiscard]] Result<SentKey> read_sent_key(std::string_view payload);

/// Roles that a token for this register can act with: those that its definition names, in the order of the table.
[[nodiscard]] std::vector<Role> token_roles(const Definition& definition);

/// A longer end is refused: a token that nobody renews is one that nobody knows of.
inline constexpr int kLongestTokenDays = 731;

struct WantedToken {
  std::string register_name, system;
  std::string organisation;   ///< id or name
  std::optional<Role> role;   ///< may be left out where the register names one only
  bool may_read = false, may_write = false;
  std::optional<Day> until;
};
struct MadeToken {
  std::string secret;         ///< "makegood_" and 64 hex digits: shown once, kept nowhere
  ApiToken token;
};
/// Whoever may give roles for this register. Refuses, naming the field: no name, no organisation where the register has
/// them, one that the directory does not know, neither reading nor writing, a role that does not reach what is asked for,
/// an end that is past or too far off -> invalid_input.
[[nodiscard]] Result<MadeToken> make_api_token(const Workspace& workspace, const Actor& actor, WantedToken wanted);
/// Newest first. Refuses whoever may not give roles -> not_allowed.
[[nodiscard]] Result<std::vector<ApiToken>> list_api_tokens(const Workspace& workspace, const Actor& actor, std::string_view register_name);
/// From this moment on. Refuses: no such token of this register -> not_found; revoked before -> conflict.
[[nodiscard]] Result<void> revoke_api_token(const Workspace& workspace, const Actor& actor, std::string_view register_name, const ApiTokenId& id);

/// Another system, on whose behalf something is asked.
struct ApiCaller {
  ApiToken token;
  Actor actor;  ///< "School information system (token k3v9x2m7qa)", with its one grant
};
/// Who sends this secret; its last use is brought up to date, at most once a minute.
/// Refuses one that is not known, has ended or was revoked, each in a sentence -> not_allowed.
[[nodiscard]] Result<ApiCaller> api_caller(const Workspace& workspace, std::string_view secret);
/// Whether the token was made for this: reading for what shows records, writing for what changes them.
/// Refuses -> not_allowed.
[[nodiscard]] Result<void> may_use(const ApiToken& token, Action action);

}  // namespace makegood::tasks
