// The server over real sockets on the loopback.
#include <doctest/doctest.h>

#include <algorithm>
#include <cstdio>
#include <stdexcept>

#include "web/socket_test_client.h"

using namespace makegood;
using namespace makegood::web;
using namespace std::chrono_literals;

namespace server_test {

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

std::string chunk(const std::string& bytes) {
  char size[20];
  std::snprintf(size, sizeof size, "%zx\r\n", bytes.size());
  return size + bytes + "\r\n";
}

TestServer start(ServerSettings settings = {}) { return TestServer(std::move(settings), policy_for, handle); }

TEST_CASE("a page is answered and the connection kept for the next request") {
  auto server = start();
  RawClient client(server.port());
  for (int i = 0; i < 3; ++i) {
    const auto response = client.ask(kGet);
    CHECK(status_of(response) == 200);
    CHECK(body_of(response) == "GET /hello");
  }
}

TEST_CASE("requests sent at once are answered in order") {
  auto server = start();
  RawClient client(server.port());
  client.send("GET /one HTTP/1.1\r\nHost: a\r\n\r\nPOST /form HTTP/1.1\r\nHost: a\r\nContent-Type: "
              "application/x-www-form-urlencoded\r\nContent-Length: 3\r\n\r\nx=1GET /three HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(body_of(client.response()) == "GET /one");
  CHECK(body_of(client.response()) == "POST /form x=1");
  CHECK(body_of(client.response()) == "GET /three");
}

TEST_CASE("what two servers could read differently is refused") {
  struct Row {
    const char* what;
    std::string bytes;
    int status;
  };
  const std::string post = "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\n";
  const Row rows[] = {
      {"no host", "GET / HTTP/1.1\r\n\r\n", 400},
      {"two hosts", "GET / HTTP/1.1\r\nHost: a\r\nHost: a\r\n\r\n", 400},
      {"a folded header", "GET / HTTP/1.1\r\nHost: a\r\nX: 1\r\n 2\r\n\r\n", 400},
      {"a space before the colon", "GET / HTTP/1.1\r\nHost : a\r\n\r\n", 400},
      {"a bare line feed", "GET / HTTP/1.1\nHost: a\n\n", 400},
      {"length and chunks together", post + "Content-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\nx=1", 400},
      {"two lengths", post + "Content-Length: 3\r\nContent-Length: 3\r\n\r\nx=1", 400},
      {"a signed length", post + "Content-Length: +3\r\n\r\nx=1", 400},
      {"chunked, identity", post + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n", 501},
      {"gzip coding", post + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n", 501},
      {"a chunk of no size", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\nx=1\r\n0\r\n\r\n", 400},
      {"a path that climbs", "GET /a/../b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"a path that climbs in disguise", "GET /a/%2e%2E/b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"NUL in the path", "GET /a%00b HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"an absolute target", "GET http://a/ HTTP/1.1\r\nHost: a\r\n\r\n", 400},
      {"a body with GET", "GET / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", 400},
      {"PUT", "PUT / HTTP/1.1\r\nHost: a\r\n\r\n", 405},
      {"an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501},
      {"HTTP/2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", 505},
      {"an unknown expectation", "GET / HTTP/1.1\r\nHost: a\r\nExpect: tea\r\n\r\n", 417},
      {"headers of 20 KB", "GET / HTTP/1.1\r\nHost: a\r\nX: " + std::string(20'000, 'x') + "\r\n\r\n", 431},
      {"a form of the wrong type", "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 1\r\n\r\nx", 415},
      {"a body where none is taken", "POST /hello HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\nx", 413},
      {"a form of another site", post + "Origin: https://elsewhere.example\r\nContent-Length: 3\r\n\r\nx=1", 403},
  };
  auto server = start();
  for (const auto& row : rows) {
    CAPTURE(row.what);
    RawClient client(server.port());
    CHECK(status_of(client.ask(row.bytes)) == row.status);
    CHECK(client.closed_within(3s));
  }
  CHECK(status_of(RawClient(server.port()).ask(kGet)) == 200);
}

TEST_CASE("a chunked form is put together, however it is cut") {
  auto server = start();
  RawClient client(server.port());
  const std::string head = "POST /form HTTP/1.1\r\nHost: a\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n";
  CHECK(body_of(client.ask(head + "3\r\nx=1\r\n4;note=n\r\n&y=2\r\n0\r\nTrailer: t\r\n\r\n")) == "POST /form x=1 y=2");
  std::string letters;  // a chunk for each byte
  for (int i = 0; i < 20'000; ++i) letters += "1\r\na\r\n";
  CHECK(body_of(client.ask(head + letters + "0\r\n\r\n")) == "POST /form " + std::string(20'000, 'a') + "=");
  for (const char byte : head + "3\r\nx=1\r\n0\r\n\r\n") client.send({&byte, 1});
  CHECK(body_of(client.response()) == "POST /form x=1");
}

TEST_CASE("a file is taken in") {
  auto server = start();
  const std::string content(600 * 1024, 'z');  // beyond what is kept in memory
  const auto body = "--b\r\nContent-Disposition: form-data; name=\"plan\"; filename=\"plan.md\"\r\n\r\n" + content + "\r\n--b--\r\n";
  RawClient client(server.port());
  client.send("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
              std::to_string(body.size()) + "\r\n\r\n");
  CHECK(body_of(client.ask(body)) == "POST /upload plan:plan.md:614400");
}

TEST_CASE("a large upload is refused before it is sent") {
  auto server = start();
  const std::string head = "POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\n";
  SUBCASE("by its length") {
    RawClient client(server.port());
    CHECK(status_of(client.ask(head + "Content-Length: 500000000\r\n\r\n")) == 413);
  }
  SUBCASE("asking first") {
    RawClient client(server.port());
    CHECK(status_of(client.ask(head + "Content-Length: 500000000\r\nExpect: 100-continue\r\n\r\n")) == 413);
  }
  SUBCASE("by what its chunks come to") {
    RawClient client(server.port());
    client.send(head + "Transfer-Encoding: chunked\r\n\r\n");
    client.send(chunk("--b\r\nContent-Disposition: form-data; name=\"plan\"; filename=\"p.md\"\r\n\r\n"));
    for (int i = 0; i < 40; ++i) client.send(chunk(std::string(65536, 'z')));
    CHECK(status_of(client.response()) == 413);
  }
  SUBCASE("while it is being sent, and the answer still arrives") {
    RawClient client(server.port());
    client.send(head + "Content-Length: 5000000\r\n\r\n");
    client.send(std::string(100'000, 'z'));
    CHECK(status_of(client.response()) == 413);
  }
}

TEST_CASE("a client that asks is told to go on") {
  auto server = start();
  RawClient client(server.port());
  client.send("POST /bytes HTTP/1.1\r\nHost: a\r\nContent-Length: 2\r\nExpect: 100-continue\r\n\r\n");
  CHECK(client.response(true) == "HTTP/1.1 100 Continue\r\n\r\n");
  CHECK(body_of(client.ask("ok")) == "POST /bytes ok");
}

TEST_CASE("HEAD has the length of the page and not its body") {
  auto server = start();
  RawClient client(server.port());
  client.send("HEAD /hello HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto response = client.response(true);
  CHECK(response.find("Content-Length: 11\r\n") != std::string::npos);
  CHECK(body_of(client.ask(kGet)) == "GET /hello");  // nothing was left over in between
}

TEST_CASE("HTTP/1.0 is answered and closed") {
  auto server = start();
  RawClient client(server.port());
  CHECK(status_of(client.ask("GET /hello HTTP/1.0\r\n\r\n")) == 200);
  CHECK(client.closed_within(2s));
}

TEST_CASE("a policy may answer before the body is read") {
  auto server = start();
  RawClient client(server.port());
  const auto response = client.ask("POST /early HTTP/1.1\r\nHost: a\r\nContent-Length: 100000\r\n\r\n");
  CHECK(status_of(response) == 403);
  CHECK(body_of(response) == "early");
}

TEST_CASE("a breakdown is a page with a reference, and the log has the cause") {
  auto server = start();
  for (const std::string path : {"/throws", "/throws-int", "/bad-header", "/bad-policy"}) {
    CAPTURE(path);
    RawClient client(server.port());
    const auto response = client.ask("GET " + path + " HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(status_of(response) == 500);
    CHECK(response.find("secret") == std::string::npos);
    const auto at = response.find("Error reference: ");
    REQUIRE(at != std::string::npos);
    const auto reference = response.substr(at + 17, 8);
    CHECK(std::all_of(reference.begin(), reference.end(), [](char c) { return c >= 'A' && c <= 'Z'; }));
    CHECK(server.log().back().find("reference=" + reference) != std::string::npos);
    CHECK(server.log().back().find('\n') == std::string::npos);
    CHECK(status_of(client.ask(kGet)) == 200);  // the connection lives on
  }
  CHECK(server.log().front().find("secret cause") != std::string::npos);
}

TEST_CASE("the access log tells no query and no key") {
  auto server = start({.access_log = true});
  RawClient client(server.port());
  client.ask("GET /reply/abc123/more?token=xyz HTTP/1.1\r\nHost: a\r\n\r\n");
  client.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  const auto line = server.log().front();
  CHECK(line.find("event=access remote=127.0.0.1 method=GET path=\"/reply/***/***\" status=200") != std::string::npos);
  CHECK(line.find("xyz") == std::string::npos);
}

TEST_CASE("the access log does not tell who sends something to a register") {
  auto server = start({.access_log = true});
  RawClient client(server.port());
  client.ask("GET /registers/tips/report HTTP/1.1\r\nHost: a\r\n\r\n");
  client.ask("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  CHECK(server.log().front().find("event=access remote=- method=GET path=\"/registers/tips/report\"") != std::string::npos);
}

TEST_CASE("an upload that the disk has no room for is answered and leaves the server well") {
  auto server = start({.upload_folder = "/nonexistent"});
  const auto body = "--b\r\nContent-Disposition: form-data; name=\"plan\"; filename=\"p.md\"\r\n\r\n" + std::string(600'000, 'z') + "\r\n--b--\r\n";
  RawClient client(server.port());
  CHECK(status_of(client.ask("POST /upload HTTP/1.1\r\nHost: a\r\nContent-Type: multipart/form-data; boundary=b\r\nContent-Length: " +
                             std::to_string(body.size()) + "\r\n\r\n" + body)) == 503);
  CHECK(status_of(RawClient(server.port()).ask(kGet)) == 200);
}

}  // namespace server_test
