#include "web/site/single_sign_on.h"

#include <algorithm>
#include <array>

#include <arpa/inet.h>
#include <fmt/format.h>

#include "tasks/sessions.h"
#include "web/token.h"

namespace makegood::web {
namespace {

constexpr std::array<unsigned char, 12> kMapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr std::size_t kLongestAddress = 254;  // of an e-mail (RFC 5321, 4.5.3.1.3)

std::string written(int family, const void* bytes) {
  std::array<char, INET6_ADDRSTRLEN> text{};
  return inet_ntop(family, bytes, text.data(), text.size()) == nullptr ? std::string() : text.data();
}

bool is_from_proxy(const SingleSignOn& sso, const Request& request) {
  const auto peer = canonical_address(request.remote_address);
  return !peer.empty() && std::find(sso.from.begin(), sso.from.end(), peer) != sso.from.end();
}

bool is_this_machine(std::string_view address) { return address.starts_with("127.") || address == "::1"; }

/// The only value of a header; nothing where it is missing or there twice.
std::optional<std::string_view> only_value(const Request& request, std::string_view name) {
  const auto values = request.headers.all(name);
  if (values.size() != 1) return std::nullopt;
  return values[0];
}

std::string without_host_part(const std::string& address) {
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET6, address.c_str(), bytes.data()) != 1) return address;
  std::fill(bytes.begin() + 8, bytes.end(), static_cast<unsigned char>(0));
  return written(AF_INET6, bytes.data()) + "/64";
}

}  // namespace

std::string canonical_address(std::string_view text) {
  const std::string given(trim(text));
  std::array<unsigned char, 16> bytes{};
  if (inet_pton(AF_INET, given.c_str(), bytes.data()) == 1) return written(AF_INET, bytes.data());
  if (inet_pton(AF_INET6, given.c_str(), bytes.data()) != 1) return {};
  if (std::equal(kMapped.begin(), kMapped.end(), bytes.begin())) return written(AF_INET, bytes.data() + kMapped.size());
  return written(AF_INET6, bytes.data());
}

Result<SingleSignOn> single_sign_on_from(std::string_view header, std::string_view from, std::string_view secret) {
  constexpr std::array<std::string_view, 8> kTaken = {"host",   "cookie", "origin", "authorization", "user-agent", "content-type", "x-forwarded-for", "x-proxy-secret"};
  if (!is_token(header) || std::find(kTaken.begin(), kTaken.end(), lower(header)) != kTaken.end())
    return refuse(Fault::invalid_input, fmt::format("--sso-header takes the name of a header that only the proxy sets, not \"{}\"", header));
  SingleSignOn sso{std::string(header), {}, std::string(trim(secret))};
  for (const auto& one : split(from, ',')) {
    sso.from.push_back(canonical_address(one));
    if (sso.from.back().empty()) return refuse(Fault::invalid_input, fmt::format("--sso-from takes the proxy's addresses with commas between, not \"{}\"", one));
  }
  if (sso.secret.size() < kShortestProxySecret)
    return refuse(Fault::invalid_input, fmt::format("the secret that the proxy sends is shorter than {} characters", kShortestProxySecret));
  return sso;
}

std::optional<std::string> trusted_address(const SingleSignOn& sso, const Request& request) {
  if (sso.header.empty() || !is_from_proxy(sso, request)) return std::nullopt;
  const auto secret = only_value(request, kSecretHeader);
  if (!secret || !tasks::same_secret(*secret, sso.secret)) return std::nullopt;
  const auto address = only_value(request, sso.header);
  if (!address || address->size() > kLongestAddress || !is_valid_utf8(*address)) return std::nullopt;
  const auto named = trim(*address);
  if (named.find('@') == std::string_view::npos) return std::nullopt;
  return std::string(named);
}

std::string caller_address(const SingleSignOn& sso, const Request& request) {
  auto address = canonical_address(request.remote_address);
  if (is_from_proxy(sso, request) || is_this_machine(address))
    if (const auto forwarded = request.headers.all("X-Forwarded-For"); !forwarded.empty()) {
      const auto last = forwarded.back();
      const auto comma = last.rfind(',');
      if (auto named = canonical_address(comma == std::string_view::npos ? last : last.substr(comma + 1)); !named.empty()) address = std::move(named);
    }
  return without_host_part(address);
}

}  // namespace makegood::web
