// Which row answers which address.
#include <doctest/doctest.h>

#include <stdexcept>

#include "web/router.h"

using namespace makegood::web;

namespace router_test {

struct App {
  bool signed_in = false;
};

template <int kStatus>
Response say(App&, const Request&, const RouteMatch& match) {
  std::string words(match.name);
  for (const auto& parameter : match.parameters) words += " " + parameter.name + "=" + parameter.value;
  if (!match.suffix.empty()) words += " as " + std::string(match.suffix);
  if (!match.language.empty()) words += " in " + std::string(match.language);
  return text(words, kStatus);
}

constexpr Route<App> kRoutes[] = {
    {Method::get, "/", say<200>, "public", {}, "home"},
    {Method::get, "/plans/{slug}", say<200>, "public", {.data = "json csv"}, "plan"},
    {Method::get, "/plans/{slug}/items/{id}", say<200>, "public", {.data = "json"}, "item"},
    {Method::get, "/plans/new", say<200>, "coordinator", {}, "new plan"},
    {Method::get, "/assets/{file}", say<200>, "public", {}, "asset"},
    {Method::get, "/data.json", say<200>, "public", {}, "catalogue"},
    {Method::post, "/desk/import", say<200>, "coordinator", {.body = BodyKind::multipart, .max_body = kUploadBytes, .heavy = true}, "import"},
    {Method::get, "/desk/import", say<200>, "coordinator", {}, "import page"},
    {Method::post, "/sign-out", say<200>, "public", {.body = BodyKind::urlencoded}, "sign out"},
};

Router<App> router() { return Router<App>(kRoutes, nullptr, {"cy"}); }

Request request(Method method, std::string_view target) {
  Request made;
  made.method = method;
  made.target = parse_target(target).value();
  return made;
}

std::optional<Response> sign_in_first(App& app, const Request&, const RouteMatch& match) {
  if (match.permission == "public" || app.signed_in) return std::nullopt;
  return redirect_see_other("/sign-in");
}

Response ask(Method method, std::string_view target, bool signed_in = true) {
  App app{signed_in};
  return router().answer(app, request(method, target), sign_in_first);
}

TEST_CASE("an address is answered by the row that says most about it") {
  struct Row {
    const char* what;
    const char* target;
    const char* answer;
  };
  const Row rows[] = {
      {"the root", "/", "home"},
      {"the root in Welsh", "/cy", "home in cy"},
      {"a parameter", "/plans/leeds", "plan slug=leeds"},
      {"a literal before a parameter", "/plans/new", "new plan"},
      {"two parameters in Welsh", "/cy/plans/leeds/items/k3", "item slug=leeds id=k3 in cy"},
      {"as data", "/plans/leeds.csv", "plan slug=leeds as csv"},
      {"an item as data", "/plans/leeds/items/k3.json", "item slug=leeds id=k3 as json"},
      {"a suffix that is not offered is part of the name", "/plans/leeds.xml", "plan slug=leeds.xml"},
      {"a suffix of a row without data is part of the name", "/assets/site.json", "asset file=site.json"},
      {"a literal with a suffix", "/data.json", "catalogue"},
      {"decoded", "/plans/t%C5%B7", "plan slug=t\u0177"},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    const auto response = ask(Method::get, row.target);
    CHECK(response.status == 200);
    CHECK(response.body == row.answer);
  }
  CHECK(ask(Method::head, "/plans/leeds").body == "plan slug=leeds");
}

TEST_CASE("no such address is 404, the wrong method 405 with what is allowed") {
  CHECK(ask(Method::get, "/nowhere").status == 404);
  CHECK(ask(Method::get, "/plans").status == 404);
  CHECK(ask(Method::get, "/plans/a/items").status == 404);
  CHECK(ask(Method::get, "/.json").status == 404);
  CHECK(ask(Method::post, "/nowhere").status == 404);
  const auto posted = ask(Method::post, "/plans/leeds.json");
  CHECK(posted.status == 405);
  CHECK(posted.headers.value("Allow") == "GET, HEAD");
  const auto got = ask(Method::get, "/sign-out");
  CHECK(got.status == 405);
  CHECK(got.headers.value("Allow") == "POST");
}

TEST_CASE("a slash at the end leads to the address without it") {
  const auto response = ask(Method::get, "/plans/leeds/?status=overdue");
  CHECK(response.status == 308);
  CHECK(response.headers.value("Location") == "/plans/leeds?status=overdue");
}

TEST_CASE("who may not is told so before the handler runs") {
  CHECK(ask(Method::get, "/desk/import", false).headers.value("Location") == "/sign-in");
  CHECK(ask(Method::get, "/desk/import", true).body == "import page");
}

TEST_CASE("the policy is the row's, and a form to nowhere is answered before its body") {
  const auto import = router().policy(request(Method::post, "/desk/import"));
  CHECK(import.body == BodyKind::multipart);
  CHECK(import.max_body == kUploadBytes);
  CHECK(import.heavy);
  const auto nowhere = router().policy(request(Method::post, "/nowhere"));
  REQUIRE(nowhere.answer_now);
  CHECK(nowhere.answer_now->status == 404);
  CHECK_FALSE(router().policy(request(Method::get, "/nowhere")).answer_now);
}

TEST_CASE("two rows for one address are a mistake in the table") {
  const RouteRow a{Method::get, "/a/{x}", "public", {}, "a"};
  const RouteRow b{Method::get, "/a/{y}", "public", {}, "b"};
  const RouteRow c{Method::post, "/a/{y}", "public", {}, "c"};
  CHECK_THROWS_AS(RouteTable({a, b}), std::logic_error);
  CHECK_NOTHROW(RouteTable({a, c}));
  CHECK_THROWS_AS(RouteTable({{Method::get, "a", "public", {}, "a"}}), std::logic_error);
  CHECK_THROWS_AS(RouteTable({{Method::get, "/a//b", "public", {}, "a"}}), std::logic_error);
}

TEST_CASE("the listing has a line a route, in order") {
  const RouteTable table({{Method::post, "/b", "coordinator", {}, "b"}, {Method::get, "/a/{x}", "public", {.data = "json"}, "a"}});
  CHECK(table.listing() == "/a/{x} [json]  GET  public  a\n/b  POST  coordinator  b\n");
}

}  // namespace router_test
