#include "store/steps.h"

#include <array>

#include "store/answer_room.h"
#include "store/cycle_room.h"

namespace makegood::store {

// The triggers are a safeguard against slips; the chain is what proves that nothing was altered.
const char* const kFirstStep = R"sql(
CREATE TABLE entries (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at       TEXT NOT NULL,
  actor    TEXT NOT NULL,
  kind     TEXT NOT NULL,
  subject  TEXT NOT NULL,
  payload  TEXT,
  salt     TEXT,
  digest   TEXT NOT NULL,
  previous TEXT NOT NULL,
  hash     TEXT NOT NULL,
  CHECK ((payload IS NULL) = (salt IS NULL))
);
CREATE INDEX entries_by_subject ON entries (subject, sequence);
CREATE INDEX entries_erasures ON entries (sequence) WHERE kind = 'payload.erased';
CREATE TRIGGER entries_are_kept BEFORE DELETE ON entries
BEGIN SELECT RAISE(ABORT, 'entries are never deleted'); END;
CREATE TRIGGER entries_are_not_altered BEFORE UPDATE ON entries
WHEN new.payload IS NOT NULL OR new.sequence <> old.sequence OR new.at <> old.at OR new.actor <> old.actor
  OR new.kind <> old.kind OR new.subject <> old.subject OR new.digest <> old.digest
  OR new.previous <> old.previous OR new.hash <> old.hash
BEGIN SELECT RAISE(ABORT, 'entries are never altered, only their payload is erased'); END;

CREATE TABLE attachments (
  digest TEXT PRIMARY KEY,
  name   TEXT NOT NULL,
  bytes  BLOB
);

CREATE TABLE sign_in_links (
  hash    TEXT PRIMARY KEY,
  account TEXT NOT NULL,
  roles   TEXT NOT NULL,
  expires BIGINT NOT NULL
);
CREATE TABLE sessions (
  hash      TEXT PRIMARY KEY,
  account   TEXT NOT NULL,
  roles     TEXT NOT NULL,
  csrf      TEXT NOT NULL,
  started   BIGINT NOT NULL,
  last_seen BIGINT NOT NULL
);

CREATE TABLE derived_schema (digest TEXT NOT NULL);
)sql";

std::span<const char* const> schema_steps() {
  static const std::array kSteps = {
      kFirstStep,
      kOutboxStep,
      kReplyLinkStep,
      kAnswerStep,
      kAccountStep,
      kSubscriptionStep,
      kFilterStep,
      kLetterBodiesStep,
      kSheetStep,
      kApiTokenStep,
      kFormStep,
  };
  return kSteps;
}

}  // namespace makegood::store
