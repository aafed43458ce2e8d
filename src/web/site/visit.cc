// Who asks, in which language, and what every page is given.

#include <algorithm>

#include "assets/assets.h"
#include "web/cookie.h"
#include "web/site/app.h"

namespace makegood::web {
namespace {

using html::Url;

constexpr std::string_view kWelsh = "/cy";

/// The address of this page in its English form, query included.
Url english_address(const Request& request) {
  std::string_view path = request.target.path;
  if (path == kWelsh || path.starts_with("/cy/")) path.remove_prefix(kWelsh.size());
  std::string address(path.empty() ? "/" : path);
  if (!request.target.query_text.empty()) address += "?" + request.target.query_text;
  return Url::parse(address).value_or(Url("/"));
}

Url asset_url(std::string_view name) { return Url::path({"assets", assets_version(), name}); }

html::govuk::PageAssets page_assets() {
  return {.stylesheet = asset_url("makegood.css"), .script = asset_url("makegood.js"), .icon = asset_url("favicon.svg")};
}

bool is_named_by_proxy(const App& app, const Request& request, const tasks::Session& session) {
  const auto named = trusted_address(app.settings.sso, request);
  return named && lower(*named) == lower(session.actor.name);
}

std::optional<tasks::Session> session_of(const App& app, const Request& request) {
  const auto token = request.cookies.get(session_cookie_name(app));
  if (!token) return std::nullopt;
  auto session = tasks::resume_session(app.workspace, *token);
  if (!session) return std::nullopt;
  // One that the proxy vouched for holds as long as it names the same person.
  if (session->way == tasks::Way::single_sign_on && !is_named_by_proxy(app, request, *session)) return std::nullopt;
  if (session->must_enrol) session->actor.grants.clear();  // until codes are set up
  return std::move(*session);
}

bool is_of_register(const tasks::Grant& grant) { return grant.plan.starts_with("register:"); }

/// A role for one plan alone reaches no register; for all plans, or for a register, it may.
bool works_with_registers(const tasks::Actor& actor) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [](const tasks::Grant& grant) {
    const tasks::Actor with{{}, {grant}};
    return (grant.plan.empty() || is_of_register(grant)) &&
           (tasks::may_somewhere(with, tasks::Action::submit_record) || tasks::may_somewhere(with, tasks::Action::see_records));
  });
}

bool reports_on_items(const tasks::Actor& actor) {
  return std::any_of(actor.grants.begin(), actor.grants.end(), [](const tasks::Grant& grant) {
    const tasks::Actor with{{}, {grant}};
    return !is_of_register(grant) && tasks::may_somewhere(with, tasks::Action::record_update);
  });
}

pages::Viewer viewer_of(const tasks::Session& session) {
  return {.name = session.actor.name,
          .coordinator = tasks::may_somewhere(session.actor, tasks::Action::import),
          .publisher = tasks::may_somewhere(session.actor, tasks::Action::release),
          .csrf = session.csrf,
          .panel = tasks::may_somewhere(session.actor, tasks::Action::record_finding) ||
                   tasks::may_somewhere(session.actor, tasks::Action::comment_finding) ||
                   tasks::may_somewhere(session.actor, tasks::Action::hold_finding),
          .owner = tasks::may_somewhere(session.actor, tasks::Action::record_update),
          .opens = [actor = session.actor](const Url& url) { return may_open(actor, url); }};
}

}  // namespace

pages::Site site_for(const App& app, const Request& request) {
  const std::string_view path = request.target.path;
  const bool welsh = path == kWelsh || path.starts_with("/cy/");
  return {.words = Words::for_language(welsh ? Language::cy : Language::en),
          .service_name = app.settings.service_name,
          .council_name = app.settings.council_name,
          .today = app.workspace.clock.now().today,
          .path = english_address(request),
          .assets = page_assets(),
          .base_url = app.settings.base_url,
          .viewer = std::nullopt,
          .is_static = app.settings.is_static};
}

Visit visit(const App& app, const Request& request) {
  auto session = session_of(app, request);
  auto site = site_for(app, request);
  if (session) site.viewer = viewer_of(*session);
  return {std::move(session), std::move(site)};
}

std::string_view first_page(const tasks::Session& session) {
  const auto& actor = session.actor;
  if (session.must_enrol || tasks::may_somewhere(actor, tasks::Action::import)) return "/desk";
  if (tasks::may_somewhere(actor, tasks::Action::record_finding)) return "/panel";
  if (tasks::may_somewhere(actor, tasks::Action::see_private)) return "/desk";
  if (reports_on_items(actor)) return "/my-items";
  return works_with_registers(actor) ? "/desk/registers" : "/desk";
}

Visit visit_plan(const App& app, const Request& request, std::string_view slug) {
  auto who = visit(app, request);
  if (!who.session) return who;
  who.site.viewer->coordinator = tasks::may_within(who.session->actor, tasks::Action::correct, slug);
  who.site.viewer->publisher = tasks::may_within(who.session->actor, tasks::Action::release, slug);
  return who;
}

}  // namespace makegood::web
