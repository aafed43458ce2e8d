// One item in several plans: the page that shows it in another one, and takes it out again.

#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Result<pages::SharePage> share_values(const App& app, const Visit& who, const RouteMatch& match) {
  const auto shown = tasks::find_shown(app.workspace, match["slug"], who.sight());
  if (!shown) return tl::unexpected(shown.error());
  const auto& plan = shown->kept->plan;
  const auto* item = find_item(plan, ItemId(std::string(match["id"])));
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item");
  pages::SharePage values;
  values.slug = plan.slug;
  values.plan_title = plan.title;
  values.item = item->id;
  values.title = item->title;
  for (const auto& inclusion : shown->lent)
    if (inclusion.item == item->id) values.shown_in.push_back(inclusion);
  const auto shelf = shelf_for(app, who);
  if (!shelf) return tl::unexpected(shelf.error());
  for (const auto& known : shelf->known) {
    if (known.plan->slug == plan.slug || !tasks::may(who.session->actor, tasks::Action::correct, {.plan = known.plan->slug})) continue;
    for (auto& place : pages::places_in(*known.plan)) values.places.push_back(std::move(place));
  }
  return values;
}

/// The page again with what was typed, saying why nothing was done.
Response share_refused(const App& app, const Visit& who, const RouteMatch& match, const Request& request, const pages::FieldFault& fault,
                       const std::optional<Refusal>& refusal = {}) {
  auto values = share_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  values->place = request.form.value("place");
  values->reason = request.form.value("reason");
  values->fault = fault;
  if (refusal) values->refusal = refusal->message;
  return no_store(page(pages::share_page(*values, who.site), refusal ? status_of(refusal->fault) : 422));
}

}  // namespace

Response share_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = share_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::share_page(*values, who.site)));
}

Response share(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto [plan, theme] = pages::place_from(request.form.value("place"));
  if (plan.empty()) return share_refused(app, who, match, request, {"place", "share.error.place"});
  if (trim(request.form.value("reason")).empty()) return share_refused(app, who, match, request, {"reason", "form.error.reason"});
  const auto item = item_of(match);
  const auto done = tasks::share_item(app.workspace, who.session->actor, item, {plan, theme}, request.form.value("reason"));
  if (!done) return share_refused(app, who, match, request, {}, done.error());
  return go_to(who, pages::item_url(item.plan, item.item).view());
}

Response unshare(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto plan = request.form.value("plan");
  if (trim(request.form.value("reason")).empty())
    return share_refused(app, who, match, request, {"reason-" + std::string(plan), "form.error.reason"});
  const auto item = item_of(match);
  const auto done = tasks::unshare_item(app.workspace, who.session->actor, item, plan, request.form.value("reason"));
  if (!done) return share_refused(app, who, match, request, {}, done.error());
  return go_to(who, pages::item_url(item.plan, item.item).view());
}

namespace {

constexpr auto kShareRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/plans/{slug}/items/{id}/share", share_form, kCorrect, {}, "share-form"},
    {Method::post, "/desk/plans/{slug}/items/{id}/share", share, kCorrect, kForm, "share"},
    {Method::post, "/desk/plans/{slug}/items/{id}/unshare", unshare, kCorrect, kForm, "unshare"},
});

}  // namespace

std::span<const Route<App>> share_routes() { return kShareRoutes; }

}  // namespace makegood::web
