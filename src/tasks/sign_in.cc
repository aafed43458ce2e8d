#include "tasks/sign_in.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>
#include <sodium.h>

#include "people/directory.h"
#include "people/presence.h"
#include "tasks/access_log.h"
#include "tasks/sessions.h"
#include "tasks/token.h"
#include "tasks/tries.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

constexpr std::array kWays = {std::pair{Way::operator_link, std::string_view("operator")}, std::pair{Way::mail, std::string_view("mail")},
                              std::pair{Way::password, std::string_view("password")},
                              std::pair{Way::single_sign_on, std::string_view("single_sign_on")}};

// Who can change what others see or may do proves it twice.
constexpr std::array kRolesWithCodes = {Role::coordinator, Role::publisher, Role::monitoring_officer, Role::system_operator};

bool should_have_codes(const Actor& actor) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [](const Grant& grant) {
    return std::find(kRolesWithCodes.begin(), kRolesWithCodes.end(), grant.role) != kRolesWithCodes.end();
  });
}

/// The first time somebody comes in they see what they came for; from the second on they set up codes
/// first. Whoever comes by the council's single sign-on proved it there, and the operator holds the machine.
bool must_enrol(const Actor& actor, Way way, const Account& account, std::int64_t sign_ins) {
  return (way == Way::mail || way == Way::password) && sign_ins > 1 && !account.has_codes() && should_have_codes(actor);
}

Result<SignedIn> fresh_session(const Workspace& w, const Actor& actor, Way way, const Caller& caller) {
  const auto account = w.accounts.find(account_of(actor));
  if (!account) return tl::unexpected(account.error());
  const auto times = w.accounts.count_sign_in(account->name);
  if (!times) return tl::unexpected(times.error());
  const auto now = w.clock.now().seconds;
  SignedIn made{make_token(w.random), {}};
  made.session = {.hash = token_hash(made.token),
                  .actor = actor,
                  .csrf = make_token(w.random),
                  .started = now,
                  .last_seen = now,
                  .way = way,
                  .address = caller.address,
                  .browser = shorten(valid_utf8(caller.browser), 200),
                  .must_enrol = must_enrol(actor, way, *account, *times)};
  return made;
}

/// What comes before every session: the browser's former one is over, and the log knows. It is written first, so
/// that a fault after it leaves the link as it was; a line too many does no harm.
Result<void> announce(const Workspace& w, const Session& session, const Caller& caller) {
  if (!caller.former_token.empty())
    if (auto done = sign_out(w, caller.former_token); !done) return done;
  return note_access(w, session.actor.name, Looked::signed_in, code(session.way));
}

/// Somebody of the directory as they are today; others as the link has them.
Result<Actor> as_of_today(const Workspace& w, const Actor& actor) {
  if (actor.person.empty()) return actor;
  return actor_of_person(w, PersonId(actor.person));
}

}  // namespace

std::string token_hash(std::string_view token) {
  std::array<unsigned char, crypto_generichash_BYTES> hash{};
  crypto_generichash(hash.data(), hash.size(), reinterpret_cast<const unsigned char*>(token.data()), token.size(),
                     nullptr, 0);
  std::array<char, 2 * hash.size() + 1> hex{};
  return sodium_bin2hex(hex.data(), hex.size(), hash.data(), hash.size());
}

std::string make_token(const RandomBits& random) {
  std::string token;
  for (int i = 0; i < 4; ++i) token += fmt::format("{:016x}", random());
  return token;
}

bool looks_like_token(std::string_view token) {
  return token.size() == 64 && token.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

std::string_view code(Way way) {
  return std::find_if(kWays.begin(), kWays.end(), [&](const auto& row) { return row.first == way; })->second;
}

Way way_from(std::string_view code) {
  const auto found = std::find_if(kWays.begin(), kWays.end(), [&](const auto& row) { return row.second == code; });
  return found == kWays.end() ? Way::mail : found->first;
}

std::string account_of(const Actor& actor) { return actor.person.empty() ? actor.name : actor.person; }

Result<Actor> actor_of_person(const Workspace& w, const PersonId& id) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto today = w.clock.now().today;
  const auto* person = find_person(**directory, id);
  if (person == nullptr || has_left(*person, today))
    return refuse(Fault::not_allowed, "this person is no longer in the directory");
  return Actor{person->email, grants_of(**directory, id, today), id.text};
}

Result<Actor> person_with_address(const Workspace& w, std::string_view address) {
  const auto directory = w.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  const auto wanted = trim(address);
  const auto* person = wanted.empty() ? nullptr : find_person_by_email(**directory, wanted, w.clock.now().today);
  if (person == nullptr) return refuse(Fault::not_found, "nobody in the directory has this e-mail address");
  return actor_of_person(w, person->id);
}

Result<std::string> make_sign_in_link(const Workspace& w, const Actor& actor, Way way) {
  const auto now = w.clock.now().seconds;
  if (auto done = w.sign_ins.forget_expired(now); !done) return tl::unexpected(done.error());
  auto token = make_token(w.random);
  if (auto done = w.sign_ins.add_link({token_hash(token), actor, now + kLinkSeconds, way}); !done) return tl::unexpected(done.error());
  return token;
}

Result<OpenLink> look_at_link(const Workspace& w, std::string_view token) {
  if (!looks_like_token(token)) return refuse(Fault::not_found, "this link is not whole: copy all of it");
  const auto link = w.sign_ins.find_link(token_hash(token));
  if (!link) return tl::unexpected(link.error());
  if (link->expires < w.clock.now().seconds)
    return refuse(Fault::not_allowed, "this link is older than 15 minutes: ask for another");
  auto actor = as_of_today(w, link->actor);
  if (!actor) return tl::unexpected(actor.error());
  const auto account = w.accounts.find(account_of(*actor));
  if (!account) return tl::unexpected(account.error());
  return OpenLink{std::move(*actor), link->way, account->has_codes() && link->way != Way::operator_link};
}

Result<SignedIn> sign_in(const Workspace& w, std::string_view token, const Caller& caller, std::string_view typed_code) {
  const auto link = look_at_link(w, token);
  if (!link) return tl::unexpected(link.error());
  if (link->needs_code)
    if (auto proved = prove_code(w, account_of(link->actor), typed_code); !proved) return tl::unexpected(proved.error());
  auto made = fresh_session(w, link->actor, link->way, caller);
  if (!made) return made;
  if (auto done = announce(w, made->session, caller); !done) return tl::unexpected(done.error());
  if (auto done = w.sign_ins.exchange(token_hash(token), made->session); !done) return tl::unexpected(done.error());
  return made;
}

Result<SignedIn> sign_in_by_proxy(const Workspace& w, std::string_view address, const Caller& caller) {
  const auto actor = person_with_address(w, address);
  if (!actor) return tl::unexpected(actor.error());
  auto made = fresh_session(w, *actor, Way::single_sign_on, caller);
  if (!made) return made;
  if (auto done = announce(w, made->session, caller); !done) return tl::unexpected(done.error());
  if (auto done = w.sign_ins.add_session(made->session); !done) return tl::unexpected(done.error());
  return made;
}

Result<std::string> sign_in_by_password(const Workspace& w, std::string_view address, std::string_view password, const Caller& caller) {
  const auto actor = person_with_address(w, address);
  if (!actor && actor.error().fault != Fault::not_found && actor.error().fault != Fault::not_allowed) return tl::unexpected(actor.error());
  const auto account = actor ? account_of(*actor) : std::string();
  if (auto proved = prove_password(w, account, trim(address), password, caller.address); !proved) {
    if (actor && proved.error().fault == Fault::not_allowed)
      if (auto done = note_access(w, actor->name, Looked::refused, code(Way::password)); !done) return tl::unexpected(done.error());
    return tl::unexpected(proved.error());
  }
  return make_sign_in_link(w, *actor, Way::password);
}

}  // namespace makegood::tasks
