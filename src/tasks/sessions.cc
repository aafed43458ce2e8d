#include "tasks/sessions.h"

#include <algorithm>

#include <sodium.h>

#include "tasks/access_log.h"
#include "tasks/token.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

tl::unexpected<Refusal> not_signed_in() { return refuse(Fault::not_allowed, "you are not signed in"); }

bool is_over(const Session& session, std::int64_t now) {
  return now - session.last_seen > kIdleSeconds || now - session.started > kSessionSeconds;
}

/// What the person may do today. The token was given out for other grants when these differ.
Result<void> bring_up_to_date(const Workspace& w, Session& session) {
  if (session.actor.person.empty()) return {};
  auto actor = actor_of_person(w, PersonId(session.actor.person));
  if (!actor) return tl::unexpected(actor.error());
  session.roles_changed = words_of(actor->grants) != words_of(session.actor.grants) || actor->name != session.actor.name;
  session.actor = std::move(*actor);
  return {};
}

}  // namespace

Result<Session> resume_session(const Workspace& w, std::string_view token) {
  if (!looks_like_token(token)) return not_signed_in();
  auto session = w.sign_ins.find_session(token_hash(token));
  if (!session) {
    if (session.error().fault == Fault::not_found) return not_signed_in();
    return session;
  }
  const auto now = w.clock.now().seconds;
  if (is_over(*session, now)) {
    if (auto done = w.sign_ins.end_session(session->hash); !done) return tl::unexpected(done.error());
    return refuse(Fault::not_allowed, "you were signed out after a while: sign in again");
  }
  if (auto done = bring_up_to_date(w, *session); !done) {
    if (done.error().fault == Fault::not_allowed)
      if (auto ended = w.sign_ins.end_session(session->hash); !ended) return tl::unexpected(ended.error());
    return tl::unexpected(done.error());
  }
  // A write for every page would be a write too many.
  if (now - session->last_seen >= 60) {
    if (auto done = w.sign_ins.touch_session(session->hash, now); !done) return tl::unexpected(done.error());
    session->last_seen = now;
  }
  return session;
}

Result<SignedIn> renew_token(const Workspace& w, const Session& session) {
  SignedIn renewed{make_token(w.random), session};
  renewed.session.hash = token_hash(renewed.token);
  renewed.session.roles_changed = false;
  if (auto done = w.sign_ins.rename_session(session.hash, renewed.session); !done) return tl::unexpected(done.error());
  return renewed;
}

Result<void> sign_out(const Workspace& w, std::string_view token) { return w.sign_ins.end_session(token_hash(token)); }

bool csrf_holds(const Session& session, std::string_view given) { return !session.csrf.empty() && same_secret(session.csrf, given); }

bool same_secret(std::string_view a, std::string_view b) {
  const auto left = token_hash(a), right = token_hash(b);  // of one length, whatever was given
  return sodium_memcmp(left.data(), right.data(), left.size()) == 0;
}

Result<std::vector<Session>> own_sessions(const Workspace& w, const Actor& actor) {
  if (auto done = w.sign_ins.forget_expired(w.clock.now().seconds); !done) return tl::unexpected(done.error());
  return w.sign_ins.list_sessions(account_of(actor));
}

Result<void> end_own_session(const Workspace& w, const Actor& actor, std::string_view id) {
  const auto sessions = own_sessions(w, actor);
  if (!sessions) return tl::unexpected(sessions.error());
  const auto found = std::find_if(sessions->begin(), sessions->end(), [&](const Session& session) { return session.id() == id; });
  if (found == sessions->end()) return refuse(Fault::not_found, "that session has ended already");
  if (auto done = w.sign_ins.end_session(found->hash); !done) return done;
  return note_access(w, actor.name, Looked::session_ended, account_of(actor));
}

Result<int> end_other_sessions(const Workspace& w, const Session& session) {
  const auto ended = w.sign_ins.end_sessions_of(account_of(session.actor), session.hash);
  if (!ended || *ended == 0) return ended;
  if (auto done = note_access(w, session.actor.name, Looked::session_ended, account_of(session.actor)); !done) return tl::unexpected(done.error());
  return ended;
}

Result<std::vector<Session>> all_sessions(const Workspace& w, const Actor& actor) {
  if (auto allowed = require(actor, Action::end_sessions); !allowed) return tl::unexpected(allowed.error());
  if (auto done = w.sign_ins.forget_expired(w.clock.now().seconds); !done) return tl::unexpected(done.error());
  return w.sign_ins.list_sessions({});
}

Result<int> end_sessions_of(const Workspace& w, const Actor& actor, std::string_view account) {
  if (auto allowed = require(actor, Action::end_sessions); !allowed) return tl::unexpected(allowed.error());
  const auto ended = w.sign_ins.end_sessions_of(account);
  if (!ended) return ended;
  if (auto done = note_access(w, actor.name, Looked::session_ended, account); !done) return tl::unexpected(done.error());
  return ended;
}

}  // namespace makegood::tasks
