#pragma once
// What each route for programs takes and answers, in words: one row a route. A test holds the rows to the routes.

#include <span>
#include <string_view>

namespace makegood::web {

/// A parameter in a query or a header.
struct ApiParameter {
  std::string_view name, in;      ///< "query" or "header"
  std::string_view schema;        ///< JSON
  std::string_view words;
  bool required = false;
};

struct ApiAnswer {
  int status = 200;
  std::string_view words;
  std::string_view schema;        ///< a name among the document's schemas
  bool has_etag = false;
};

struct ApiOperation {
  std::string_view route;         ///< its name in the table of routes
  std::string_view summary, words;
  std::span<const ApiParameter> parameters;
  std::string_view body;          ///< a name among the schemas; empty = none
  ApiAnswer done;
  std::string_view refusals;      ///< statuses: "401 403 404"
};

[[nodiscard]] std::span<const ApiOperation> api_operations();
/// What a refusal's status says; empty for one that is not among them.
[[nodiscard]] std::string_view refusal_words(int status);

}  // namespace makegood::web
