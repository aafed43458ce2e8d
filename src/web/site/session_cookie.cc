#include "web/site/session_cookie.h"

#include "web/cookie.h"

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

std::string session_cookie_name(const App& app) { return app.settings.behind_https ? "__Host-session" : "session"; }

Response with_session_cookie(const App& app, Response response, std::string token) {
  return with_cookie(std::move(response), session_cookie(app, std::move(token)));
}

Response without_session_cookie(const App& app, Response response) {
  auto gone = session_cookie(app, "");
  gone.max_age = std::chrono::seconds(0);
  return with_cookie(std::move(response), gone);
}

std::optional<std::string> renewed_token(const App& app, const Request& request) {
  const auto token = request.cookies.get(session_cookie_name(app));
  if (!token) return std::nullopt;
  const auto session = tasks::resume_session(app.workspace, *token);
  if (!session || !session->roles_changed) return std::nullopt;
  // Of two requests at once one renews it; the other goes on without a session and is asked to sign in.
  auto renewed = tasks::renew_token(app.workspace, *session);
  if (!renewed) return std::nullopt;
  return std::move(renewed->token);
}

Request with_token(const App& app, Request request, const std::string& token) {
  request.cookies.set(session_cookie_name(app), token);
  return request;
}

tasks::Caller caller_of(const App& app, const Request& request) {
  return {.address = caller_address(app.settings.sso, request),
          .browser = std::string(request.headers.value("User-Agent")),
          .former_token = std::string(request.cookies.value(session_cookie_name(app)))};
}

}  // namespace makegood::web
