#pragma once
// The table of routes: one row a page. Matching is by whole segments, a literal before a
// parameter; an unknown address is 404 and a known one with the wrong method 405.
//
//   constexpr Route<App> kRoutes[] = {
//       {Method::get, "/", home_page, "public", {}, "home"},
//       {Method::get, "/plans/{slug}", plan_page, "public", {.data = "json csv"}, "plan"},
//       {Method::post, "/desk/import", import_plan, "coordinator", {.body = BodyKind::multipart,
//                                                                  .max_body = kUploadBytes, .heavy = true}, "import"}};
//
// `{slug}` takes one segment. With `data`, "/plans/leeds.json" is "/plans/leeds" asked for as
// json, unless another row has that very address. GET rows answer HEAD.

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "web/request.h"
#include "web/response.h"
#include "web/server.h"

namespace makegood::web {

struct RouteOptions {
  std::string_view data;  ///< suffixes beside the page: "json csv"
  BodyKind body = BodyKind::none;
  std::size_t max_body = kFormBytes;
  bool heavy = false;
  bool other_sites_may_post = false;
  std::size_t max_text = kFormBytes;  ///< of a multipart form's fields that are no files
  bool bearer = false;                ///< asked by a system with a token, never by a browser with a session
};

/// What a path's parameters were, by the pattern's names.
struct RouteMatch {
  Fields parameters;
  std::string_view suffix;    ///< "json", "csv", or empty for the page
  std::string_view language;  ///< "cy" where the path began with that segment, else empty
  std::string_view name;      ///< of the route
  std::string_view permission;
  bool bearer = false;        ///< as the route says

  [[nodiscard]] std::string_view operator[](std::string_view parameter) const { return parameters.value(parameter); }
};

struct RouteRow {
  Method method;  ///< get, post or patch
  std::string_view pattern;
  std::string_view permission;  ///< in the words of whoever checks it
  RouteOptions options;
  std::string_view name;
};

/// A table compiled for matching, without handlers.
class RouteTable {
 public:
  struct Found {
    std::size_t row = 0;
    RouteMatch match;
  };
  struct Lookup {
    std::optional<Found> found;
    std::string allow;  ///< methods of rows with this path when the method is wrong; empty: no such path
  };

  /// Rows live as long as the table. `languages` are first segments that are taken off.
  /// Throws std::logic_error for two rows with the same method and shape, or a malformed pattern.
  explicit RouteTable(std::vector<RouteRow> rows, std::vector<std::string_view> languages = {});

  [[nodiscard]] Lookup find(Method method, const std::vector<std::string>& segments) const;
  [[nodiscard]] const std::vector<RouteRow>& rows() const { return rows_; }
  /// A line a route, sorted: "/plans/{slug} [json csv]  GET  public  plan".
  [[nodiscard]] std::string listing() const;

 private:
  struct Pattern {
    std::vector<std::string> segments;
    std::vector<bool> is_parameter;
  };
  [[nodiscard]] static Pattern read_pattern(std::string_view text);
  [[nodiscard]] bool matches(std::size_t row, std::span<const std::string> path) const;
  [[nodiscard]] bool is_closer(std::size_t a, std::size_t b) const;
  [[nodiscard]] std::optional<std::size_t> best(std::optional<Method> method, std::span<const std::string> path,
                                                std::string_view suffix) const;
  [[nodiscard]] Found describe(std::size_t row, std::span<const std::string> path) const;

  std::vector<RouteRow> rows_;
  std::vector<Pattern> patterns_;
  std::vector<std::string_view> languages_;
};

template <class App>
struct Route {
  Method method;
  std::string_view pattern;
  Response (*handler)(App&, const Request&, const RouteMatch&);
  std::string_view permission;
  RouteOptions options;
  std::string_view name;
};

/// What to answer when no row does: 404, or 405 with `allow`.
using NoRoute = Response (*)(const Request&, int status);

[[nodiscard]] Response no_route(const Request& request, const RouteTable::Lookup& lookup, NoRoute page);
/// "/plans/" -> 308 to "/plans"; empty where the path has no slash at its end.
[[nodiscard]] std::optional<Response> without_trailing_slash(const Request& request);
[[nodiscard]] RoutePolicy policy_of(const RouteOptions& options);

template <class App>
class Router {
 public:
  explicit Router(std::span<const Route<App>> routes, NoRoute no_route_page, std::vector<std::string_view> languages = {})
      : routes_(routes.begin(), routes.end()), table_(rows_of(routes), std::move(languages)), page_(no_route_page) {}

  [[nodiscard]] const RouteTable& table() const { return table_; }

  /// For serve(): an address that is not there is answered before its body is read.
  [[nodiscard]] RoutePolicy policy(const Request& head) const {
    const auto lookup = table_.find(head.method, head.target.segments);
    if (lookup.found) return policy_of(table_.rows()[lookup.found->row].options);
    RoutePolicy policy;
    if (head.is_writing()) policy.answer_now = no_route(head, lookup, page_);
    return policy;
  }

  /// `allowed(app, request, match)` gives a response where the visitor may not (sign in, 404), else nothing.
  template <class Allowed>
  [[nodiscard]] Response answer(App& app, const Request& request, const Allowed& allowed) const {
    const auto lookup = table_.find(request.method, request.target.segments);
    if (!lookup.found) return no_route(request, lookup, page_);
    if (auto moved = without_trailing_slash(request)) return std::move(*moved);
    if (std::optional<Response> denied = allowed(app, request, lookup.found->match)) return std::move(*denied);
    return routes_[lookup.found->row].handler(app, request, lookup.found->match);
  }

 private:
  [[nodiscard]] static std::vector<RouteRow> rows_of(std::span<const Route<App>> routes) {
    std::vector<RouteRow> rows;
    for (const auto& route : routes)
      rows.push_back({route.method, route.pattern, route.permission, route.options, route.name});
    return rows;
  }

  std::vector<Route<App>> routes_;
  RouteTable table_;
  NoRoute page_;
};

}  // namespace makegood::web
