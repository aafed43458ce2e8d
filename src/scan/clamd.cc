#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>

#include "scan/scan.h"

namespace makegood::scan {
namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kPiece = 64U * 1024U;
constexpr std::size_t kLongestReply = 4096;

tl::unexpected<Refusal> gone(const char* doing) {
  return refuse(Fault::unavailable, std::string("the virus scanner did not answer (") + doing + ")");
}

class Socket {
 public:
  /// Each step of sending, and the answer as a whole, takes `patience` at most.
  Socket(int family, std::chrono::milliseconds patience) : descriptor_(socket(family, SOCK_STREAM | SOCK_CLOEXEC, 0)), patience_(patience) {}
  Socket(const Socket&) = delete;
  Socket& operator=(const Socket&) = delete;
  Socket& operator=(Socket&&) = delete;
  ~Socket() {
    if (descriptor_ >= 0) close(descriptor_);
  }

  /// A scanner that hangs takes no more connections once its queue is full: connecting would wait without end.
  [[nodiscard]] bool connect_to(const sockaddr_storage& storage, socklen_t size) const {
    const timeval longest{patience_.count() / 1000, patience_.count() % 1000 * 1000};
    return setsockopt(descriptor_, SOL_SOCKET, SO_SNDTIMEO, &longest, sizeof longest) == 0 &&
           connect(descriptor_, reinterpret_cast<const sockaddr*>(&storage), size) == 0;
  }

  [[nodiscard]] bool send_all(std::string_view bytes) const {
    for (auto until = Clock::now() + patience_; !bytes.empty();) {
      if (!is_ready(POLLOUT, until)) return false;
      const auto sent = send(descriptor_, bytes.data(), bytes.size(), MSG_NOSIGNAL | MSG_DONTWAIT);
      if (sent < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (sent <= 0) return false;
      until = Clock::now() + patience_;
      bytes.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
  }

  /// Up to the zero that ends it, or the end.
  [[nodiscard]] std::string receive_line() const {
    const auto until = Clock::now() + patience_;
    std::string line;
    std::array<char, 512> piece{};
    while (line.size() < kLongestReply && line.find('\0') == std::string::npos && is_ready(POLLIN, until)) {
      const auto got = recv(descriptor_, piece.data(), piece.size(), 0);
      if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
      if (got <= 0) break;
      line.append(piece.data(), static_cast<std::size_t>(got));
    }
    return line.substr(0, line.find('\0'));
  }

 private:
  [[nodiscard]] bool is_ready(short events, Clock::time_point until) const {
    pollfd waiting{descriptor_, events, 0};
    int ready = 0;
    do {
      const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(until - Clock::now()).count();
      ready = poll(&waiting, 1, static_cast<int>(std::max<std::int64_t>(left, 0)));
    } while (ready < 0 && errno == EINTR);
    return ready == 1;
  }

  int descriptor_;
  std::chrono::milliseconds patience_;
};

struct Address {
  sockaddr_storage storage{};
  socklen_t size = 0;
};

Result<Address> unix_address(const std::string& path) {
  Address address;
  auto& un = reinterpret_cast<sockaddr_un&>(address.storage);
  un.sun_family = AF_UNIX;
  if (path.size() >= sizeof(un.sun_path)) return refuse(Fault::invalid_input, "the scanner's socket has too long a path", path);
  std::memcpy(un.sun_path, path.c_str(), path.size() + 1);
  address.size = sizeof(sockaddr_un);
  return address;
}

bool is_loopback(const in_addr& ip) { return (ntohl(ip.s_addr) >> 24U) == 127; }

// What people send must not leave the machine on its way to the scanner.
Result<Address> tcp_address(std::string_view text) {
  const auto misfit = [&] {
    return refuse(Fault::invalid_input, "the scanner is a socket's path or an address of this machine such as 127.0.0.1:3310", std::string(text));
  };
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return misfit();
  std::uint16_t port = 0;
  const auto digits = text.substr(colon + 1);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), port);
  if (error != std::errc() || end != digits.data() + digits.size() || port == 0) return misfit();
  Address address;
  const std::string host(text.substr(0, colon));
  auto& four = reinterpret_cast<sockaddr_in&>(address.storage);
  if (inet_pton(AF_INET, host == "localhost" ? "127.0.0.1" : host.c_str(), &four.sin_addr) == 1 && is_loopback(four.sin_addr)) {
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    address.size = sizeof(sockaddr_in);
    return address;
  }
  if (host != "[::1]") return misfit();
  auto& six = reinterpret_cast<sockaddr_in6&>(address.storage);
  six = {};
  six.sin6_family = AF_INET6;
  six.sin6_port = htons(port);
  six.sin6_addr = in6addr_loopback;
  address.size = sizeof(sockaddr_in6);
  return address;
}

std::string length_of(std::size_t size) {
  const auto n = htonl(static_cast<std::uint32_t>(size));
  std::string bytes(4, '\0');
  std::memcpy(bytes.data(), &n, 4);
  return bytes;
}

bool send_stream(const Socket& socket, std::string_view bytes) {
  if (!socket.send_all(std::string_view("zINSTREAM\0", 10))) return false;
  while (!bytes.empty()) {
    const auto piece = bytes.substr(0, kPiece);
    if (!socket.send_all(length_of(piece.size())) || !socket.send_all(piece)) return false;
    bytes.remove_prefix(piece.size());
  }
  return socket.send_all(length_of(0));
}

class Clamd final : public tasks::Scanner {
 public:
  Clamd(const Address& address, std::chrono::milliseconds patience) : address_(address), patience_(patience) {}

  Result<tasks::Verdict> scan(std::string_view bytes) override {
    const Socket socket(address_.storage.ss_family, patience_);
    if (!socket.connect_to(address_.storage, address_.size)) return gone("connecting");
    const bool sent = send_stream(socket, bytes);
    const auto line = socket.receive_line();  // also where it stopped listening: it then says why
    if (!sent && line.empty()) return gone("sending");
    return read_verdict(line);
  }

 private:
  Address address_;
  std::chrono::milliseconds patience_;
};

}  // namespace

Result<tasks::Verdict> read_verdict(std::string_view line) {
  const auto text = trim(line);
  if (text == "stream: OK") return tasks::Verdict{true, {}};
  constexpr std::string_view kPrefix = "stream: ", kFound = " FOUND";
  if (text.starts_with(kPrefix) && text.ends_with(kFound) && text.size() > kPrefix.size() + kFound.size())
    return tasks::Verdict{false, valid_utf8(text.substr(kPrefix.size(), text.size() - kPrefix.size() - kFound.size()))};
  return refuse(Fault::unavailable, text.empty() ? "the virus scanner gave no verdict" : "the virus scanner said: " + shorten(valid_utf8(text), 120));
}

Result<std::unique_ptr<tasks::Scanner>> make_scanner(const std::string& text, std::chrono::milliseconds patience) {
  const auto address = text.starts_with('/') ? unix_address(text) : tcp_address(text);
  if (!address) return tl::unexpected(address.error());
  return std::unique_ptr<tasks::Scanner>(std::make_unique<Clamd>(*address, patience));
}

}  // namespace makegood::scan
