// The step of the schema that makes accounts, tallies of wrong answers and the log of access, and says
// more about links and sessions. None of it is derived from the ledger: secrets and who looked at what are not history of a plan.

#include "store/steps.h"

namespace makegood::store {

const char* const kAccountStep = R"sql(
CREATE TABLE accounts (
  name           TEXT PRIMARY KEY,
  password       TEXT NOT NULL DEFAULT '',
  code_secret    BLOB NOT NULL DEFAULT x'',
  pending_secret BLOB NOT NULL DEFAULT x'',
  last_step      BIGINT NOT NULL DEFAULT 0,
  sign_ins       BIGINT NOT NULL DEFAULT 0
);
CREATE TABLE recovery_codes (
  account TEXT NOT NULL,
  hash    TEXT NOT NULL,
  PRIMARY KEY (account, hash)
);
CREATE TABLE wrong_answers (
  hash     TEXT PRIMARY KEY,
  failures BIGINT NOT NULL,
  last     BIGINT NOT NULL
);
CREATE INDEX wrong_answers_by_time ON wrong_answers (last);
CREATE TABLE access_log (
  id      INTEGER PRIMARY KEY AUTOINCREMENT,
  at      BIGINT NOT NULL,
  who     TEXT NOT NULL,
  what    TEXT NOT NULL,
  subject TEXT NOT NULL
);
CREATE INDEX access_log_by_time ON access_log (at);
ALTER TABLE sign_in_links ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE sign_in_links ADD COLUMN way TEXT NOT NULL DEFAULT 'operator';
ALTER TABLE sessions ADD COLUMN person TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN way TEXT NOT NULL DEFAULT 'operator';
ALTER TABLE sessions ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN browser TEXT NOT NULL DEFAULT '';
ALTER TABLE sessions ADD COLUMN must_enrol BIGINT NOT NULL DEFAULT 0;
)sql";

}  // namespace makegood::store
