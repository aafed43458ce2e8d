#include "store/outbox_room.h"

#include "store/steps.h"

namespace makegood::store {

const char* const kOutboxStep = R"sql(
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

const char* const kLetterBodiesStep = R"sql(
ALTER TABLE outbox ADD COLUMN bodies TEXT NOT NULL DEFAULT '';  -- each ends its line
)sql";

namespace {

using tasks::Letter;
using tasks::LetterState;
using tasks::OutboxCounts;
using tasks::PostedLetter;

#define MAKEGOOD_LETTER_HEAD                                                                                    \
  "id, letter_key, message_id, kind, recipient, name, language, subject, reply_to, unsubscribe, useful_until, " \
  "queued, state, next_attempt, attempts, repeats, fault, settled, bodies"
constexpr int kHeadColumns = 19;

std::string lines_of(const std::vector<std::string>& bodies) {
  std::string lines;
  for (const auto& body : bodies) lines += squeeze(body) + "\n";
  return lines;
}

PostedLetter head_from(const Query& row) {
  PostedLetter put;
  auto& letter = put.letter;
  put.id = row.text(0);
  letter.key = row.text(1);
  put.message_id = row.text(2);
  letter.kind = tasks::letter_kind_from(row.text(3)).value_or(tasks::LetterKind::notice);
  letter.to = row.text(4);
  letter.to_name = row.text(5);
  letter.language = row.text(6) == "cy" ? Language::cy : Language::en;
  letter.subject = row.text(7);
  letter.reply_to = row.text(8);
  letter.unsubscribe = row.text(9);
  letter.useful_until = row.number(10);
  put.queued = row.number(11);
  put.state = tasks::letter_state_from(row.text(12)).value_or(LetterState::failed);
  put.next_attempt = row.number(13);
  put.attempts = static_cast<int>(row.number(14));
  put.repeats = static_cast<int>(row.number(15));
  put.fault = row.text(16);
  put.settled = row.number(17);
  letter.bodies = split(row.text(18), '\n');
  letter.bodies.pop_back();  // behind the last line's end
  return put;
}

std::optional<PostedLetter> find_whole(Db& db, std::string_view id) {
  Query q(db, "SELECT " MAKEGOOD_LETTER_HEAD ", text, html, calendar FROM outbox WHERE id = $1", id);
  if (!q.next()) return std::nullopt;
  auto put = head_from(q);
  put.letter.text = q.text(kHeadColumns);
  put.letter.html = q.text(kHeadColumns + 1);
  put.letter.calendar = q.text(kHeadColumns + 2);
  return put;
}

std::string id_of_due(Db& db, std::int64_t now) {
  Query q(db,
          "SELECT id FROM outbox WHERE state IN ('waiting', 'sending') AND next_attempt <= $1 "
          "ORDER BY next_attempt, id LIMIT 1",
          now);
  return q.next() ? q.text(0) : std::string{};
}

}  // namespace

bool add_letter(Db& db, const PostedLetter& put) {
  const auto& letter = put.letter;
  return run(db,
             "INSERT INTO outbox (" MAKEGOOD_LETTER_HEAD ", text, html, calendar) VALUES "
             "($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, 'waiting', $13, 0, 0, '', 0, $17, $14, $15, $16) "
             "ON CONFLICT (letter_key) DO NOTHING",
             put.id, letter.key, put.message_id, tasks::word(letter.kind), letter.to, letter.to_name,
             language_tag(letter.language), letter.subject, letter.reply_to, letter.unsubscribe, letter.useful_until, put.queued,
             put.next_attempt, letter.text, letter.html, letter.calendar, lines_of(letter.bodies)) == 1;
}

Result<bool> OutboxRoom::add(const PostedLetter& letter) {
  return guarded([&]() -> Result<bool> {
    auto lease = connections_.write();
    return add_letter(*lease, letter);
  });
}

Result<std::optional<PostedLetter>> OutboxRoom::claim(std::int64_t now, std::int64_t until) {
  return guarded([&]() -> Result<std::optional<PostedLetter>> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    const auto id = id_of_due(*lease, now);
    if (id.empty()) return std::optional<PostedLetter>{};
    run(*lease,
        "UPDATE outbox SET attempts = attempts + 1, repeats = repeats + (state = 'sending'), state = 'sending', "
        "next_attempt = $2 WHERE id = $1",
        id, until);
    auto claimed = find_whole(*lease, id);
    tx.commit();
    return claimed;
  });
}

Result<void> OutboxRoom::settle(const PostedLetter& claimed, const tasks::AttemptEnd& end) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    const bool over = end.state != LetterState::waiting;
    // What was delivered, and what is of no more use, leaves its words behind.
    const bool forget = end.state == LetterState::sent || (over && claimed.letter.useful_until != 0);
    run(*lease,
        "UPDATE outbox SET state = $3, next_attempt = $4, fault = $5, settled = $6, repeats = repeats + $8, attempts = attempts - $9, text = CASE WHEN $7 THEN '' ELSE text END, "
        "html = CASE WHEN $7 THEN '' ELSE html END, calendar = CASE WHEN $7 THEN '' ELSE calendar END "
        "WHERE id = $1 AND state = 'sending' AND attempts = $2",
        claimed.id, claimed.attempts, tasks::word(end.state), end.next_attempt, end.fault, over ? end.at : std::int64_t{0}, forget,
        end.perhaps_taken, end.untried);
    return {};
  });
}

Result<std::optional<std::int64_t>> OutboxRoom::next_due() {
  return guarded([&]() -> Result<std::optional<std::int64_t>> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT min(next_attempt) FROM outbox WHERE state IN ('waiting', 'sending')");
    if (!q.next() || q.is_null(0)) return std::optional<std::int64_t>{};
    return std::optional<std::int64_t>(q.number(0));
  });
}

Result<std::vector<PostedLetter>> OutboxRoom::list(std::optional<LetterState> state, int limit) {
  return guarded([&]() -> Result<std::vector<PostedLetter>> {
    auto lease = connections_.read();
    std::vector<PostedLetter> letters;
    for (Query q(*lease,
                 "SELECT " MAKEGOOD_LETTER_HEAD
                 " FROM outbox WHERE $1 = '' OR state = $1 ORDER BY queued DESC, id DESC LIMIT $2",
                 state ? tasks::word(*state) : std::string_view{}, limit);
         q.next();)
      letters.push_back(head_from(q));
    return letters;
  });
}

Result<PostedLetter> OutboxRoom::find(std::string_view id) {
  return guarded([&]() -> Result<PostedLetter> {
    auto lease = connections_.read();
    auto found = find_whole(*lease, id);
    if (!found) return refuse(Fault::not_found, "there is no such letter");
    return std::move(*found);
  });
}

Result<OutboxCounts> OutboxRoom::counts() {
  return guarded([&]() -> Result<OutboxCounts> {
    auto lease = connections_.read();
    OutboxCounts counts;
    for (Query q(*lease, "SELECT state, count(*), sum(repeats) FROM outbox GROUP BY state"); q.next();) {
      const auto state = tasks::letter_state_from(q.text(0)).value_or(LetterState::failed);
      auto& count = state == LetterState::waiting   ? counts.waiting
                    : state == LetterState::sending ? counts.sending
                    : state == LetterState::sent    ? counts.sent
                                                    : counts.failed;
      count = q.number(1);
      counts.repeats += q.number(2);
    }
    return counts;
  });
}

Result<void> OutboxRoom::send_again(std::string_view id, std::int64_t now) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    const auto found = find_whole(*lease, id);
    if (!found) return refuse(Fault::not_found, "there is no such letter");
    if (found->state == LetterState::sent || found->state == LetterState::sending)
      return refuse(Fault::conflict, "this letter was sent, or is being sent just now");
    if (found->letter.text.empty()) return refuse(Fault::conflict, "this letter is of no more use: its link has ended");
    run(*lease, "UPDATE outbox SET state = 'waiting', attempts = 0, next_attempt = $2, settled = 0 WHERE id = $1", id, now);
    tx.commit();
    return {};
  });
}

Result<int> OutboxRoom::letters_to(std::string_view address) {
  return guarded([&]() -> Result<int> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT count(*) FROM outbox WHERE lower(recipient) = lower($1)", address);
    return q.next() ? static_cast<int>(q.number(0)) : 0;
  });
}

Result<void> OutboxRoom::forget_letters_to(std::string_view address) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    run(*lease, "DELETE FROM outbox WHERE lower(recipient) = lower($1)", address);
    return {};
  });
}

Result<void> OutboxRoom::forget_settled(std::int64_t before) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    run(*lease, "DELETE FROM outbox WHERE state IN ('sent', 'failed') AND settled < $1", before);
    return {};
  });
}

}  // namespace makegood::store
