// What the server does when clients are slow, many, or gone, and when it is asked to stop.
#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <csignal>
#include <semaphore>

#include "web/socket_test_client.h"

using namespace makegood;
using namespace makegood::web;
using namespace std::chrono_literals;

namespace server_limits_test {

constexpr std::string_view kGet = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

RoutePolicy take_all(const Request& head) {
  if (head.path() == "/heavy") return {.heavy = true};
  return {.body = BodyKind::bytes, .max_body = 1024 * 1024};
}

Response ok(const Request&) { return text("ok"); }

auto time_of(const auto& work) {
  const auto began = std::chrono::steady_clock::now();
  work();
  return std::chrono::steady_clock::now() - began;
}

// Holds handlers until told to let them go.
struct Gate {
  std::counting_semaphore<1000> open{0};
  std::atomic<int> waiting{0};
  Handler handler = [this](const Request& request) {
    if (request.path() == "/free") return text("free");
    ++waiting;
    open.acquire();
    return text("done");
  };
  void wait_for(int count) const {
    while (waiting < count) std::this_thread::sleep_for(1ms);
  }
};

// Sends a byte now and then until the server has had enough; how long that was.
std::chrono::steady_clock::duration drip(std::uint16_t port, std::string_view first, int& status) {
  RawClient client(port);
  client.send(first);
  return time_of([&] {
    for (int i = 0; i < 500 && status == 0; ++i) {
      client.send("x");
      status = status_of(client.response(false, 10ms));
    }
  });
}

TEST_CASE("a header that drips in is over at its deadline") {
  TestServer server({.header_deadline = 300ms}, take_all, ok);
  int status = 0;
  const auto took = drip(server.port(), "GET / HTTP/1.1\r\nHost: a\r\nX: ", status);
  CHECK(status == 408);
  CHECK(took >= 250ms);
  CHECK(took < 4s);
}

TEST_CASE("a body that drips in is over at its deadline") {
  TestServer server({.body_deadline = 300ms}, take_all, ok);
  int status = 0;
  const auto took = drip(server.port(), "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\n", status);
  CHECK(status == 408);
  CHECK(took < 4s);
}

TEST_CASE("a large body has the time that its size takes") {
  TestServer server({.body_deadline = 100ms, .bytes_per_second = 1000}, take_all, ok);
  RawClient client(server.port());
  client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5000\r\n\r\n");  // five seconds' worth
  std::this_thread::sleep_for(500ms);
  CHECK(status_of(client.ask(std::string(5000, 'x'))) == 200);
}

TEST_CASE("a connection that says nothing is closed when idle too long") {
  TestServer server({.idle_deadline = 200ms}, take_all, ok);
  RawClient silent(server.port());
  RawClient once(server.port());
  CHECK(status_of(once.ask(kGet)) == 200);
  CHECK(silent.closed_within(5s));
  CHECK(once.closed_within(5s));
}

TEST_CASE("a client that does not read its page is given up") {
  TestServer server({.write_deadline = 300ms, .bytes_per_second = 1'000'000'000}, take_all, [&](const Request&) {
    return text(std::string(32U << 20U, 'x'));
  });
  RawClient client(server.port());
  client.send(kGet);
  std::this_thread::sleep_for(1200ms);
  const auto got = client.response();  // what the socket buffers held, and then the end
  CHECK(got.size() < (32U << 20U));
  CHECK(got.size() > 0);
}

TEST_CASE("two hundred idle connections and fifty slow ones do not slow the others") {
  TestServer server({.header_deadline = 20s}, take_all, ok);
  std::vector<RawClient> others;
  for (int i = 0; i < 200; ++i) others.emplace_back(server.port());
  for (int i = 0; i < 50; ++i) {
    others.emplace_back(server.port());
    others.back().send("GET / HTTP/1.1\r\nHo");
  }
  RawClient client(server.port());
  const auto took = time_of([&] {
    for (int i = 0; i < 100; ++i) REQUIRE(status_of(client.ask(kGet)) == 200);
  });
  CHECK(took < 5s);  // 50 ms a page: far above what it takes, far below any deadline
}

TEST_CASE("a client that goes away in the middle of its body harms nobody") {
  TestServer server({}, take_all, ok);
  for (int i = 0; i < 20; ++i) {
    RawClient client(server.port());
    client.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10000\r\n\r\nabc");
  }
  CHECK(status_of(RawClient(server.port()).ask(kGet)) == 200);
}

TEST_CASE("a client that goes away before its answer harms nobody") {
  Gate gate;
  TestServer server({.page_workers = 1}, take_all, gate.handler);
  {
    RawClient client(server.port());
    client.send(kGet);
    gate.wait_for(1);
  }
  gate.open.release();
  CHECK(body_of(RawClient(server.port()).ask("GET /free HTTP/1.1\r\nHost: a\r\n\r\n")) == "free");
}

TEST_CASE("a full queue answers 503 with Retry-After and recovers") {
  Gate gate;
  TestServer server({.page_workers = 1, .page_queue = 2}, take_all, gate.handler);
  std::vector<RawClient> held;
  for (int i = 0; i < 3; ++i) {
    held.emplace_back(server.port());
    held.back().send(kGet);
    if (i == 0) gate.wait_for(1);
  }
  std::this_thread::sleep_for(100ms);  // the two that queue have been read
  const auto refused = RawClient(server.port()).ask(kGet);
  CHECK(status_of(refused) == 503);
  CHECK(refused.find("Retry-After: ") != std::string::npos);
  gate.open.release(3);
  for (auto& client : held) CHECK(status_of(client.response()) == 200);
}

TEST_CASE("heavy work keeps no page waiting") {
  Gate gate;
  TestServer server({.heavy_workers = 1}, take_all, gate.handler);
  RawClient heavy(server.port());
  heavy.send("GET /heavy HTTP/1.1\r\nHost: a\r\n\r\n");
  gate.wait_for(1);
  RawClient client(server.port());
  for (int i = 0; i < 10; ++i) CHECK(body_of(client.ask("GET /free HTTP/1.1\r\nHost: a\r\n\r\n")) == "free");
  gate.open.release();
  CHECK(body_of(heavy.response()) == "done");
}

TEST_CASE("connections are counted in all and per address") {
  struct Row {
    const char* what;
    ServerSettings settings;
  };
  const Row rows[] = {
      {"in all", {.max_connections = 3}},
      {"per address", {.max_connections_per_address = 3, .loopback_exempt = false}},
  };
  for (const auto& row : rows) {
    CAPTURE(row.what);
    TestServer server(row.settings, take_all, ok);
    std::vector<RawClient> held;
    for (int i = 0; i < 3; ++i) {
      held.emplace_back(server.port());
      REQUIRE(status_of(held.back().ask(kGet)) == 200);
    }
    CHECK(status_of(RawClient(server.port()).response()) == 503);
    held.clear();
    int status = 0;
    for (int i = 0; i < 200 && status != 200; ++i) {  // until the server has noticed that they left
      status = status_of(RawClient(server.port()).ask(kGet));
      std::this_thread::sleep_for(10ms);
    }
    CHECK(status == 200);
  }
}

TEST_CASE("stopping finishes the request in hand, closes idle connections and returns") {
  Gate gate;
  TestServer server({}, take_all, gate.handler);
  RawClient idle(server.port());
  RawClient busy(server.port());
  busy.send(kGet);
  gate.wait_for(1);
  server.ask_to_stop();
  CHECK(idle.closed_within(5s));
  gate.open.release();
  const auto response = busy.response();
  CHECK(body_of(response) == "done");
  CHECK(busy.closed_within(5s));
  server.wait_until_stopped();
}

TEST_CASE("stopping does not wait longer than the drain deadline for a slow client") {
  TestServer server({.drain_deadline = 300ms}, take_all, ok);
  RawClient slow(server.port());
  slow.send("POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 10\r\n\r\nabc");
  std::this_thread::sleep_for(50ms);
  CHECK(time_of([&] {
    server.ask_to_stop();
    server.wait_until_stopped();
  }) < 3s);
}

TEST_CASE("SIGTERM stops the server gracefully") {
  TestServer server({.stop_on_signals = true}, take_all, ok);
  CHECK(status_of(RawClient(server.port()).ask(kGet)) == 200);
  CHECK(std::raise(SIGTERM) == 0);
  server.wait_until_stopped();
}

TEST_CASE("a port that is taken is named with who holds it") {
  TestServer server({}, take_all, ok);
  const auto served = serve({.port = server.port()}, take_all, ok);
  REQUIRE_FALSE(served);
  CHECK(served.error().fault == Fault::unavailable);
  CHECK(served.error().where == "127.0.0.1:" + std::to_string(server.port()));
  CHECK(served.error().message.find("Port " + std::to_string(server.port())) != std::string::npos);
  CHECK(served.error().message.find("test_web") != std::string::npos);
  CHECK(served.error().message.find(std::to_string(::getpid())) != std::string::npos);
}

TEST_CASE("an address that is none is refused") {
  const auto served = serve({.address = "nowhere"}, take_all, ok);
  REQUIRE_FALSE(served);
  CHECK(served.error().fault == Fault::invalid_input);
}

}  // namespace server_limits_test
