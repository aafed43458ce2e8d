#pragma once
// The cookie that carries a session's token, and what a session asks of the requests around it.

#include "web/site/app.h"

namespace makegood::web {

[[nodiscard]] Response with_session_cookie(const App& app, Response response, std::string token);
[[nodiscard]] Response without_session_cookie(const App& app, Response response);

/// A fresh token where the grants of this request's session have changed since its token was given out.
[[nodiscard]] std::optional<std::string> renewed_token(const App& app, const Request& request);
/// The request as it would have come with that token.
[[nodiscard]] Request with_token(const App& app, Request request, const std::string& token);

/// Where a request comes from, for signing in.
[[nodiscard]] tasks::Caller caller_of(const App& app, const Request& request);

}  // namespace makegood::web
