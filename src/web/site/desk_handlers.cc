// The coordinator's morning, and what is done with plans in force: release, withdraw, correct.

#include "web/site/handlers.h"

namespace makegood::web {
namespace {

using pages::ItemFormPage;

struct FoundItem {
  std::shared_ptr<const KeptPlan> kept;
  const Item* item = nullptr;
};

Result<FoundItem> find_in_plan(const App& app, const Visit& who, const RouteMatch& match) {
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return tl::unexpected(kept.error());
  const auto* item = find_item((*kept)->plan, ItemId(std::string(match["id"])));
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item");
  return FoundItem{*kept, item};
}

ItemFormPage correction_form(const FoundItem& found, pages::ItemForm form) {
  ItemFormPage values;
  values.slug = found.kept->plan.slug;
  values.plan_title = found.kept->plan.title;
  values.item = *found.item;
  values.form = std::move(form);
  values.themes = pages::theme_choices(found.kept->plan);
  values.settings = found.kept->plan.settings;
  return values;
}

Result<pages::ReleasePage> release_values(const App& app, std::string_view slug) {
  const auto shown = tasks::find_to_release(app.workspace, slug);
  if (!shown) return tl::unexpected(shown.error());
  const auto& kept = *shown->kept;
  pages::ReleasePage values;
  auto provenance = provenance_of(app, kept);
  provenance.is_public = true;  // as it will be
  if (!kept.summary.released) provenance.released.reset();
  const auto rules = tasks::seen_rules(app.workspace, *shown, View::released);
  if (!rules) return tl::unexpected(rules.error());
  values.preview = plan_values(*shown, provenance, {}, *rules);
  values.to_settle = pages::release_questions(kept.plan);
  values.is_public = kept.summary.released;
  values.has_changes = !kept.summary.released || kept.summary.pending;
  return values;
}

/// The release page again, saying why the last step was not taken.
Response release_refused(const App& app, const Visit& who, std::string_view slug, const Refusal& refusal) {
  auto values = release_values(app, slug);
  if (!values) return refusal_page(who, values.error());
  values->refusal = refusal.message;
  return no_store(page(pages::release_page(*values, who.site), status_of(refusal.fault)));
}

std::vector<Correction> with_reason(std::vector<Correction> corrections, const std::string& reason) {
  for (auto& correction : corrections) correction.reason = reason;
  return corrections;
}

}  // namespace

Response desk(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  if (who.session->must_enrol) return no_store(go_to(who, "/account/codes"));
  const auto shelf = shelf_for(app, who);
  if (!shelf) return refusal_page(who, shelf.error());
  std::vector<pages::ProposalLine> proposals;
  if (tasks::may_somewhere(who.session->actor, tasks::Action::import)) {
    auto waiting = waiting_proposals(app, who);
    if (!waiting) return refusal_page(who, waiting.error());
    proposals = std::move(*waiting);
  }
  const auto directory = app.workspace.people.directory();
  if (!directory) return refusal_page(who, directory.error());
  return no_store(page(pages::desk_page(pages::make_desk_page(shelf->known, std::move(proposals), who.site.today, **directory), who.site)));
}

Response release_question(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto values = release_values(app, match["slug"]);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::release_page(*values, who.site)));
}

Response release(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto done = tasks::release_plan(app.workspace, who.session->actor, match["slug"]);
  if (!done) return release_refused(app, who, match["slug"], done.error());
  return go_to(who, html::Url::path({"plans", match["slug"]}).view());
}

Response settle_release(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto settlement = pages::settlement_from(pairs_of(request.form));
  if (!settlement) return release_refused(app, who, match["slug"], settlement.error());
  const auto done = tasks::settle_in_plan(app.workspace, who.session->actor, match["slug"], *settlement);
  if (!done) return release_refused(app, who, match["slug"], done.error());
  return go_to(who, html::Url::path({"desk", "plans", match["slug"], "release"}).view());
}

Response withdraw(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto done = tasks::withdraw_plan(app.workspace, who.session->actor, match["slug"], request.form.value("reason"));
  if (!done) return release_refused(app, who, match["slug"], done.error());
  return go_to(who, "/desk");
}

Response correct_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto found = find_in_plan(app, who, match);
  if (!found) return refusal_page(who, found.error());
  return no_store(page(pages::correct_page(correction_form(*found, pages::item_form(*found->item)), who.site)));
}

Response correct(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit_plan(app, request, match["slug"]);
  const auto found = find_in_plan(app, who, match);
  if (!found) return refusal_page(who, found.error());
  auto values = correction_form(*found, pages::item_form_from(pairs_of(request.form)));
  values.faults = pages::faults_of(values.form, true);
  if (!values.faults.empty()) return no_store(page(pages::correct_page(values, who.site), 422));
  const auto corrections = with_reason(pages::corrections_from(*found->item, values.form), values.form.reason);
  const auto done = tasks::correct_fields(app.workspace, who.session->actor, match["slug"], corrections);
  if (!done) {
    values.refusal = done.error().message;
    return no_store(page(pages::correct_page(values, who.site), status_of(done.error().fault)));
  }
  return go_to(who, pages::item_url(match["slug"], found->item->id).view());
}

namespace {

constexpr auto kDeskRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk", desk, kSignedIn, {}, "desk"},
    {Method::get, "/desk/plans/{slug}/release", release_question, kRelease, {}, "release-question"},
    {Method::post, "/desk/plans/{slug}/release", release, kRelease, kForm, "release"},
    {Method::post, "/desk/plans/{slug}/settle", settle_release, kRelease, kForm, "settle-release"},
    {Method::post, "/desk/plans/{slug}/withdraw", withdraw, kRelease, kForm, "withdraw"},
    {Method::get, "/desk/plans/{slug}/items/{id}/correct", correct_form, kCorrect, {}, "correct-form"},
    {Method::post, "/desk/plans/{slug}/items/{id}/correct", correct, kCorrect, kForm, "correct"},
});

}  // namespace

std::span<const Route<App>> desk_routes() { return kDeskRoutes; }

}  // namespace makegood::web
