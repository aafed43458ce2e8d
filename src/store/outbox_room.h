#pragma once
// The outbox as a table. It is kept, not derived: the ledger says that somebody was asked, the
// outbox whether the letter has left.

#include "store/connections.h"
#include "tasks/outbox.h"

namespace makegood::store {

inline constexpr const char* kOutboxStep = R"sql(
CREATE TABLE outbox (
  id           TEXT PRIMARY KEY,
  letter_key   TEXT NOT NULL UNIQUE,
  message_id   TEXT NOT NULL,
  kind         TEXT NOT NULL,
  recipient    TEXT NOT NULL,
  name         TEXT NOT NULL,
  language     TEXT NOT NULL,
  subject      TEXT NOT NULL,
  text         TEXT NOT NULL,
  html         TEXT NOT NULL,
  calendar     TEXT NOT NULL,
  reply_to     TEXT NOT NULL,
  unsubscribe  TEXT NOT NULL,
  useful_until BIGINT NOT NULL,
  queued       BIGINT NOT NULL,
  state        TEXT NOT NULL,
  next_attempt BIGINT NOT NULL,
  attempts     BIGINT NOT NULL,
  repeats      BIGINT NOT NULL,
  fault        TEXT NOT NULL,
  settled      BIGINT NOT NULL
);
CREATE INDEX outbox_due ON outbox (next_attempt) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_newest ON outbox (queued, id);
)sql";

/// In the caller's transaction; false when a letter with its key is there.
bool add_letter(Db& db, const tasks::PostedLetter& letter);

class OutboxRoom final : public tasks::Outbox {
 public:
  explicit OutboxRoom(Connections& connections) : connections_(connections) {}

  Result<bool> add(const tasks::PostedLetter& letter) override;
  Result<std::optional<tasks::PostedLetter>> claim(std::int64_t now, std::int64_t lease) override;
  Result<void> settle(const tasks::PostedLetter& claimed, const tasks::AttemptEnd& end) override;
  Result<std::optional<std::int64_t>> next_due() override;
  Result<std::vector<tasks::PostedLetter>> list(std::optional<tasks::LetterState> state, int limit) override;
  Result<tasks::PostedLetter> find(std::string_view id) override;
  Result<tasks::OutboxCounts> counts() override;
  Result<void> send_again(std::string_view id, std::int64_t now) override;
  Result<void> forget_settled(std::int64_t before) override;

 private:
  Connections& connections_;
};

}  // namespace makegood::store
