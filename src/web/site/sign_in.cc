// Signing in by a link that works once, and out again. Opening the link changes nothing: mail
// scanners open links. Pressing its button does.

#include "web/cookie.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

SetCookie session_cookie(const App& app, std::string value) {
  return {.name = session_cookie_name(app), .value = std::move(value), .max_age = std::nullopt, .secure = app.settings.behind_https};
}

Response with_cookie(Response response, const SetCookie& cookie) {
  response.headers.add("Set-Cookie", set_cookie_value(cookie));
  return no_store(std::move(response));
}

}  // namespace

Response sign_in_help(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  return no_store(page(pages::sign_in_page(who.site)));
}

Response sign_in_landing(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto link = tasks::look_at_link(app.workspace, match["token"]);
  if (!link) return no_store(page(pages::sign_in_refused_page(who.site), 404));
  return no_store(page(pages::sign_in_link_page(who.site, match["token"], link->actor.name)));
}

Response sign_in(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto signed_in = tasks::sign_in(app.workspace, match["token"]);
  if (!signed_in) return no_store(page(pages::sign_in_refused_page(who.site), 404));
  return with_cookie(go_to(who, "/desk"), session_cookie(app, signed_in->token));
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
  auto gone = session_cookie(app, "");
  gone.max_age = std::chrono::seconds(0);
  return with_cookie(page(pages::sign_out_page(who.site)), gone);
}

namespace {

constexpr auto kRoutes = std::to_array<Route<App>>({
    {Method::get, "/sign-in", sign_in_help, kPublic, {}, "sign-in-help"},
    {Method::get, "/sign-in/{token}", sign_in_landing, kPublic, {}, "sign-in-landing"},
    {Method::post, "/sign-in/{token}", sign_in, kPublic, kForm, "sign-in"},
    {Method::get, "/sign-out", sign_out_question, kSignedIn, {}, "sign-out-question"},
    {Method::post, "/sign-out", sign_out, kSignedIn, kForm, "sign-out"},
});

}  // namespace

std::span<const Route<App>> sign_in_routes() { return kRoutes; }

}  // namespace makegood::web
