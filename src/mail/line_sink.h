#pragma once
// For the tests: a server on a free port of the loopback, in a thread of its own, that talks to
// one connection after another as it is told.

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <functional>
#include <mutex>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace makegood::mail {

/// An accepted connection: lines and bytes, with a deadline, so that no test waits for ever.
class Peer {
 public:
  explicit Peer(int fd) : fd_(fd) {}
  Peer(const Peer&) = delete;
  Peer& operator=(const Peer&) = delete;
  ~Peer() { ::close(fd_); }

  void say(std::string_view text) const { (void)::send(fd_, text.data(), text.size(), MSG_NOSIGNAL); }
  /// Up to `end` and with it; empty when the line is down.
  std::string until(std::string_view end) {
    for (;;) {
      const auto at = read_.find(end);
      if (at != std::string::npos) return take(at + end.size());
      if (!more()) return {};
    }
  }
  std::string exactly(std::size_t n) {
    while (read_.size() < n)
      if (!more()) return {};
    return take(n);
  }

 private:
  std::string take(std::size_t n) {
    auto taken = read_.substr(0, n);
    read_.erase(0, n);
    return taken;
  }
  bool more() {
    pollfd wait{fd_, POLLIN, 0};
    if (::poll(&wait, 1, 5000) <= 0) return false;
    char buffer[4096];
    const auto n = ::recv(fd_, buffer, sizeof buffer, 0);
    if (n <= 0) return false;
    read_.append(buffer, static_cast<std::size_t>(n));
    return true;
  }
  int fd_;
  std::string read_;
};

class LineSink {
 public:
  using Talk = std::function<void(Peer&)>;
  explicit LineSink(Talk talk) : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    if (::bind(socket_, generic, size) != 0 || ::listen(socket_, 8) != 0 || ::getsockname(socket_, generic, &size) != 0)
      throw std::runtime_error("no port on the loopback");
    port_ = ntohs(address.sin_port);
    thread_ = std::jthread([this, talk = std::move(talk)](const std::stop_token& stop) {
      while (!stop.stop_requested()) {
        pollfd wait{socket_, POLLIN, 0};
        if (::poll(&wait, 1, 20) <= 0) continue;
        Peer peer(::accept4(socket_, nullptr, nullptr, SOCK_CLOEXEC));
        talk(peer);
      }
    });
  }
  LineSink(const LineSink&) = delete;
  LineSink& operator=(const LineSink&) = delete;
  ~LineSink() {
    thread_.request_stop();
    thread_.join();
    ::close(socket_);
  }
  [[nodiscard]] std::string at(std::string_view scheme) const {
    return std::string(scheme) + "://127.0.0.1:" + std::to_string(port_);
  }

 private:
  int socket_;
  int port_ = 0;
  std::jthread thread_;
};

}  // namespace makegood::mail
