#include "web/site/return_path.h"

#include <algorithm>

#include "web/cookie.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

constexpr std::chrono::seconds kKept{3600};
constexpr std::size_t kLongest = 500;

std::string cookie_name(const App& app) { return app.settings.behind_https ? "__Host-wanted" : "wanted"; }

SetCookie cookie_of(const App& app, std::string path, std::chrono::seconds kept) {
  return {.name = cookie_name(app), .value = std::move(path), .max_age = kept, .secure = app.settings.behind_https};
}

// A browser reads "//other.example" and "/\other.example" as another host's address.
bool is_own_path(std::string_view path) {
  static constexpr std::string_view kSigns = "/-_.~%?=&+:";
  const auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || kSigns.find(c) != std::string_view::npos; };
  return path.size() <= kLongest && path.starts_with('/') && !path.starts_with("//") && std::all_of(path.begin(), path.end(), is_plain);
}

bool is_of_signing_in(const Target& target) { return !target.segments.empty() && target.segments.front().starts_with("sign-"); }

bool may_come_back_to(std::string_view path) {
  if (!is_own_path(path)) return false;
  const auto target = parse_target(path);
  return target && !is_of_signing_in(*target) && router().table().find(Method::get, target->segments).found;
}

}  // namespace

Response with_return_path(const App& app, const Request& request, Response response) {
  const auto path = site_for(app, request).path.text();
  if (request.method == Method::get && may_come_back_to(path)) response.headers.add("Set-Cookie", set_cookie_value(cookie_of(app, path, kKept)));
  return response;
}

std::string return_path(const App& app, const Request& request, const tasks::Actor& actor) {
  const auto path = request.cookies.get(cookie_name(app));
  if (!path || !may_come_back_to(*path)) return {};
  const auto url = html::Url::parse(*path);
  return url && may_open(actor, *url) ? std::string(*path) : std::string();
}

Response without_return_path(const App& app, const Request& request, Response response) {
  if (request.cookies.has(cookie_name(app))) response.headers.add("Set-Cookie", set_cookie_value(cookie_of(app, "", std::chrono::seconds(0))));
  return response;
}

}  // namespace makegood::web
