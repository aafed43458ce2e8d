#include "web/request.h"

#include <algorithm>

namespace makegood::web {
namespace {

// "https://plans.example:8443" -> "plans.example:8443"; "null" and other schemes -> nothing.
std::string_view host_of_origin(std::string_view origin) {
  for (const std::string_view scheme : {"https://", "http://"})
    if (origin.starts_with(scheme)) return origin.substr(scheme.size());
  return {};
}

bool is_ours(std::string_view host, const Request& request, const std::vector<std::string>& our_hosts) {
  if (host.empty()) return false;
  if (equals_any_case(host, request.headers.value("Host"))) return true;
  return std::any_of(our_hosts.begin(), our_hosts.end(),
                     [&](const std::string& ours) { return equals_any_case(host, ours); });
}

}  // namespace

bool is_same_origin(const Request& request, const std::vector<std::string>& our_hosts) {
  // "none" is a person's own doing: an address typed, a bookmark.
  if (const auto site = request.headers.get("Sec-Fetch-Site"); site && *site != "same-origin" && *site != "none")
    return false;
  const auto origin = request.headers.get("Origin");
  return !origin || is_ours(host_of_origin(*origin), request, our_hosts);
}

}  // namespace makegood::web
