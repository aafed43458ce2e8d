// One's own account, and, for those whose job it is, who is signed in and who looked at what.

#include "credentials/one_time_code.h"
#include "tasks/replace_codes.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Response private_page(const html::Html& html, int status = 200) { return no_store(page(html, status)); }

/// The first coordinator is nobody in the directory: there is nothing to prove by a password.
std::optional<Response> nobody_in_directory(const Visit& who) {
  if (!who.session->actor.person.empty()) return std::nullopt;
  return no_store(refusal_page(who, {Fault::conflict, "this account is for setting up: add yourself to the directory, and sign in by your e-mail address", {}}));
}

std::string utc(std::int64_t seconds) { return tasks::Now{seconds, {}}.utc(); }

pages::SessionLine line_of(const tasks::Session& session, const tasks::Session& own) {
  return {.id = session.id(),
          .account = tasks::account_of(session.actor),
          .who = session.actor.name,
          .way = std::string(code(session.way)),
          .address = session.address,
          .browser = session.browser,
          .started = utc(session.started),
          .last_seen = utc(session.last_seen),
          .current = session.hash == own.hash};
}

pages::SessionsPage lines_of(const std::vector<tasks::Session>& sessions, const tasks::Session& own) {
  pages::SessionsPage page;
  for (const auto& session : sessions) page.lines.push_back(line_of(session, own));
  return page;
}

}  // namespace

Response account(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto& actor = who.session->actor;
  const auto kept = app.workspace.accounts.find(tasks::account_of(actor));
  const auto sessions = tasks::own_sessions(app.workspace, actor);
  if (!kept) return refusal_page(who, kept.error());
  if (!sessions) return refusal_page(who, sessions.error());
  return private_page(pages::account_page({.name = actor.name,
                                           .in_directory = !actor.person.empty(),
                                           .has_password = kept->has_password(),
                                           .has_codes = kept->has_codes(),
                                           .recovery_codes = kept->recovery_codes,
                                           .sessions = static_cast<int>(sessions->size())},
                                          who.site));
}

Response password_question(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto kept = app.workspace.accounts.find(tasks::account_of(who.session->actor));
  if (!kept) return refusal_page(who, kept.error());
  return private_page(pages::password_page({.has_password = kept->has_password()}, who.site));
}

Response save_password(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto kept = app.workspace.accounts.find(tasks::account_of(who.session->actor));
  if (!kept) return refusal_page(who, kept.error());
  const auto done = tasks::set_password(app.workspace, *who.session, request.form.value("current"), request.form.value("chosen"),
                                        {app.settings.council_name, app.settings.service_name, who.session->actor.name});
  if (done) return no_store(go_to(who, "/account"));
  const bool of_current = done.error().fault == Fault::not_allowed;
  return private_page(pages::password_page({kept->has_password(), done.error().message, of_current}, who.site), status_of(done.error().fault));
}

namespace {

/// The page of codes as it stands: with a secret where one waits for its first code.
Response show_codes(const App& app, const Visit& who, const tasks::Account& kept, const Refusal& refusal = {}) {
  pages::CodesPage shown{.required = who.session->must_enrol, .replaces = kept.has_codes(), .refusal = refusal.message,
                         .asks_proof = kept.has_codes() && who.session->way != tasks::Way::operator_link, .fault = refusal.where == "proof" ? "proof" : "code"};
  if (!kept.pending_secret.empty()) {
    const auto issuer = app.settings.council_name.empty() ? app.settings.service_name : app.settings.service_name + " " + app.settings.council_name;
    shown.secret = in_fours(base32(kept.pending_secret));
    shown.link = otpauth_link(kept.pending_secret, issuer, who.session->actor.name);
  }
  return private_page(pages::codes_page(shown, who.site), refusal.message.empty() ? 200 : status_of(refusal.fault));
}

}  // namespace

Response codes_question(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto kept = app.workspace.accounts.find(tasks::account_of(who.session->actor));
  return kept ? show_codes(app, who, *kept) : refusal_page(who, kept.error());
}

Response begin_codes(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto begun = tasks::begin_codes(app.workspace, *who.session);
  return begun ? no_store(go_to(who, "/account/codes")) : refusal_page(who, begun.error());
}

Response confirm_codes(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto recovery = tasks::replace_codes(app.workspace, *who.session, request.form.value("code"), request.form.value("proof"));
  if (recovery) return private_page(pages::recovery_codes_page(*recovery, who.site));
  const auto kept = app.workspace.accounts.find(tasks::account_of(who.session->actor));
  return kept ? show_codes(app, who, *kept, recovery.error()) : refusal_page(who, kept.error());
}

namespace {

pages::ProvePage question_for(const Visit& who, pages::CodeFor purpose, std::string refusal = {}) {
  return {purpose, who.session->way != tasks::Way::operator_link, std::move(refusal)};
}

template <pages::CodeFor kPurpose>
Response ask_code(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  return private_page(pages::prove_page(question_for(who, kPurpose), who.site));
}

}  // namespace

Response end_codes(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto done = tasks::end_codes(app.workspace, *who.session, request.form.value("code"));
  if (done) return no_store(go_to(who, "/account"));
  return private_page(pages::prove_page(question_for(who, pages::CodeFor::switching_off, done.error().message), who.site), status_of(done.error().fault));
}

Response renew_recovery_codes(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (auto nobody = nobody_in_directory(who)) return std::move(*nobody);
  const auto codes = tasks::renew_recovery_codes(app.workspace, *who.session, request.form.value("code"));
  if (codes) return private_page(pages::recovery_codes_page(*codes, who.site));
  return private_page(pages::prove_page(question_for(who, pages::CodeFor::renewing, codes.error().message), who.site), status_of(codes.error().fault));
}

Response own_sessions(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto sessions = tasks::own_sessions(app.workspace, who.session->actor);
  if (!sessions) return refusal_page(who, sessions.error());
  return private_page(pages::sessions_page(lines_of(*sessions, *who.session), who.site));
}

/// One by its name, or all others where none is named.
Response end_own_sessions(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto one = request.form.value("session");
  const auto done = one.empty() ? tasks::end_other_sessions(app.workspace, *who.session).map([](int) {})
                                : tasks::end_own_session(app.workspace, who.session->actor, one);
  return done ? no_store(go_to(who, "/account/sessions")) : refusal_page(who, done.error());
}

Response all_sessions(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto sessions = tasks::all_sessions(app.workspace, who.session->actor);
  if (!sessions) return refusal_page(who, sessions.error());
  return private_page(pages::all_sessions_page(lines_of(*sessions, *who.session), who.site));
}

Response end_sessions(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto ended = tasks::end_sessions_of(app.workspace, who.session->actor, request.form.value("account"));
  return ended ? no_store(go_to(who, "/desk/sessions")) : refusal_page(who, ended.error());
}

Response access_log(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto before = number_in(request.query().value("before"), 0);
  const auto entries = tasks::read_access_log(app.workspace, who.session->actor, before, kLinesOfLog);
  if (!entries) return refusal_page(who, entries.error());
  pages::AccessLogPage shown;
  for (const auto& entry : *entries) shown.lines.push_back({utc(entry.at), entry.who, entry.what, entry.subject});
  if (entries->size() == kLinesOfLog) shown.older = entries->back().id;
  return private_page(pages::access_log_page(shown, who.site));
}

namespace {

constexpr auto kAccountRoutes = std::to_array<Route<App>>({
    {Method::get, "/account", account, kSignedIn, {}, "account"},
    {Method::get, "/account/password", password_question, kSignedIn, {}, "password-form"},
    {Method::post, "/account/password", save_password, kSignedIn, kHeavyForm, "save-password"},
    {Method::get, "/account/codes", codes_question, kSignedIn, {}, "codes-form"},
    {Method::post, "/account/codes/begin", begin_codes, kSignedIn, kForm, "begin-codes"},
    {Method::post, "/account/codes", confirm_codes, kSignedIn, kForm, "confirm-codes"},
    {Method::get, "/account/codes/off", ask_code<pages::CodeFor::switching_off>, kSignedIn, {}, "end-codes-form"},
    {Method::post, "/account/codes/off", end_codes, kSignedIn, kForm, "end-codes"},
    {Method::get, "/account/recovery-codes", ask_code<pages::CodeFor::renewing>, kSignedIn, {}, "recovery-codes-form"},
    {Method::post, "/account/recovery-codes", renew_recovery_codes, kSignedIn, kForm, "renew-recovery-codes"},
    {Method::get, "/account/sessions", own_sessions, kSignedIn, {}, "own-sessions"},
    {Method::post, "/account/sessions/end", end_own_sessions, kSignedIn, kForm, "end-own-sessions"},
    {Method::get, "/desk/sessions", all_sessions, kEndSessions, {}, "all-sessions"},
    {Method::post, "/desk/sessions/end", end_sessions, kEndSessions, kForm, "end-sessions"},
    {Method::get, "/desk/access-log", access_log, kReadAccessLog, {}, "access-log"},
});

}  // namespace

std::span<const Route<App>> account_routes() { return kAccountRoutes; }

}  // namespace makegood::web
