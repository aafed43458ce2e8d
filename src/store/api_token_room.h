#pragma once
// Tokens of other systems and what they sent before, as tables: ApiTokenRepository over the connections. They are written
// as errands, in the transaction of the entry that tells of them.

#include "store/connections.h"
#include "tasks/api_tokens.h"

namespace makegood::store {

[[nodiscard]] Result<void> add_api_token(Db& db, std::string_view payload);
/// Refuses one that is not there or was revoked before -> conflict.
[[nodiscard]] Result<void> end_api_token(Db& db, std::string_view payload);
/// Refuses a key that the token has sent before -> conflict: the record of this batch is then not kept.
[[nodiscard]] Result<void> add_sent_key(Db& db, std::string_view payload);

class ApiTokenRoom final : public tasks::ApiTokenRepository {
 public:
  explicit ApiTokenRoom(Connections& connections) : connections_(connections) {}

  Result<std::vector<tasks::ApiToken>> list(std::string_view register_name) override;
  Result<tasks::ApiToken> find(std::string_view hash) override;
  Result<void> touch(const tasks::ApiTokenId& id, std::int64_t used) override;
  Result<std::optional<tasks::SentKey>> sent(const tasks::ApiTokenId& token, std::string_view key) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
