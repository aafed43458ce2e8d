#include "store/sign_in_room.h"

namespace makegood::store {
namespace {

using tasks::Session;
using tasks::SignInLink;

// Runs one statement that writes; by itself it is a transaction.
template <class... Values>
Result<int> write(Connections& connections, std::string_view sql, const Values&... values) {
  return guarded([&]() -> Result<int> {
    auto lease = connections.write();
    return run(*lease, sql, values...);
  });
}

Result<void> done(const Result<int>& rows) {
  if (!rows) return tl::unexpected(rows.error());
  return {};
}

}  // namespace

Result<void> SignInRoom::add_link(const SignInLink& link) {
  return done(write(connections_, "INSERT INTO sign_in_links (hash, account, roles, expires) VALUES ($1, $2, $3, $4)",
                    link.hash, link.actor.name, tasks::words_of(link.actor.grants), link.expires));
}

Result<SignInLink> SignInRoom::find_link(std::string_view hash) {
  return guarded([&]() -> Result<SignInLink> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT hash, account, roles, expires FROM sign_in_links WHERE hash = $1", hash);
    if (!q.next()) return refuse(Fault::not_found, "this link is not known, or it was used");
    return SignInLink{q.text(0), {q.text(1), tasks::grants_from(q.text(2))}, q.number(3)};
  });
}

Result<void> SignInRoom::exchange(std::string_view link_hash, const Session& session) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    if (run(*lease, "DELETE FROM sign_in_links WHERE hash = $1", link_hash) != 1)
      return refuse(Fault::not_found, "this link is not known, or it was used");
    run(*lease, "INSERT INTO sessions (hash, account, roles, csrf, started, last_seen) VALUES ($1, $2, $3, $4, $5, $6)",
        session.hash, session.actor.name, tasks::words_of(session.actor.grants), session.csrf, session.started,
        session.last_seen);
    tx.commit();
    return {};
  });
}

Result<Session> SignInRoom::find_session(std::string_view hash) {
  return guarded([&]() -> Result<Session> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT hash, account, roles, csrf, started, last_seen FROM sessions WHERE hash = $1", hash);
    if (!q.next()) return refuse(Fault::not_found, "you are not signed in");
    return Session{q.text(0), {q.text(1), tasks::grants_from(q.text(2))}, q.text(3), q.number(4), q.number(5)};
  });
}

Result<void> SignInRoom::touch_session(std::string_view hash, std::int64_t seen) {
  return done(write(connections_, "UPDATE sessions SET last_seen = $2 WHERE hash = $1 AND last_seen < $2", hash, seen));
}

Result<void> SignInRoom::end_session(std::string_view hash) {
  return done(write(connections_, "DELETE FROM sessions WHERE hash = $1", hash));
}

Result<void> SignInRoom::end_sessions_of(std::string_view account) {
  return done(write(connections_, "DELETE FROM sessions WHERE account = $1", account));
}

Result<void> SignInRoom::forget_expired(std::int64_t now) {
  auto links = write(connections_, "DELETE FROM sign_in_links WHERE expires < $1", now);
  if (!links) return done(links);
  return done(write(connections_, "DELETE FROM sessions WHERE last_seen < $1 OR started < $2", now - tasks::kIdleSeconds,
                    now - tasks::kSessionSeconds));
}

}  // namespace makegood::store
