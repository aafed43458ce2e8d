#include "store/api_token_room.h"

#include "store/steps.h"
#include "store/writing.h"

namespace makegood::store {
namespace {

using tasks::ApiToken;

#define MAKEGOOD_TOKEN_COLUMNS "id, hash, register, system, organisation, role, may_read, may_write, until, made, used, revoked"

ApiToken token_from(const Query& q) {
  return {.id = tasks::ApiTokenId(q.text(0)),
          .hash = q.text(1),
          .register_name = q.text(2),
          .system = q.text(3),
          .organisation = q.text(4),
          .role = access::role_from(q.text(5)).value_or(access::Role::contributor),
          .may_read = q.number(6) != 0,
          .may_write = q.number(7) != 0,
          .until = Day::parse(q.text(8)).value_or(Day()),
          .made = q.number(9),
          .used = q.number(10),
          .revoked = q.number(11)};
}

}  // namespace

const char* const kApiTokenStep = R"sql(
CREATE TABLE api_tokens (
  id           TEXT PRIMARY KEY,
  hash         TEXT NOT NULL UNIQUE,
  register     TEXT NOT NULL,
  system       TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role         TEXT NOT NULL,
  may_read     BIGINT NOT NULL,
  may_write    BIGINT NOT NULL,
  until        TEXT NOT NULL,
  made         BIGINT NOT NULL,
  used         BIGINT NOT NULL DEFAULT 0,
  revoked      BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE sent_keys (
  token  TEXT NOT NULL,
  key    TEXT NOT NULL,
  body   TEXT NOT NULL,
  record TEXT NOT NULL,
  at     BIGINT NOT NULL,
  PRIMARY KEY (token, key)
);
CREATE INDEX sent_keys_by_age ON sent_keys (at);
)sql";

Result<void> add_api_token(Db& db, std::string_view payload) {
  const auto token = tasks::read_api_token(payload);
  if (!token) return tl::unexpected(token.error());
  run(db,
      "INSERT INTO api_tokens (id, hash, register, system, organisation, role, may_read, may_write, until, made) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      token->id.text, token->hash, token->register_name, token->system, token->organisation, access::word(token->role), token->may_read,
      token->may_write, token->until.iso(), token->made);
  return {};
}

Result<void> end_api_token(Db& db, std::string_view payload) {
  const auto over = tasks::read_token_over(payload);
  if (!over) return tl::unexpected(over.error());
  if (run(db, "UPDATE api_tokens SET revoked = $2 WHERE id = $1 AND revoked = 0", over->id.text, over->at) != 1)
    return refuse(Fault::conflict, "this token was revoked before");
  return {};
}

Result<void> add_sent_key(Db& db, std::string_view payload) {
  const auto sent = tasks::read_sent_key(payload);
  if (!sent) return tl::unexpected(sent.error());
  run(db, "DELETE FROM sent_keys WHERE at < $1", sent->at - tasks::kSentKeySeconds);
  if (run(db, "INSERT OR IGNORE INTO sent_keys (token, key, body, record, at) VALUES ($1, $2, $3, $4, $5)", sent->token.text, sent->key, sent->body,
          sent->record.text, sent->at) != 1)
    return refuse(Fault::conflict, "this was sent before");
  return {};
}

Result<std::vector<ApiToken>> ApiTokenRoom::list(std::string_view register_name) {
  return guarded([&]() -> Result<std::vector<ApiToken>> {
    auto lease = connections_.read();
    std::vector<ApiToken> tokens;
    for (Query q(*lease, "SELECT " MAKEGOOD_TOKEN_COLUMNS " FROM api_tokens WHERE register = $1 ORDER BY made DESC, id", register_name); q.next();)
      tokens.push_back(token_from(q));
    return tokens;
  });
}

Result<ApiToken> ApiTokenRoom::find(std::string_view hash) {
  return guarded([&]() -> Result<ApiToken> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT " MAKEGOOD_TOKEN_COLUMNS " FROM api_tokens WHERE hash = $1", hash);
    if (!q.next()) return refuse(Fault::not_found, "this token is not known here");
    return token_from(q);
  });
}

Result<void> ApiTokenRoom::touch(const tasks::ApiTokenId& id, std::int64_t used) {
  return done(write(connections_, "UPDATE api_tokens SET used = $2 WHERE id = $1 AND used < $2", id.text, used));
}

Result<std::optional<tasks::SentKey>> ApiTokenRoom::sent(const tasks::ApiTokenId& token, std::string_view key) {
  return guarded([&]() -> Result<std::optional<tasks::SentKey>> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT token, key, body, record, at FROM sent_keys WHERE token = $1 AND key = $2", token.text, key);
    if (!q.next()) return std::nullopt;
    return tasks::SentKey{tasks::ApiTokenId(q.text(0)), q.text(1), q.text(2), RecordId(q.text(3)), q.number(4)};
  });
}

}  // namespace makegood::store
