#pragma once
// For the socket tests only: a server on a free port of the loopback, and a client that sends
// whatever bytes it is told to.

#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>
#include <future>
#include <mutex>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

#include "web/server.h"

namespace makegood::web {

class TestServer {
 public:
  TestServer(ServerSettings settings, RoutePolicyFn policy, Handler handler) {
    settings.port = 0;
    settings.log = [this](std::string_view line) {
      const std::lock_guard lock(mutex_);
      log_.emplace_back(line);
    };
    std::promise<std::uint16_t> ready;
    auto port = ready.get_future();
    settings.on_ready = [&ready](std::uint16_t bound) { ready.set_value(bound); };
    thread_ = std::jthread([settings, policy, handler](std::stop_token stop) {
      const auto served = serve(settings, policy, handler, stop);
      if (!served) std::terminate();
    });
    port_ = port.get();
  }

  [[nodiscard]] std::uint16_t port() const { return port_; }
  [[nodiscard]] std::vector<std::string> log() const {
    const std::lock_guard lock(mutex_);
    return log_;
  }
  void ask_to_stop() { thread_.request_stop(); }
  void wait_until_stopped() { thread_.join(); }

 private:
  std::uint16_t port_ = 0;
  mutable std::mutex mutex_;
  std::vector<std::string> log_;
  std::jthread thread_;  // last: stopped and joined first
};

class RawClient {
 public:
  explicit RawClient(std::uint16_t port) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    REQUIRE(::connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0);
  }
  ~RawClient() { hang_up(); }
  RawClient(RawClient&& other) noexcept : socket_(std::exchange(other.socket_, -1)), read_(std::move(other.read_)) {}
  RawClient(const RawClient&) = delete;
  RawClient& operator=(const RawClient&) = delete;

  void hang_up() {
    if (socket_ >= 0) ::close(socket_);
    socket_ = -1;
  }

  /// False once the server has closed.
  bool send(std::string_view bytes) {
    while (!bytes.empty()) {
      const auto sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// One response with its body by Content-Length; what came when the server closed before.
  std::string response(bool of_head = false, std::chrono::milliseconds patience = std::chrono::seconds(10)) {
    const auto until = std::chrono::steady_clock::now() + patience;
    for (;;) {
      if (const auto size = whole(of_head); size > 0) {
        auto one = read_.substr(0, size);
        read_.erase(0, size);
        return one;
      }
      if (!read_some(until)) return std::exchange(read_, {});
    }
  }

  std::string ask(std::string_view bytes) {
    send(bytes);
    return response();
  }

  /// Has the server closed within `patience`?
  bool closed_within(std::chrono::milliseconds patience) {
    const auto until = std::chrono::steady_clock::now() + patience;
    while (read_some(until)) read_.clear();
    return ended_;
  }

 private:
  bool read_some(std::chrono::steady_clock::time_point until) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - std::chrono::steady_clock::now());
    pollfd ready{socket_, POLLIN, 0};
    if (left.count() <= 0 || ::poll(&ready, 1, static_cast<int>(left.count())) <= 0) return false;
    char bytes[16 * 1024];
    const auto got = ::recv(socket_, bytes, sizeof bytes, 0);
    if (got <= 0) return ended_ = true, false;
    read_.append(bytes, static_cast<std::size_t>(got));
    return true;
  }

  [[nodiscard]] std::size_t whole(bool of_head) const {
    const auto end = read_.find("\r\n\r\n");
    if (end == std::string::npos) return 0;
    const auto at = read_.find("Content-Length: ");
    const auto length = of_head || at > end ? 0 : std::stoul(read_.substr(at + 16));
    return read_.size() >= end + 4 + length ? end + 4 + length : 0;
  }

  int socket_;
  std::string read_;
  bool ended_ = false;
};

inline int status_of(std::string_view response) {
  return response.size() > 12 ? std::stoi(std::string(response.substr(9, 3))) : 0;
}

inline std::string body_of(std::string_view response) {
  const auto end = response.find("\r\n\r\n");
  return end == std::string_view::npos ? std::string{} : std::string(response.substr(end + 4));
}

}  // namespace makegood::web
