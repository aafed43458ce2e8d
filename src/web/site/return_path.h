#pragma once
// Where somebody wanted to go when they were asked to sign in, kept by their browser until they have.
//
// Only a page of this site that was asked for with GET: a path of the route table, and nothing that names another host, so
// that no link from elsewhere can lead anybody away through our sign-in. A form that was sent is never sent again.

#include "web/site/app.h"

namespace makegood::web {

/// The answer, with the page that was asked for in a cookie of an hour. Edge: what may not be come back to is not kept.
[[nodiscard]] Response with_return_path(const App& app, const Request& request, Response response);
/// The page to come back to, in its English form; empty = none that `actor` may open.
[[nodiscard]] std::string return_path(const App& app, const Request& request, const tasks::Actor& actor);
/// The answer, with the cookie taken away where there is one.
[[nodiscard]] Response without_return_path(const App& app, const Request& request, Response response);

}  // namespace makegood::web
