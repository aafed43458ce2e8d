// Following by e-mail: asking, confirming, ending. Looking at a link changes nothing: mail scanners
// open links. Whoever ends it needs no cookie: mail programs do it with one request (RFC 8058).

#include "pages/follow_pages.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Result<pages::FollowPage> follow_values(const App& app, const RouteMatch& match, std::string_view about) {
  const auto kept = app.workspace.plans.find(match["slug"], View::released);
  if (!kept) return tl::unexpected(kept.error());
  const auto& plan = (*kept)->plan;
  pages::FollowPage values{.slug = plan.slug, .plan_title = plan.title};
  const auto hold = tasks::hold_today(app.workspace, plan.organisation);
  if (!hold) return tl::unexpected(hold.error());
  values.hold = *hold;
  for (const auto& theme : plan.themes) values.themes.push_back({"theme:" + theme.id.text, theme_title(plan, theme.id)});
  for (const auto& owner : owners_of(plan)) values.owners.push_back({"owner:" + owner, owner});
  const auto following = tasks::following_from(plan.slug, about);
  if (!following) return values;
  const auto title = tasks::title_of(*following, plan);
  if (!title) return values;
  values.about = about;
  if (following->part == tasks::FollowedPart::item) values.item = pages::FollowChoice{values.about, *title};
  return values;
}

/// What a subscription is called, in the plan as the public sees it; its slug when it is gone.
pages::StopPage::Line line_of(const App& app, const tasks::Subscription& subscription) {
  const auto kept = app.workspace.plans.find(subscription.following.plan, View::released);
  if (!kept) return {subscription.id, subscription.following.plan, subscription.following.plan};
  const auto title = tasks::title_of(subscription.following, (*kept)->plan);
  return {subscription.id, (*kept)->plan.title, title.value_or((*kept)->plan.title)};
}

Response confirmation(const App& app, const Visit& who, std::string_view token, const Result<tasks::Subscription>& found, bool done) {
  if (!found) return no_store(page(pages::follow_refused_page(who.site), 404));
  const auto line = line_of(app, *found);
  return no_store(page(pages::confirm_page({std::string(token), found->following.plan, line.title, "en", done || found->confirmed != 0}, who.site)));
}

Response follow_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = follow_values(app, match, request.query().value("about"));
  if (!values) return refusal_page(who, values.error());
  return page(pages::follow_page(*values, who.site));
}

Response follow(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto about = request.form.value("about");
  auto values = follow_values(app, match, about);
  if (!values) return refusal_page(who, values.error());
  const auto following = tasks::following_from(values->slug, about);
  const auto done = following ? tasks::ask_to_follow(app.workspace, *following, request.form.value("email"), who.site.words.language())
                              : Result<void>(tl::unexpected(following.error()));
  if (done) return no_store(page(pages::follow_asked_page(who.site, *values)));
  values->email = request.form.value("email");
  values->refusal = done.error().message;
  if (done.error().fault == Fault::invalid_input) values->fault_field = following && tasks::is_mail_address(trim(values->email)) ? "about" : "email";
  return no_store(page(pages::follow_page(*values, who.site), status_of(done.error().fault)));
}

Response follow_confirm_question(App& app, const Request& request, const RouteMatch& match) {
  return confirmation(app, visit(app, request), match["token"], tasks::look_at_confirmation(app.workspace, match["token"]), false);
}

Response follow_confirm(App& app, const Request& request, const RouteMatch& match) {
  return confirmation(app, visit(app, request), match["token"], tasks::confirm_following(app.workspace, match["token"]), true);
}

Response follow_stop_question(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto following = tasks::look_at_stop(app.workspace, match["token"]);
  if (!following) return no_store(page(pages::follow_refused_page(who.site), 404));
  pages::StopPage values{std::string(match["token"]), {}};
  for (const auto& subscription : *following) values.following.push_back(line_of(app, subscription));
  return no_store(page(pages::stop_page(values, who.site)));
}

Response follow_stop(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto done = tasks::stop_following(app.workspace, match["token"], request.form.value("one"));
  if (!done) return no_store(page(pages::follow_refused_page(who.site), status_of(done.error().fault)));
  if (tasks::look_at_stop(app.workspace, match["token"])) return go_to(who, "/follow/stop/" + std::string(match["token"]));
  return no_store(page(pages::stop_page({}, who.site)));
}

// RFC 8058: the request may be a form of either kind, and comes from anywhere.
constexpr RouteOptions kOneClick{.body = BodyKind::multipart, .other_sites_may_post = true};
constexpr auto kFollowRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/follow", follow_form, kPublic, {}, "follow-form"},
    {Method::post, "/plans/{slug}/follow", follow, kPublic, kForm, "follow"},
    {Method::get, "/follow/confirm/{token}", follow_confirm_question, kPublic, {}, "follow-confirm-question"},
    {Method::post, "/follow/confirm/{token}", follow_confirm, kPublic, kForm, "follow-confirm"},
    {Method::get, "/follow/stop/{token}", follow_stop_question, kPublic, {}, "follow-stop-question"},
    {Method::post, "/follow/stop/{token}", follow_stop, kPublic, kOneClick, "follow-stop"},
});

}  // namespace

std::span<const Route<App>> follow_routes() { return kFollowRoutes; }

}  // namespace makegood::web
