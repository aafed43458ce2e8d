#pragma once
// web: the HTTP face. Bytes from strangers become plain checked requests; plain responses
// become bytes with every header that keeps a visitor safe.
//
//   Request, Response   plain values; Router finds the handler for a path; serve() does the rest
//   RoutePolicy         what a route lets in, decided after the header and before the body
//   Handler             Response(const Request&), run on a worker thread
//
//   ServerSettings settings{.port = 8080, .stop_on_signals = true};
//   const Router<App> router(kRoutes, no_route_page, {"cy"});
//   auto done = serve(settings,
//       [&](const Request& head) { return router.policy(head); },
//       [&](const Request& request) { return router.answer(app, request, may_visit); });
//   if (!done) complain(done.error().line());
//
// One thread does all the waiting for sockets, a few workers run handlers, every phase of a
// connection has an absolute deadline, every queue and buffer a bound. http_server.cc is the only
// file that includes Boost.
// web must not know any database, nor how anything is stored.

#include "web/accept.h"
#include "web/cookie.h"
#include "web/request.h"
#include "web/response.h"
#include "web/router.h"
#include "web/server.h"
