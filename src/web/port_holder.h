#pragma once
#include <cstdint>
#include <string>

namespace makegood::web {

/// "nginx (process 812)" for who listens on a TCP port, as far as /proc lets us see; else empty.
[[nodiscard]] std::string port_holder(std::uint16_t port);

}  // namespace makegood::web
