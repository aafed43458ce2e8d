#pragma once
// Where a transport connects to, and whether that is this machine.

#include <string>
#include <string_view>

#include "base/base.h"

namespace makegood::mail {

/// SCHEME://HOST[:PORT][/...] without a user or password in it.
struct ServerAddress {
  std::string scheme, host;  ///< in lower case; an IPv6 host without its brackets
  bool loopback = false;     ///< localhost, 127.0.0.1 or ::1: nobody listens on the way
};
/// Refuses what is not of that shape, and a user or password in it -> invalid_input.
[[nodiscard]] Result<ServerAddress> read_server_address(std::string_view url);

}  // namespace makegood::mail
