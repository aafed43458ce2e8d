#pragma once
// The gate of the routes for programs: a token in the Authorization header (RFC 6750) and nothing else says who asks.
// A cookie counts for nothing here, so that no page of another site can make a browser ask.
//
//   Response records(const ApiCall& call);
//   {Method::get, "/api/v1/registers/{register}/records", gate<records>, kSeeRecords, kAsked, "api-records"}
//
// A handler is reached through the gate only: nothing else makes an ApiCall.

#include <memory>

#include "tasks/api_tokens.h"
#include "web/site/app.h"

namespace makegood::web {

struct ApiCall {
  App& app;
  const Request& request;
  const RouteMatch& match;
  tasks::ApiCaller caller;
  std::shared_ptr<const KeptRegister> kept;  ///< the register of the token, which is the address's

  [[nodiscard]] const tasks::Workspace& workspace() const { return app.workspace; }
  [[nodiscard]] const Definition& definition() const { return kept->definition; }
};
using ApiHandler = Response(const ApiCall& call);

/// Who asks, by the Authorization header; else the answer: 401, or 429 for who guesses or hurries.
struct Asked {
  std::optional<tasks::ApiCaller> caller;
  Response refused;
};
[[nodiscard]] Asked ask_who(App& app, const Request& request);
/// 401 with the challenge, where there is no token at all.
[[nodiscard]] Response who_are_you();

/// Refuses: no token that holds (401), another register than the token's (404), what the token was not made for (403),
/// a body that is not JSON (415), too many requests (429).
[[nodiscard]] Response through_gate(App& app, const Request& request, const RouteMatch& match, ApiHandler& handler);

template <ApiHandler& kHandler>
Response gate(App& app, const Request& request, const RouteMatch& match) {
  return through_gate(app, request, match, kHandler);
}

}  // namespace makegood::web
