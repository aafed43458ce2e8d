// Signing in by a link that works once, by a password or by the council's single sign-on, and out
// again. Opening a link changes nothing: mail scanners open links. Pressing its button does.

#include "web/site/handlers.h"
#include "web/site/return_path.h"
#include "web/site/session_cookie.h"

namespace makegood::web {
namespace {

/// Whom the form names, and what is missing of it.
pages::SignInPage typed(const App& app, const Request& request, bool password) {
  pages::SignInPage page;
  page.address = std::string(trim(request.form.value("email")));
  page.proxy = trusted_address(app.settings.sso, request).value_or("");
  if (page.address.find('@') == std::string::npos) page.fault = {"email", "sign_in.fault.email"};
  else if (password && request.form.value("password").empty()) page.fault = {"password", "sign_in.fault.password"};
  return page;
}

/// To the page that was asked for before, where there is one that they may open; else to where their work is.
Response come_in(const App& app, const Request& request, const Visit& who, const tasks::SignedIn& signed_in) {
  const auto& session = signed_in.session;
  const auto wanted = session.must_enrol ? std::string() : return_path(app, request, session.actor);
  auto response = go_to(who, wanted.empty() ? first_page(session) : std::string_view(wanted));
  return without_return_path(app, request, with_session_cookie(app, std::move(response), signed_in.token));
}

/// What is right is shown at once; a refusal of the core stands at the head of the form.
Response password_refused(const Visit& who, pages::SignInPage page, const Refusal& refusal) {
  page.refusal = refusal.message;
  return no_store(web::page(pages::password_sign_in_page(page, who.site), status_of(refusal.fault)));
}

}  // namespace

Response sign_in_help(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  pages::SignInPage form;
  form.proxy = trusted_address(app.settings.sso, request).value_or("");
  return no_store(page(pages::sign_in_page(form, who.site)));
}

Response ask_for_link(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto form = typed(app, request, false);
  if (!form.fault.field.empty()) return no_store(page(pages::sign_in_page(form, who.site), 422));
  if (const auto sent = tasks::mail_sign_in_link(app.workspace, form.address, caller_of(app, request)); !sent) return refusal_page(who, sent.error());
  return no_store(go_to(who, "/sign-in/sent"));
}

Response sign_in_sent(App& app, const Request& request, const RouteMatch&) {
  return no_store(page(pages::sign_in_sent_page(visit(app, request).site)));
}

Response password_form(App& app, const Request& request, const RouteMatch&) {
  return no_store(page(pages::password_sign_in_page({}, visit(app, request).site)));
}

Response sign_in_by_password(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto form = typed(app, request, true);
  if (!form.fault.field.empty()) return no_store(page(pages::password_sign_in_page(form, who.site), 422));
  const auto caller = caller_of(app, request);
  const auto link = tasks::sign_in_by_password(app.workspace, form.address, request.form.value("password"), caller);
  if (!link) return password_refused(who, form, link.error());
  const auto open = tasks::look_at_link(app.workspace, *link);
  if (open && open->needs_code) return no_store(go_to(who, "/sign-in/" + *link));
  const auto signed_in = tasks::sign_in(app.workspace, *link, caller);
  if (!signed_in) return password_refused(who, form, signed_in.error());
  return come_in(app, request, who, *signed_in);
}

Response sign_in_by_proxy(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  pages::SignInPage form;
  form.proxy = trusted_address(app.settings.sso, request).value_or("");
  if (form.proxy.empty()) return refusal_page(who, {Fault::not_allowed, "the council's single sign-on did not say who you are", {}});
  const auto signed_in = tasks::sign_in_by_proxy(app.workspace, form.proxy, caller_of(app, request));
  if (signed_in) return come_in(app, request, who, *signed_in);
  form.refusal = signed_in.error().message;
  return no_store(page(pages::sign_in_page(form, who.site), status_of(signed_in.error().fault)));
}

Response sign_in_landing(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto link = tasks::look_at_link(app.workspace, match["token"]);
  if (!link) return no_store(page(pages::sign_in_refused_page(who.site), 404));
  return no_store(page(pages::sign_in_link_page({std::string(match["token"]), link->actor.name, link->needs_code, {}}, who.site)));
}

Response sign_in(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto link = tasks::look_at_link(app.workspace, match["token"]);
  if (!link) return no_store(page(pages::sign_in_refused_page(who.site), 404));
  const auto signed_in = tasks::sign_in(app.workspace, match["token"], caller_of(app, request), request.form.value("code"));
  if (signed_in) return come_in(app, request, who, *signed_in);
  if (!link->needs_code) return no_store(page(pages::sign_in_refused_page(who.site), 404));
  const pages::SignInLinkPage again{std::string(match["token"]), link->actor.name, true, signed_in.error().message};
  return no_store(page(pages::sign_in_link_page(again, who.site), status_of(signed_in.error().fault)));
}

Response sign_out_question(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  return no_store(page(pages::sign_out_page(who.site)));
}

Response sign_out(App& app, const Request& request, const RouteMatch&) {
  auto who = visit(app, request);
  if (const auto token = request.cookies.get(session_cookie_name(app)))
    static_cast<void>(tasks::sign_out(app.workspace, *token));
  who.site.viewer.reset();
  return without_session_cookie(app, page(pages::sign_out_page(who.site)));
}

namespace {

constexpr auto kSignInRoutes = std::to_array<Route<App>>({
    {Method::get, "/sign-in", sign_in_help, kPublic, {}, "sign-in-help"},
    {Method::post, "/sign-in", ask_for_link, kPublic, kForm, "ask-for-link"},
    {Method::get, "/sign-in/sent", sign_in_sent, kPublic, {}, "sign-in-sent"},
    {Method::get, "/sign-in/password", password_form, kPublic, {}, "password-sign-in-form"},
    {Method::post, "/sign-in/password", sign_in_by_password, kPublic, kHeavyForm, "password-sign-in"},
    {Method::post, "/sign-in/council", sign_in_by_proxy, kPublic, kForm, "council-sign-in"},
    {Method::get, "/sign-in/{token}", sign_in_landing, kPublic, {}, "sign-in-landing"},
    {Method::post, "/sign-in/{token}", sign_in, kPublic, kForm, "sign-in"},
    {Method::get, "/sign-out", sign_out_question, kSignedIn, {}, "sign-out-question"},
    {Method::post, "/sign-out", sign_out, kSignedIn, kForm, "sign-out"},
});

}  // namespace

std::span<const Route<App>> sign_in_routes() { return kSignInRoutes; }

}  // namespace makegood::web
