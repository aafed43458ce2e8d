// Clients that a server should shed: some say nothing, some send a header byte by byte.
//
//   slow_clients 127.0.0.1:8080 IDLE DRIP SECONDS
//
// Connects IDLE and DRIP clients, prints "ready", holds them for SECONDS (the drip clients send
// a byte a second each) and prints how many connections of each kind the server still keeps.
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

struct Client {
  int socket = -1;
  bool drips = false;
  double lived = -1;  ///< seconds until the server closed; -1 = still open
};

bool read_address(std::string_view text, sockaddr_in& address) {
  const auto colon = text.rfind(':');
  if (colon == std::string_view::npos) return false;
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<std::uint16_t>(std::atoi(std::string(text.substr(colon + 1)).c_str())));
  return ::inet_pton(AF_INET, std::string(text.substr(0, colon)).c_str(), &address.sin_addr) == 1;
}

bool send_text(const Client& client, std::string_view text) {
  return ::send(client.socket, text.data(), text.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(text.size());
}

Client join(const sockaddr_in& address, bool drips) {
  Client client{::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0), drips};
  if (::connect(client.socket, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) client.lived = 0;
  else if (drips) send_text(client, "GET / HTTP/1.1\r\nHost: localhost\r\nX-Slow: ");
  return client;
}

// Has the server hung up? What it sent before (a 408) is read and thrown away.
bool has_ended(const Client& client) {
  char bytes[4096];
  for (pollfd ready{client.socket, POLLIN, 0}; ::poll(&ready, 1, 0) > 0;)
    if (::recv(client.socket, bytes, sizeof bytes, MSG_DONTWAIT) <= 0) return true;
  return false;
}

void hold(std::vector<Client>& clients, int seconds) {
  const auto began = std::chrono::steady_clock::now();
  const auto passed = [&] { return std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count(); };
  while (passed() < seconds) {
    std::this_thread::sleep_for(std::chrono::seconds(1));
    for (auto& client : clients) {
      if (client.lived >= 0) continue;
      if (has_ended(client) || (client.drips && !send_text(client, "x"))) client.lived = passed();
    }
  }
}

void print_survivors(const std::vector<Client>& clients, bool drips, const char* name) {
  int all = 0;
  int alive = 0;
  double longest = 0;
  for (const auto& client : clients) {
    if (client.drips != drips) continue;
    ++all;
    if (client.lived < 0) ++alive;
    longest = std::max(longest, client.lived);
  }
  std::printf("%s clients: %d of %d still connected; the others were shed after at most %.0f s\n", name, alive, all, longest);
}

}  // namespace

int main(int argc, char** argv) {
  sockaddr_in address{};
  if (argc != 5 || !read_address(argv[1], address))
    return std::fprintf(stderr, "usage: %s 127.0.0.1:8080 IDLE DRIP SECONDS\n", argv[0]), 2;
  std::vector<Client> clients;
  for (int i = std::atoi(argv[2]); i > 0; --i) clients.push_back(join(address, false));
  for (int i = std::atoi(argv[3]); i > 0; --i) clients.push_back(join(address, true));
  std::puts("ready");
  std::fflush(stdout);
  hold(clients, std::atoi(argv[4]));
  print_survivors(clients, false, "idle");
  print_survivors(clients, true, "drip");
  return 0;
}
