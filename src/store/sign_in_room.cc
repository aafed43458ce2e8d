#include "store/sign_in_room.h"

#include "store/writing.h"

namespace makegood::store {
namespace {

using tasks::Actor;
using tasks::Session;
using tasks::SignInLink;

// An account is the person's id, or the name where there is no person (tasks::account_of).
constexpr std::string_view kEndOthers = "DELETE FROM sessions WHERE CASE person WHEN '' THEN account ELSE person END = $1 AND hash <> $2";
constexpr std::string_view kEndLinks = "DELETE FROM sign_in_links WHERE CASE person WHEN '' THEN account ELSE person END = $1";
constexpr std::string_view kEnrolled = "UPDATE sessions SET must_enrol = 0 WHERE CASE person WHEN '' THEN account ELSE person END = $1";

constexpr std::string_view kFind =
    "SELECT hash, account, roles, person, csrf, started, last_seen, way, address, browser, must_enrol FROM sessions WHERE hash = $1";
constexpr std::string_view kList =
    "SELECT hash, account, roles, person, csrf, started, last_seen, way, address, browser, must_enrol FROM sessions "
    "WHERE $1 = '' OR CASE person WHEN '' THEN account ELSE person END = $1 ORDER BY last_seen DESC, started DESC, hash";

Session session_of(const Query& q) {
  return {.hash = q.text(0),
          .actor = {q.text(1), tasks::grants_from(q.text(2)), q.text(3)},
          .csrf = q.text(4),
          .started = q.number(5),
          .last_seen = q.number(6),
          .way = tasks::way_from(q.text(7)),
          .address = q.text(8),
          .browser = q.text(9),
          .must_enrol = q.number(10) != 0};
}

void insert(Db& db, const Session& s) {
  run(db,
      "INSERT INTO sessions (hash, account, roles, person, csrf, started, last_seen, way, address, browser, must_enrol) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
      s.hash, s.actor.name, tasks::words_of(s.actor.grants), s.actor.person, s.csrf, s.started, s.last_seen, code(s.way), s.address, s.browser,
      s.must_enrol);
}

}  // namespace

Result<void> SignInRoom::add_link(const SignInLink& link) {
  return done(write(connections_, "INSERT INTO sign_in_links (hash, account, roles, person, expires, way) VALUES ($1, $2, $3, $4, $5, $6)",
                    link.hash, link.actor.name, tasks::words_of(link.actor.grants), link.actor.person, link.expires, code(link.way)));
}

Result<SignInLink> SignInRoom::find_link(std::string_view hash) {
  return guarded([&]() -> Result<SignInLink> {
    auto lease = connections_.read();
    Query q(*lease, "SELECT hash, account, roles, person, expires, way FROM sign_in_links WHERE hash = $1", hash);
    if (!q.next()) return refuse(Fault::not_found, "this link is not known, or it was used");
    return SignInLink{q.text(0), {q.text(1), tasks::grants_from(q.text(2)), q.text(3)}, q.number(4), tasks::way_from(q.text(5))};
  });
}

Result<void> SignInRoom::exchange(std::string_view link_hash, const Session& session) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    Tx tx(*lease, Tx::Kind::write);
    if (run(*lease, "DELETE FROM sign_in_links WHERE hash = $1", link_hash) != 1)
      return refuse(Fault::not_found, "this link is not known, or it was used");
    insert(*lease, session);
    tx.commit();
    return {};
  });
}

Result<void> SignInRoom::add_session(const Session& session) {
  return guarded([&]() -> Result<void> {
    auto lease = connections_.write();
    insert(*lease, session);
    return {};
  });
}

Result<Session> SignInRoom::find_session(std::string_view hash) {
  return guarded([&]() -> Result<Session> {
    auto lease = connections_.read();
    Query q(*lease, kFind, hash);
    if (!q.next()) return refuse(Fault::not_found, "you are not signed in");
    return session_of(q);
  });
}

Result<void> SignInRoom::touch_session(std::string_view hash, std::int64_t seen) {
  return done(write(connections_, "UPDATE sessions SET last_seen = $2 WHERE hash = $1 AND last_seen < $2", hash, seen));
}

Result<void> SignInRoom::rename_session(std::string_view hash, const Session& session) {
  const auto rows = write(connections_, "UPDATE sessions SET hash = $2, account = $3, roles = $4 WHERE hash = $1", hash, session.hash,
                          session.actor.name, tasks::words_of(session.actor.grants));
  if (rows && *rows != 1) return refuse(Fault::not_found, "you are not signed in");
  return done(rows);
}

Result<void> SignInRoom::end_session(std::string_view hash) {
  return done(write(connections_, "DELETE FROM sessions WHERE hash = $1", hash));
}

Result<int> SignInRoom::end_sessions_of(std::string_view account, std::string_view keep) {
  if (auto links = write(connections_, kEndLinks, account); !links) return links;
  return write(connections_, kEndOthers, account, keep);
}

Result<std::vector<Session>> SignInRoom::list_sessions(std::string_view account) {
  return guarded([&]() -> Result<std::vector<Session>> {
    auto lease = connections_.read();
    std::vector<Session> sessions;
    for (Query q(*lease, kList, account); q.next();) sessions.push_back(session_of(q));
    return sessions;
  });
}

Result<void> SignInRoom::codes_are_set(std::string_view account) { return done(write(connections_, kEnrolled, account)); }

Result<void> SignInRoom::forget_expired(std::int64_t now) {
  auto links = write(connections_, "DELETE FROM sign_in_links WHERE expires < $1", now);
  if (!links) return done(links);
  return done(write(connections_, "DELETE FROM sessions WHERE last_seen < $1 OR started < $2", now - tasks::kIdleSeconds,
                    now - tasks::kSessionSeconds));
}

}  // namespace makegood::store
