// Pages that are the same for everybody, the assets, and the check that the server is up.

#include "assets/assets.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

using FixedPage = html::Html (*)(const pages::Site&);

template <FixedPage kPage>
Response fixed(const App& app, const Request& request) {
  return page(kPage(visit(app, request).site));
}

/// Made once for each asset: the server wants to share the bytes between requests.
std::shared_ptr<const Asset> shared_asset(const makegood::Asset& asset) {
  return make_asset(std::string(asset.content_type), std::string(asset.bytes));
}

const std::vector<std::pair<std::string_view, std::shared_ptr<const Asset>>>& shared_assets() {
  static const auto kShared = [] {
    std::vector<std::pair<std::string_view, std::shared_ptr<const Asset>>> shared;
    for (const auto& asset : makegood::assets()) shared.emplace_back(asset.path, shared_asset(asset));
    return shared;
  }();
  return kShared;
}

}  // namespace

Response how_we_know(App& app, const Request& request, const RouteMatch&) {
  return fixed<pages::how_we_know_page>(app, request);
}
Response accessibility(App& app, const Request& request, const RouteMatch&) {
  return fixed<pages::accessibility_page>(app, request);
}
Response privacy(App& app, const Request& request, const RouteMatch&) {
  return fixed<pages::privacy_page>(app, request);
}

Response health(App& app, const Request&, const RouteMatch&) {
  const auto head = app.workspace.ledger.head();
  return head ? text("ok\n") : text(head.error().line() + "\n", 503);
}

Response asset(App&, const Request&, const RouteMatch& match) {
  if (match["version"] != assets_version()) return text("not found\n", 404);
  for (const auto& [path, shared] : shared_assets())
    if (path == match["file"]) return send_asset(shared, "public, max-age=31536000, immutable");
  return text("not found\n", 404);
}

namespace {

constexpr auto kFixedRoutes = std::to_array<Route<App>>({
    {Method::get, "/how-we-know", how_we_know, kPublic, {}, "how-we-know"},
    {Method::get, "/accessibility-statement", accessibility, kPublic, {}, "accessibility"},
    {Method::get, "/privacy", privacy, kPublic, {}, "privacy"},
    {Method::get, "/healthz", health, kPublic, {}, "health"},
    {Method::get, "/assets/{version}/{file}", asset, kPublic, {}, "asset"},
});

}  // namespace

std::span<const Route<App>> fixed_routes() { return kFixedRoutes; }

}  // namespace makegood::web
