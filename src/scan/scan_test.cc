#include "scan/scan.h"

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <chrono>
#include <thread>

using namespace makegood;

namespace {

// Reads what a client sends as clamd does, and answers with the line it was given: `received` is the
// file, put together again from its pieces. Serves one connection.
class FakeClamd {
 public:
  explicit FakeClamd(std::string reply) : reply_(std::move(reply)) {
    listener_ = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(bind(listener_, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(listen(listener_, 1) == 0);
    socklen_t size = sizeof address;
    REQUIRE(getsockname(listener_, reinterpret_cast<sockaddr*>(&address), &size) == 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { serve(); });
  }
  FakeClamd(const FakeClamd&) = delete;
  FakeClamd& operator=(const FakeClamd&) = delete;
  ~FakeClamd() { finish(); }

  void finish() {
    if (thread_.joinable()) thread_.join();
    if (listener_ >= 0) close(listener_);
    listener_ = -1;
  }
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + std::to_string(port_); }

  std::string command, received;

 private:
  static std::string take(int from, std::size_t count) {
    std::string bytes(count, '\0');
    std::size_t got = 0;
    while (got < count) {
      const auto n = recv(from, bytes.data() + got, count - got, 0);
      if (n <= 0) break;
      got += static_cast<std::size_t>(n);
    }
    bytes.resize(got);
    return bytes;
  }
  void serve() {
    const int client = accept(listener_, nullptr, nullptr);
    command = take(client, 10);
    for (;;) {
      const auto head = take(client, 4);
      if (head.size() < 4) break;
      std::uint32_t length = 0;
      for (const char c : head) length = (length << 8U) | static_cast<unsigned char>(c);
      if (length == 0) break;
      received += take(client, length);
    }
    if (!reply_.empty()) send(client, reply_.data(), reply_.size(), MSG_NOSIGNAL);
    close(client);
  }

  std::string reply_;
  int listener_ = -1;
  int port_ = 0;
  std::thread thread_;
};

}  // namespace

TEST_CASE("a file goes to the scanner whole, and its word comes back") {
  struct Row {
    const char* name;
    std::size_t size;
    std::string reply;
    bool answered, clean;
    const char* said;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"clean", 12, std::string("stream: OK\0", 11), true, true, ""},
           {"larger than one piece", 200'001, std::string("stream: OK\0", 11), true, true, ""},
           {"infected", 68, std::string("stream: Win.Test.EICAR_HDB-1 FOUND\0", 35), true, false, "Win.Test.EICAR_HDB-1"},
           {"too large for it", 12, std::string("INSTREAM size limit exceeded. ERROR\0", 36), false, false,
            "the virus scanner said: INSTREAM size limit exceeded. ERROR"},
           {"it hangs up without a word", 12, "", false, false, "the virus scanner gave no verdict"},
       }) {
    CAPTURE(row.name);
    std::string file(row.size, 'x');
    for (std::size_t i = 0; i < file.size(); i += 7) file[i] = static_cast<char>(i);
    FakeClamd clamd(row.reply);
    auto scanner = scan::make_scanner(clamd.address());
    REQUIRE(scanner.has_value());
    const auto verdict = (*scanner)->scan(file);
    clamd.finish();
    CHECK(clamd.command == std::string("zINSTREAM\0", 10));
    CHECK(clamd.received == file);
    CHECK(verdict.has_value() == row.answered);
    if (verdict) {
      CHECK(verdict->clean == row.clean);
      CHECK(verdict->said == row.said);
    } else {
      CHECK(verdict.error().fault == Fault::unavailable);
      CHECK(verdict.error().message == row.said);
    }
  }
}

TEST_CASE("a scanner that is not there is to be asked again") {
  std::string address;
  {
    FakeClamd clamd("");
    address = clamd.address();
    static_cast<void>((*scan::make_scanner(address))->scan("x"));
  }
  const auto verdict = (*scan::make_scanner(address))->scan("x");
  REQUIRE_FALSE(verdict.has_value());
  CHECK(verdict.error().fault == Fault::unavailable);
  CHECK((*scan::make_scanner("/run/no/such/clamd.ctl"))->scan("x").error().fault == Fault::unavailable);
}

TEST_CASE("a scanner that hangs keeps the other files waiting for a moment only") {
  using namespace std::chrono_literals;
  struct Row {
    const char* name;
    int queue;            ///< connections that it leaves lying, besides the one that it has
    std::size_t size;     ///< of the file
    const char* trickles; ///< an answer that comes letter by letter and never ends
    const char* said;
  };
  for (const auto& row : std::initializer_list<Row>{
           {"it reads nothing", 8, 4'000'000, "", "the virus scanner did not answer (sending)"},
           {"it reads all and says nothing", 8, 10, "", "the virus scanner gave no verdict"},
           {"its word comes letter by letter", 8, 10, "stream: OK, or so it seems to me", "the virus scanner said: "},
           {"its queue is full", 0, 10, "", "the virus scanner did not answer (connecting)"},
       }) {
    CAPTURE(row.name);
    const std::string path = "/tmp/makegood-hanging-" + std::to_string(getpid());
    unlink(path.c_str());
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    path.copy(address.sun_path, sizeof address.sun_path - 1);
    const int listener = socket(AF_UNIX, SOCK_STREAM, 0);
    REQUIRE(bind(listener, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    REQUIRE(listen(listener, row.queue) == 0);
    const int before = socket(AF_UNIX, SOCK_STREAM, 0);
    if (row.queue == 0) REQUIRE(connect(before, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    const std::jthread speaks([&](const std::stop_token& stop) {
      const int client = *row.trickles == 0 ? -1 : accept(listener, nullptr, nullptr);
      for (const char* at = row.trickles; *at != 0 && !stop.stop_requested(); ++at) {
        send(client, at, 1, MSG_NOSIGNAL);
        std::this_thread::sleep_for(50ms);
      }
      if (client >= 0) close(client);
    });
    const auto begun = std::chrono::steady_clock::now();
    const auto verdict = (*scan::make_scanner(path, 200ms))->scan(std::string(row.size, 'x'));
    const auto took = std::chrono::steady_clock::now() - begun;
    REQUIRE_FALSE(verdict.has_value());
    CHECK(verdict.error().message.starts_with(row.said));
    CHECK(took < 1200ms);
    close(before);
    close(listener);
    unlink(path.c_str());
  }
}

TEST_CASE("which addresses may be a scanner's") {
  for (const auto* good : {"/run/clamav/clamd.ctl", "127.0.0.1:3310", "localhost:3310", "[::1]:3310"}) {
    CAPTURE(good);
    CHECK(scan::make_scanner(good).has_value());
  }
  for (const auto* bad : {"", "clamd", "192.0.2.7:3310", "scanner.example:3310", "127.0.0.1", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:99999", "127.0.0.1:33x"}) {
    CAPTURE(bad);
    CHECK_FALSE(scan::make_scanner(bad).has_value());
  }
}

TEST_CASE("only a whole verdict is one") {
  CHECK(scan::read_verdict("stream: OK\n")->clean);
  for (const auto* line : {"", "OK", "stream:  FOUND", "stream: OK but", "something FOUND"}) {
    CAPTURE(line);
    CHECK_FALSE(scan::read_verdict(line).has_value());
  }
}
