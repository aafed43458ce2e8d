#include "tasks/sign_in.h"

#include <array>

#include <fmt/format.h>
#include <sodium.h>

#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

std::string make_token(const RandomBits& random) {
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:016x}", random());
  return token;
}

bool looks_like_token(std::string_view token) {
  return token.size() == 64 && token.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

}  // namespace

std::string token_hash(std::string_view token) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                     nullptr, 0);
  std::string hex;
  for (const auto byte : hash) hex += fmt::format("{:02x}", byte);
  return hex;
}

Result<std::string> make_sign_in_link(const Workspace& w, const Actor& actor) {
  const auto now = w.clock.now().seconds;
  if (auto done = w.sign_ins.forget_expired(now); !done) return tl::unexpected(done.error());
  auto token = make_token(w.random);
  if (auto done = w.sign_ins.add_link({token_hash(token), actor, now + kLinkSeconds}); !done)
    return tl::unexpected(done.error());
  return token;
}

Result<Actor> look_at_link(const Workspace& w, std::string_view token) {
  if (!looks_like_token(token)) return refuse(Fault::not_found, "this link is not whole: copy all of it");
  const auto link = w.sign_ins.find_link(token_hash(token));
  if (!link) return tl::unexpected(link.error());
  if (link->expires < w.clock.now().seconds)
    return refuse(Fault::not_allowed, "this link is older than 15 minutes: ask for another");
  return link->actor;
}

Result<SignedIn> sign_in(const Workspace& w, std::string_view token) {
  const auto actor = look_at_link(w, token);
  if (!actor) return tl::unexpected(actor.error());
  const auto now = w.clock.now().seconds;
  SignedIn signed_in{make_token(w.random), {}};
  signed_in.session = {token_hash(signed_in.token), *actor, make_token(w.random), now, now};
  if (auto done = w.sign_ins.exchange(token_hash(token), signed_in.session); !done) return tl::unexpected(done.error());
  return signed_in;
}

Result<Session> resume_session(const Workspace& w, std::string_view token) {
  if (!looks_like_token(token)) return refuse(Fault::not_allowed, "you are not signed in");
  auto session = w.sign_ins.find_session(token_hash(token));
  if (!session) {
    if (session.error().fault == Fault::not_found) return refuse(Fault::not_allowed, "you are not signed in");
    return session;
  }
  const auto now = w.clock.now().seconds;
  if (now - session->last_seen > kIdleSeconds || now - session->started > kSessionSeconds) {
    if (auto done = w.sign_ins.end_session(session->hash); !done) return tl::unexpected(done.error());
    return refuse(Fault::not_allowed, "you were signed out after a while: sign in again");
  }
  // A write for every page would be a write too many.
  if (now - session->last_seen >= 60) {
    if (auto done = w.sign_ins.touch_session(session->hash, now); !done) return tl::unexpected(done.error());
    session->last_seen = now;
  }
  return session;
}

Result<void> sign_out(const Workspace& w, std::string_view token) { return w.sign_ins.end_session(token_hash(token)); }

bool csrf_holds(const Session& session, std::string_view given) {
  return !session.csrf.empty() && given.size() == session.csrf.size() &&
         sodium_memcmp(given.data(), session.csrf.data(), given.size()) == 0;
}

}  // namespace makegood::tasks
