#include "mail/address.h"

#include <algorithm>

namespace makegood::mail {

Result<ServerAddress> read_server_address(std::string_view url) {
  const auto shape = [&] { return refuse(Fault::invalid_input, "an address such as smtp://mail.example:587 is wanted", shorten(url, 80)); };
  const auto slashes = url.find("://");
  if (slashes == std::string_view::npos || slashes == 0) return shape();
  ServerAddress address;
  address.scheme = lower(url.substr(0, slashes));
  const auto authority = url.substr(slashes + 3, url.find_first_of("/?#", slashes + 3) - (slashes + 3));
  if (authority.find('@') != std::string_view::npos)
    return refuse(Fault::invalid_input, "give the user and the password apart from the address, where nobody sees them in a list of processes");
  const bool six = authority.starts_with('[');
  const auto end = six ? authority.find(']') : authority.find(':');
  if (six && end == std::string_view::npos) return shape();
  address.host = lower(six ? authority.substr(1, end - 1) : authority.substr(0, end));
  const auto port = end == std::string_view::npos ? std::string_view{} : authority.substr(end + (six ? 1 : 0));
  const bool numeric = port.empty() || (port.size() > 1 && port.size() <= 6 && port[0] == ':' &&
                                        port.find_first_not_of("0123456789", 1) == std::string_view::npos);
  const bool clean = address.host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789.-:") == std::string::npos;
  if (address.host.empty() || !clean || !numeric) return shape();
  address.loopback = address.host == "localhost" || address.host == "127.0.0.1" || address.host == "::1";
  return address;
}

}  // namespace makegood::mail
