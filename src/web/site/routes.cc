// Every page, one row each. The listing of this table is a golden file: a page that goes missing
// fails the tests.

#include <algorithm>
#include <array>

#include "registers/titles.h"
#include "web/site/bearer.h"
#include "web/site/handlers.h"
#include "web/site/problem.h"
#include "web/site/return_path.h"
#include "web/site/session_cookie.h"

namespace makegood::web {
namespace {

// Each file of handlers ends with its own rows; here they become one table.
std::vector<Route<App>> all_routes() {
  std::vector<Route<App>> all;
  for (const auto& rows : {
           public_routes(),
           changes_routes(),
           fixed_routes(),
           sign_in_routes(),
           account_routes(),
           desk_routes(),
           import_routes(),
           indicator_routes(),
           source_routes(),
           share_routes(),
           reply_routes(),
           sheet_routes(),
           meeting_routes(),
           my_items_routes(),
           updates_routes(),
           people_routes(),
           match_routes(),
           cycle_routes(),
           calendar_routes(),
           mail_routes(),
           follow_routes(),
           edition_routes(),
           report_routes(),
           panel_routes(),
           slipped_routes(),
           grid_routes(),
           timeline_routes(),
           erasure_routes(),
           assessment_routes(),
           register_routes(),
           record_routes(),
           token_routes(),
           api_routes(),
           register_form_routes(),
           begun_form_routes(),
           amendment_routes(),
           register_file_routes(),
           receipt_routes(),
           record_tie_routes(),
           retention_routes(),
           record_care_routes(),
           subject_access_routes(),
           emergency_routes(),
           register_watch_routes(),
           group_routes(),
       })
    all.insert(all.end(), rows.begin(), rows.end());
  return all;
}

/// Whether somebody may come in: in the plan that the address names, else in some plan. For whose item it is asked by the
/// use case behind it.
bool satisfies(const tasks::Actor& actor, const RouteMatch& match) {
  const auto action = access::action_from(match.permission);
  if (!action) return match.permission == kSignedIn;
  return match["slug"].empty() ? tasks::may_somewhere(actor, *action) : tasks::may_within(actor, *action, match["slug"]);
}

Response turned_away(const Visit& who, std::string_view key) {
  const auto said = who.site.words.text(key);
  return no_store(page(pages::refusal_page(who.site, said.text, said.language), 403));
}

/// Nothing when the visitor may go on. Forms of signed-in people carry their session's token. Routes for programs have a
/// gate of their own (bearer.h).
std::optional<Response> denied(App& app, const Request& request, const RouteMatch& match) {
  if (match.permission == kPublic || match.bearer) return std::nullopt;
  const auto who = visit(app, request);
  if (!who.session) return request.is_writing() ? no_store(page(pages::sign_in_page({}, who.site), 403)) : no_store(with_return_path(app, request, go_to(who, "/sign-in")));
  if (who.session->must_enrol && match.permission != kSignedIn) return no_store(go_to(who, "/account/codes"));
  if (!satisfies(who.session->actor, match))
    return turned_away(who, "refused.not_yours");
  if (request.is_writing() && !tasks::csrf_holds(*who.session, request.form.value("csrf")))
    return turned_away(who, "refused.stale_form");
  return std::nullopt;
}

Response missing(const Request& request, int status) {
  const std::string_view words = status == 405 ? "method not allowed" : "not found";
  return is_for_programs(request) ? problem(status, words) : text(std::string(words) + "\n", status);
}

/// An address outside the table: the page is made here, where there is an App.
Response missing_page(const App& app, const Request& request) {
  return page(pages::not_found_page(visit(app, request).site), 404);
}

Response answer_as_is(App& app, const Request& request) {
  auto response = router().answer(app, request, denied);
  if (response.status == 404 && !request.is_writing() && response.headers.value("Content-Type").starts_with("text/plain"))
    return missing_page(app, request);
  return response;
}

/// The titles of the register that the address names, looked up where a sentence has one in it.
Titles titles_at(const App& app, const Request& request) {
  const auto& path = request.target.segments;
  const auto at = std::find(path.begin(), path.end(), "registers");
  if (at == path.end() || at + 1 == path.end()) return {};
  return [&app, name = std::string(*(at + 1))](std::string_view english) {
    const auto kept = app.workspace.registers.find(name);
    return kept ? welsh_title((*kept)->definition, english) : std::string();
  };
}

}  // namespace

bool may_open(const tasks::Actor& actor, const html::Url& url) {
  const auto target = parse_target(url.view());
  if (!target) return false;
  const auto lookup = router().table().find(Method::get, target->segments);
  if (!lookup.found) return false;
  return lookup.found->match.permission == kPublic || satisfies(actor, lookup.found->match);
}

const Router<App>& router() {
  static const Router<App> kRouter(all_routes(), missing, {"cy"});
  return kRouter;
}

Response answer(App& app, const Request& request) {
  if (is_for_programs(request)) return in_language_asked(request, answer_as_is(app, request), titles_at(app, request));
  const auto renewed = renewed_token(app, request);
  if (!renewed) return answer_as_is(app, request);
  auto response = answer_as_is(app, with_token(app, request, *renewed));
  if (!response.headers.has("Set-Cookie")) response = with_session_cookie(app, std::move(response), *renewed);
  return response;
}

RoutePolicy policy(const App& app, const Request& head) {
  auto policy = router().policy(head);
  const auto lookup = router().table().find(head.method, head.target.segments);
  if (!head.is_writing() || !lookup.found || lookup.found->match.permission == kPublic) return policy;
  if (lookup.found->match.bearer) {
    if (!head.headers.has("Authorization")) policy.answer_now = in_language_asked(head, who_are_you());
  } else if (!head.cookies.has(session_cookie_name(app))) {
    policy.answer_now = text("Sign in first.\n", 403);  // before a body of 25 MB is read
  }
  return policy;
}

Response error_page(const App& app, const Problem& problem) {
  if (problem.head != nullptr && is_for_programs(*problem.head))
    return in_language_asked(*problem.head, web::problem(problem.status, problem.reference.empty() ? problem.sentence : problem.sentence + " Reference: " + problem.reference));
  if (problem.head == nullptr) return text(problem.sentence + "\n", problem.status);
  const auto site = site_for(app, *problem.head);
  return page(problem.reference.empty() ? pages::refusal_page(site, problem.sentence) : pages::error_page(site, problem.reference),
              problem.status);
}

}  // namespace makegood::web
