#include "tasks/accounts.h"

#include "credentials/credentials.h"
#include "tasks/access_log.h"
#include "tasks/password_hash.h"
#include "tasks/replace_codes.h"
#include "tasks/tries.h"
#include "tasks/workspace.h"

namespace makegood::tasks {
namespace {

tl::unexpected<Refusal> wrong_password() {
  return refuse(Fault::not_allowed, "the e-mail address or the password is not right");
}
tl::unexpected<Refusal> wrong_code(std::string where = {}) {
  return refuse(Fault::not_allowed, "that code is not right, or it was used already: wait for the next one", std::move(where));
}

std::vector<std::string> hashes_of(const std::vector<std::string>& codes) {
  std::vector<std::string> hashes;
  for (const auto& code : codes) hashes.push_back(token_hash(recovery_code_from(code)));
  return hashes;
}

/// Whether the typed code is right; using it up is part of finding out.
Result<bool> take_code(const Workspace& w, const Account& account, std::string_view typed) {
  const auto taken = [](const Result<void>& done, Fault fault) -> Result<bool> {
    if (done) return true;
    if (done.error().fault == fault) return false;
    return tl::unexpected(done.error());
  };
  if (!account.has_codes()) return false;
  if (const auto step = matching_step(account.code_secret, typed, w.clock.now().seconds, account.last_step))
    return taken(w.accounts.take_step(account.name, *step), Fault::conflict);
  const auto code = recovery_code_from(typed);
  if (code.empty()) return false;
  auto used = taken(w.accounts.take_recovery_code(account.name, token_hash(code)), Fault::not_found);
  if (used && *used)
    if (auto done = note_access(w, account.name, Looked::recovery_used, account.name); !done) return tl::unexpected(done.error());
  return used;
}

/// Somebody who is signed in says their password again: counted as at the door.
Result<void> is_current(const Workspace& w, const Account& account, std::string_view current) {
  const CountedTries tries{"password", account.name, kAccountThrottle};
  if (auto may = may_try(w, {tries}); !may) return may;
  const auto holds = password_holds(account.password, current);
  if (!holds) return tl::unexpected(holds.error());
  if (*holds) return {};
  if (auto done = count_failure(w, {tries}); !done) return done;
  return refuse(Fault::not_allowed, "the current password is not right");
}

Result<void> note(const Workspace& w, const Session& session, Looked what) {
  return note_access(w, session.actor.name, what, account_of(session.actor));
}

Result<void> prove_owner(const Workspace& w, const Session& session, std::string_view typed) {
  if (session.way == Way::operator_link) return {};
  return prove_code(w, account_of(session.actor), typed);
}

}  // namespace

Result<void> prove_password(const Workspace& w, std::string_view name, std::string_view typed_name, std::string_view password,
                            std::string_view address) {
  const CountedTries by_name{"password", name.empty() ? typed_name : name, kAccountThrottle}, by_address{"address", address, kAddressThrottle};
  if (auto may = may_try(w, {by_name, by_address}); !may) return may;
  const auto account = name.empty() ? Result<Account>(Account{}) : w.accounts.find(name);
  if (!account) return tl::unexpected(account.error());
  const auto holds = password.size() > kLongestPassword ? password_holds({}, {}) : password_holds(account->password, password);
  if (!holds) return tl::unexpected(holds.error());
  if (!*holds) {
    if (auto done = count_failure(w, {by_name, by_address}); !done) return done;
    return wrong_password();
  }
  if (is_dated_hash(account->password))
    if (const auto fresh = hash_password(password))
      if (auto done = w.accounts.set_password(name, *fresh); !done) return done;
  return clear_failures(w, by_name);
}

Result<void> prove_code(const Workspace& w, std::string_view name, std::string_view typed) {
  const CountedTries tries{"code", name, kAccountThrottle};
  if (auto may = may_try(w, {tries}); !may) return may;
  const auto account = w.accounts.find(name);
  if (!account) return tl::unexpected(account.error());
  const auto right = take_code(w, *account, typed);
  if (!right) return tl::unexpected(right.error());
  if (*right) return clear_failures(w, tries);
  if (auto done = count_failure(w, {tries}); !done) return done;
  return wrong_code();
}

Result<void> set_password(const Workspace& w, const Session& session, std::string_view current, std::string_view chosen,
                          const std::vector<std::string>& names) {
  const auto account = w.accounts.find(account_of(session.actor));
  if (!account) return tl::unexpected(account.error());
  if (auto fine = check_new_password(chosen, names); !fine) return fine;
  if (account->has_password())
    if (auto proved = is_current(w, *account, current); !proved) return proved;
  const auto hash = hash_password(chosen);
  if (!hash) return tl::unexpected(hash.error());
  if (auto done = w.accounts.set_password(account->name, *hash); !done) return done;
  if (auto ended = w.sign_ins.end_sessions_of(account->name, session.hash); !ended) return tl::unexpected(ended.error());
  return note(w, session, Looked::password_set);
}

Result<std::string> begin_codes(const Workspace& w, const Session& session) {
  const auto account = w.accounts.find(account_of(session.actor));
  if (!account) return tl::unexpected(account.error());
  if (!account->pending_secret.empty()) return account->pending_secret;
  auto secret = make_code_secret(w.random);
  if (auto done = w.accounts.set_pending_secret(account->name, secret); !done) return tl::unexpected(done.error());
  return secret;
}

Result<std::vector<std::string>> confirm_codes(const Workspace& w, const Session& session, std::string_view typed) {
  return replace_codes(w, session, typed, {});
}

Result<std::vector<std::string>> replace_codes(const Workspace& w, const Session& session, std::string_view typed, std::string_view proof) {
  const auto name = account_of(session.actor);
  const CountedTries tries{"code", name, kAccountThrottle};
  if (auto may = may_try(w, {tries}); !may) return tl::unexpected(may.error());
  const auto account = w.accounts.find(name);
  if (!account) return tl::unexpected(account.error());
  if (account->pending_secret.empty()) return refuse(Fault::not_found, "open the page again: there is no secret that waits for a code");
  const auto step = matching_step(account->pending_secret, typed, w.clock.now().seconds, 0);
  if (!step) {
    if (auto done = count_failure(w, {tries}); !done) return tl::unexpected(done.error());
    return wrong_code("code");
  }
  if (account->has_codes())
    if (auto proved = prove_owner(w, session, proof); !proved) return refuse(proved.error().fault, proved.error().message, "proof");
  auto codes = make_recovery_codes(w.random);
  if (auto done = w.accounts.confirm_secret(name, account->pending_secret, *step, hashes_of(codes)); !done) return tl::unexpected(done.error());
  if (auto done = w.sign_ins.codes_are_set(name); !done) return tl::unexpected(done.error());
  if (account->has_codes())
    if (auto ended = w.sign_ins.end_sessions_of(name, session.hash); !ended) return tl::unexpected(ended.error());
  if (auto done = note(w, session, Looked::codes_on); !done) return tl::unexpected(done.error());
  return codes;
}

Result<void> end_codes(const Workspace& w, const Session& session, std::string_view typed) {
  if (auto proved = prove_owner(w, session, typed); !proved) return proved;
  if (auto done = w.accounts.remove_codes(account_of(session.actor)); !done) return done;
  return note(w, session, Looked::codes_off);
}

Result<std::vector<std::string>> renew_recovery_codes(const Workspace& w, const Session& session, std::string_view typed) {
  if (auto proved = prove_owner(w, session, typed); !proved) return tl::unexpected(proved.error());
  auto codes = make_recovery_codes(w.random);
  if (auto done = w.accounts.replace_recovery_codes(account_of(session.actor), hashes_of(codes)); !done) return tl::unexpected(done.error());
  if (auto done = note(w, session, Looked::recovery_renewed); !done) return tl::unexpected(done.error());
  return codes;
}

}  // namespace makegood::tasks
