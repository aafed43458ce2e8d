#pragma once
// Single sign-on by a proxy of the council's that has asked who somebody is and says so in a header.
// The header is believed from the proxy's own address only, and only together with a secret that
// the proxy and this program share. From anybody else it is as if it were not there.
//
//   SingleSignOn{.header = "X-Remote-User", .from = {"10.0.0.5"}, .secret = "..."}
//   trusted_address(settings.sso, request)   // "housing@aberllyn.example", or nothing
//
// It names people whom the directory knows, and never makes any.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/base.h"
#include "web/request.h"

namespace makegood::web {

inline constexpr std::string_view kSecretHeader = "X-Proxy-Secret";
inline constexpr std::size_t kShortestProxySecret = 32;

struct SingleSignOn {
  std::string header;             ///< empty = there is none
  std::vector<std::string> from;  ///< addresses of the proxy, as canonical_address writes them
  std::string secret;
};

/// An IPv4 or IPv6 address in one form; one that is IPv4 in IPv6's clothes is IPv4. Empty: it is none.
[[nodiscard]] std::string canonical_address(std::string_view text);

/// `from` is a list with commas. Refuses: no header's name, a header that browsers or this program use,
/// no address or one that is none, a secret shorter than 32 characters -> invalid_input.
[[nodiscard]] Result<SingleSignOn> single_sign_on_from(std::string_view header, std::string_view from, std::string_view secret);

/// Whom the proxy names. Empty: not by it, without its secret, or not exactly once.
[[nodiscard]] std::optional<std::string> trusted_address(const SingleSignOn& sso, const Request& request);

/// The visitor's own address: what the proxy says last in X-Forwarded-For where the request comes from it or
/// from this machine, else the socket's. Of IPv6 the first 64 bits, since one household has them all.
[[nodiscard]] std::string caller_address(const SingleSignOn& sso, const Request& request);

}  // namespace makegood::web
