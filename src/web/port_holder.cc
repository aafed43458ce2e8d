#include "web/port_holder.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <sstream>
#include <system_error>

namespace makegood::web {
namespace {

namespace fs = std::filesystem;

// The socket's inode from /proc/net/tcp: columns 2 (address:port in hexadecimal), 4 (state,
// 0A = listening) and 10 (inode).
std::string listening_inode(const char* table, std::uint16_t port) {
  std::ifstream in(table);
  const auto wanted = fmt::format(":{:04X}", port);
  for (std::string line; std::getline(in, line);) {
    std::istringstream words(line);
    std::string slot, local, remote, state, skipped, inode;
    words >> slot >> local >> remote >> state;
    for (int i = 0; i < 5; ++i) words >> skipped;
    if (words >> inode && state == "0A" && local.ends_with(wanted)) return inode;
  }
  return {};
}

bool holds(const fs::path& process, const std::string& socket) {
  std::error_code error;
  for (fs::directory_iterator file(process / "fd", error), end; !error && file != end; file.increment(error)) {
    std::error_code gone;
    if (fs::read_symlink(file->path(), gone) == socket) return true;
  }
  return false;
}

}  // namespace

std::string port_holder(std::uint16_t port) {
  auto inode = listening_inode("/proc/net/tcp", port);
  if (inode.empty()) inode = listening_inode("/proc/net/tcp6", port);
  if (inode.empty()) return {};
  const auto socket = fmt::format("socket:[{}]", inode);
  std::error_code error;
  for (fs::directory_iterator process("/proc", error), end; !error && process != end; process.increment(error)) {
    const auto id = process->path().filename().string();
    if (id.find_first_not_of("0123456789") != std::string::npos || !holds(process->path(), socket)) continue;
    std::string name;
    std::getline(std::ifstream(process->path() / "comm"), name);
    return fmt::format("{} (process {})", name, id);
  }
  return {};
}

}  // namespace makegood::web
