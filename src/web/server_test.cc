// The server over real sockets on the loopback.
#include <doctest/doctest.h>

#include <atomic>
#include <cctype>
#include <latch>

#include "web/socket_test_client.h"

using namespace makegood;
using namespace makegood::web;
using namespace std::chrono_literals;

namespace {

constexpr std::string_view kGet = "GET /hello HTTP/1.1\r\nHost: localhost\r\n\r\n";

RoutePolicy policy_for(const Request& head) {
  if (head.path() == "/form") return {.body = BodyKind::urlencoded};
  if (head.path() == "/upload") return {.body = BodyKind::multipart, .max_body = 1024 * 1024};
  if (head.path() == "/bytes") return {.body = BodyKind::bytes, .max_body = 100};
  if (head.path() == "/early") return {.answer_now = text("early", 403)};
  if (head.path() == "/bad-policy") throw std::runtime_error("the policy broke");
  return {};
}

std::string describe(const Request& request) {
  std::string words(name_of(request.method));
  words += " " + request.path();
  for (const auto& field : request.form) words += " " + field.name + "=" + field.value;
  for (const auto& file : request.files) words += " " + file.field + ":" + file.name + ":" + std::to_string(file.content->size());
  return words + (request.body.empty() ? "" : " " + request.body);
}

Response handle(const Request& request) {
  if (request.path() == "/throws") throw std::runtime_error("secret cause \"quoted\"\nline");
  if (request.path() == "/throws-int") throw 7;
  if (request.path() == "/bad-header") {
    auto response = text("x");
    response.headers.set("X-Test", "a\r\nSet-Cookie: b=c");
    return response;
  }
  return text(describe(request));
}

TestServer start(ServerSettings settings = {}) { return TestServer(std::move(settings), policy_for, handle); }

}  // namespace

TEST_CASE("a page is answered and the connection kept for the next request") {
  auto server = start();
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    const auto response = client.ask(kGet);
    CHECK(status_of(response) == 200);
    CHECK(body_of(response) == "GET /hello");
  }
}
