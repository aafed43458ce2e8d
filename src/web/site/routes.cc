// Every page, one row each. The listing of this table is a golden file: a page that goes missing
// fails the tests.

#include <array>

#include "web/site/handlers.h"

namespace makegood::web {
namespace {

constexpr std::string_view kPublic = "public", kCoordinator = "coordinator", kPublisher = "publisher", kSignedIn = "signed in";
constexpr RouteOptions kForm{.body = BodyKind::urlencoded};
constexpr RouteOptions kUpload{.body = BodyKind::multipart, .max_body = kUploadBytes + kFormBytes, .heavy = true};
constexpr RouteOptions kReading{.heavy = true};  // a document may have to be read again
constexpr RouteOptions kHeavyForm{.body = BodyKind::urlencoded, .heavy = true};

constexpr std::array kRoutes = {
    Route<App>{Method::get, "/", home, kPublic, {}, "home"},
    Route<App>{Method::get, "/plans", home, kPublic, {.data = "json"}, "plans"},
    Route<App>{Method::get, "/plans/{slug}", plan, kPublic, {.data = "json csv xlsx docx md"}, "plan"},
    Route<App>{Method::get, "/plans/{slug}/datapackage.json", data_package, kPublic, {}, "data-package"},
    Route<App>{Method::get, "/plans/{slug}/items/{id}", item, kPublic, {.data = "json csv"}, "item"},
    Route<App>{Method::get, "/plans/{slug}/history", plan_history, kPublic, {.data = "json atom"}, "history"},
    Route<App>{Method::get, "/plans/{slug}/changes", plan_versions, kPublic, {.data = "json"}, "versions"},
    Route<App>{Method::get, "/plans/{slug}/changes/{versions}", plan_changes, kPublic, {.data = "json csv"}, "changes"},
    Route<App>{Method::get, "/search", search, kPublic, {}, "search"},
    Route<App>{Method::get, "/data", data_catalogue, kPublic, {}, "data"},
    Route<App>{Method::get, "/verify", ledger_check, kPublic, {.data = "json", .heavy = true}, "verify"},
    Route<App>{Method::get, "/how-we-know", how_we_know, kPublic, {}, "how-we-know"},
    Route<App>{Method::get, "/accessibility-statement", accessibility, kPublic, {}, "accessibility"},
    Route<App>{Method::get, "/privacy", privacy, kPublic, {}, "privacy"},
    Route<App>{Method::get, "/healthz", health, kPublic, {}, "health"},
    Route<App>{Method::get, "/assets/{version}/{file}", asset, kPublic, {}, "asset"},

    Route<App>{Method::get, "/sign-in", sign_in_help, kPublic, {}, "sign-in-help"},
    Route<App>{Method::get, "/sign-in/{token}", sign_in_landing, kPublic, {}, "sign-in-landing"},
    Route<App>{Method::post, "/sign-in/{token}", sign_in, kPublic, kForm, "sign-in"},
    Route<App>{Method::get, "/sign-out", sign_out_question, kSignedIn, {}, "sign-out-question"},
    Route<App>{Method::post, "/sign-out", sign_out, kSignedIn, kForm, "sign-out"},

    Route<App>{Method::get, "/desk", desk, kCoordinator, {}, "desk"},
    Route<App>{Method::get, "/desk/import", import_form, kCoordinator, {}, "import"},
    Route<App>{Method::post, "/desk/import", import_document, kCoordinator, kUpload, "import-document"},
    Route<App>{Method::get, "/desk/import/{import}", review, kCoordinator, kReading, "review"},
    Route<App>{Method::get, "/desk/import/{import}/source", source, kCoordinator, kReading, "source"},
    Route<App>{Method::post, "/desk/import/{import}/columns", reread, kCoordinator, kHeavyForm, "columns"},
    Route<App>{Method::post, "/desk/import/{import}/add", add_item, kCoordinator, kHeavyForm, "add-item"},
    Route<App>{Method::get, "/desk/import/{import}/plan", plan_form, kCoordinator, {}, "edit-plan"},
    Route<App>{Method::post, "/desk/import/{import}/plan", edit_plan, kCoordinator, kForm, "save-plan"},
    Route<App>{Method::post, "/desk/import/{import}/settle", settle, kCoordinator, kForm, "settle"},
    Route<App>{Method::get, "/desk/import/{import}/items/{id}", edit_form, kCoordinator, {}, "edit-item"},
    Route<App>{Method::post, "/desk/import/{import}/items/{id}", edit, kCoordinator, kForm, "save-item"},
    Route<App>{Method::post, "/desk/import/{import}/items/{id}/remove", remove_item, kCoordinator, kForm, "remove-item"},
    Route<App>{Method::get, "/desk/import/{import}/changes", import_changes, kCoordinator, {}, "import-changes"},
    Route<App>{Method::post, "/desk/import/{import}/match", decide_match, kCoordinator, kForm, "decide-match"},
    Route<App>{Method::post, "/desk/import/{import}/undo-match", undo_match, kCoordinator, kForm, "undo-match"},
    Route<App>{Method::post, "/desk/import/{import}/undo", undo, kCoordinator, kForm, "undo"},
    Route<App>{Method::post, "/desk/import/{import}/accept", accept, kCoordinator, kHeavyForm, "accept"},
    Route<App>{Method::post, "/desk/import/{import}/discard", discard, kCoordinator, kForm, "discard"},
    Route<App>{Method::get, "/desk/plans/{slug}/release", release_question, kPublisher, {}, "release-question"},
    Route<App>{Method::post, "/desk/plans/{slug}/release", release, kPublisher, kForm, "release"},
    Route<App>{Method::post, "/desk/plans/{slug}/settle", settle_release, kPublisher, kForm, "settle-release"},
    Route<App>{Method::post, "/desk/plans/{slug}/withdraw", withdraw, kPublisher, kForm, "withdraw"},
    Route<App>{Method::get, "/desk/plans/{slug}/items/{id}/correct", correct_form, kCoordinator, {}, "correct-form"},
    Route<App>{Method::post, "/desk/plans/{slug}/items/{id}/correct", correct, kCoordinator, kForm, "correct"},
    Route<App>{Method::get, "/desk/plans/{slug}/items/{id}/share", share_form, kCoordinator, {}, "share-form"},
    Route<App>{Method::post, "/desk/plans/{slug}/items/{id}/share", share, kCoordinator, kForm, "share"},
    Route<App>{Method::post, "/desk/plans/{slug}/items/{id}/unshare", unshare, kCoordinator, kForm, "unshare"},
};

/// Whether a session's roles satisfy a route's permission.
bool satisfies(const tasks::Actor& actor, std::string_view permission) {
  if (permission == kCoordinator) return tasks::may(actor, tasks::Action::import);
  if (permission == kPublisher) return tasks::may(actor, tasks::Action::release);
  return permission == kSignedIn;
}

Response turned_away(const Visit& who, std::string_view key) {
  const auto said = who.site.words.text(key);
  return no_store(page(pages::refusal_page(who.site, said.text, said.language), 403));
}

/// Nothing when the visitor may go on. Forms of signed-in people carry their session's token.
std::optional<Response> denied(App& app, const Request& request, const RouteMatch& match) {
  if (match.permission == kPublic) return std::nullopt;
  const auto who = visit(app, request);
  if (!who.session) return request.is_post() ? no_store(page(pages::sign_in_page(who.site), 403)) : no_store(go_to(who, "/sign-in"));
  if (!satisfies(who.session->actor, match.permission))
    return turned_away(who, "refused.not_yours");
  if (request.is_post() && !tasks::csrf_holds(*who.session, request.form.value("csrf")))
    return turned_away(who, "refused.stale_form");
  return std::nullopt;
}

Response missing(const Request&, int status) { return text(status == 405 ? "method not allowed\n" : "not found\n", status); }

/// An address outside the table: the page is made here, where there is an App.
Response missing_page(const App& app, const Request& request) {
  return page(pages::not_found_page(visit(app, request).site), 404);
}

}  // namespace

const Router<App>& router() {
  static const Router<App> kRouter(kRoutes, missing, {"cy"});
  return kRouter;
}

Response answer(App& app, const Request& request) {
  auto response = router().answer(app, request, denied);
  if (response.status == 404 && !request.is_post() && response.headers.value("Content-Type").starts_with("text/plain"))
    return missing_page(app, request);
  return response;
}

RoutePolicy policy(const App& app, const Request& head) {
  auto policy = router().policy(head);
  const auto lookup = router().table().find(head.method, head.target.segments);
  const bool private_form = head.is_post() && lookup.found && lookup.found->match.permission != kPublic;
  if (private_form && !head.cookies.has(session_cookie_name(app)))
    policy.answer_now = text("Sign in first.\n", 403);  // before a body of 25 MB is read
  return policy;
}

Response error_page(const App& app, const Problem& problem) {
  if (problem.head == nullptr) return text(problem.sentence + "\n", problem.status);
  const auto site = site_for(app, *problem.head);
  return page(problem.reference.empty() ? pages::refusal_page(site, problem.sentence) : pages::error_page(site, problem.reference),
              problem.status);
}

}  // namespace makegood::web
