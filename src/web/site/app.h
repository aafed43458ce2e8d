#pragma once
// The web application: what its handlers are given, and the table of its pages.

#include <memory>
#include <optional>
#include <string>

#include "pages/pages.h"
#include "tasks/tasks.h"
#include "web/site/pacer.h"
#include "web/router.h"
#include "web/site/single_sign_on.h"

namespace makegood::web {

struct AppSettings {
  std::string service_name = "Makegood";
  std::string council_name;
  std::string base_url;       ///< "https://plans.example.gov.uk"; may be empty
  bool is_static = false;     ///< pages are written to files: see static_site.h
  bool behind_https = false;  ///< cookies are Secure and carry the __Host- prefix
  SingleSignOn sso = {};      ///< no header = there is none
};

struct App {
  const tasks::Workspace& workspace;
  AppSettings settings;
  std::shared_ptr<Pacer> pacer = std::make_shared<Pacer>();  ///< how fast each token is used
};

/// Who asks for what: session, language and the values that every page is given.
struct Visit {
  std::optional<tasks::Session> session;
  pages::Site site;

  [[nodiscard]] const tasks::Actor* actor() const { return session ? &session->actor : nullptr; }
  /// Which plans are seen as they are kept.
  [[nodiscard]] Sight sight() const { return tasks::sight_of(actor()); }
};

[[nodiscard]] Visit visit(const App& app, const Request& request);
/// Where somebody's work is, once they have signed in: a page that their roles open, which is the desk for those who have
/// more than one.
[[nodiscard]] std::string_view first_page(const tasks::Session& session);
/// The same for pages of one plan: buttons are shown to those who may use them there.
[[nodiscard]] Visit visit_plan(const App& app, const Request& request, std::string_view slug);
/// The page's values for somebody who is not signed in; asks nothing of the database.
[[nodiscard]] pages::Site site_for(const App& app, const Request& request);

/// The name of the session's cookie: "__Host-session" behind HTTPS, "session" otherwise.
[[nodiscard]] std::string session_cookie_name(const App& app);

[[nodiscard]] const Router<App>& router();
/// Whether the page at an address, in its English form, would let somebody in: what its route asks for. Whose records or
/// items they see there is decided behind it.
[[nodiscard]] bool may_open(const tasks::Actor& actor, const html::Url& url);
/// What serve() calls.
[[nodiscard]] Response answer(App& app, const Request& request);
[[nodiscard]] RoutePolicy policy(const App& app, const Request& head);
[[nodiscard]] Response error_page(const App& app, const Problem& problem);

/// The page for a refusal: its status follows the fault, its sentence is the refusal's own.
[[nodiscard]] Response refusal_page(const Visit& visit, const Refusal& refusal);
[[nodiscard]] int status_of(Fault fault);

}  // namespace makegood::web
