#include "web/site/bearer.h"

#include "web/site/handlers.h"
#include "web/site/problem.h"
#include "web/token.h"

namespace makegood::web {
namespace {

constexpr std::string_view kScheme = "Bearer ", kChallenge = "Bearer realm=\"makegood\"";

Response challenged(std::string_view detail, std::string_view challenge) {
  auto response = problem(401, detail);
  response.headers.set("WWW-Authenticate", std::string(challenge));
  return response;
}

Response too_fast() {
  auto response = problem(429, "too many requests: wait for a second");
  response.headers.set("Retry-After", "1");
  return response;
}

std::optional<std::string_view> secret_of(const Request& request) {
  const auto given = request.headers.all("Authorization");
  if (given.size() != 1 || given[0].size() <= kScheme.size() || !equals_any_case(given[0].substr(0, kScheme.size()), kScheme)) return std::nullopt;
  return trim_blanks(given[0].substr(kScheme.size()));
}

bool is_json(const Request& request) {
  const auto type = request.headers.value("Content-Type");
  const auto media = trim_blanks(type.substr(0, type.find(';')));
  return equals_any_case(media, "application/json") || (request.method == Method::patch && equals_any_case(media, "application/merge-patch+json"));
}

}  // namespace

Response who_are_you() { return challenged("send the token of your system: Authorization: Bearer TOKEN", kChallenge); }

Asked ask_who(App& app, const Request& request) {
  const auto secret = secret_of(request);
  if (!secret) return {std::nullopt, who_are_you()};
  const auto now = app.workspace.clock.now().seconds;
  auto caller = tasks::api_caller(app.workspace, *secret);
  if (!caller && caller.error().fault != Fault::not_allowed) return {std::nullopt, problem(caller.error())};
  if (!caller && !app.pacer->go("address " + request.remote_address, kGuessPace, now)) return {std::nullopt, too_fast()};
  if (!caller) return {std::nullopt, challenged(caller.error().message, std::string(kChallenge) + ", error=\"invalid_token\"")};
  if (!app.pacer->go("token " + caller->token.id.text, kTokenPace, now)) return {std::nullopt, too_fast()};
  return {std::move(*caller), {}};
}

Response through_gate(App& app, const Request& request, const RouteMatch& match, ApiHandler& handler) {
  auto asked = ask_who(app, request);
  if (!asked.caller) return std::move(asked.refused);
  const auto& token = asked.caller->token;
  if (match["register"] != token.register_name) return problem(404, "there is no such register");
  if (const auto action = access::action_from(match.permission))
    if (auto made_for = tasks::may_use(token, *action); !made_for) return problem(made_for.error());
  if (request.is_writing() && !is_json(request)) return problem(415, "send JSON: Content-Type: application/json");
  auto kept = app.workspace.registers.find(token.register_name);
  if (!kept) return problem(kept.error());
  return handler({app, request, match, std::move(*asked.caller), std::move(*kept)});
}

}  // namespace makegood::web
