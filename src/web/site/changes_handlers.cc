// What a newer version changes: the coordinator's page before it is accepted, the public's after.

#include "formats/csv.h"
#include "json/json.h"
#include "pages/change_pages.h"
#include "report/changes.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Response back_to_changes(const Visit& who, const tasks::ImportId& id) { return go_to(who, pages::import_changes_url(id.text).view()); }

Result<pages::ImportChangesPage> values_of(const App& app, const Visit& who, const tasks::ImportId& id) {
  const auto import = tasks::find_import(app.workspace, who.session->actor, id);
  if (!import) return tl::unexpected(import.error());
  if (import->summary.state != tasks::ImportState::open) return refuse(Fault::not_found, "this import is no longer open");
  const auto kept = app.workspace.plans.find(import->summary.slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto draft = import->draft();
  auto values = pages::make_import_changes((*kept)->plan, draft, compare((*kept)->plan, draft, import->decisions()));
  values.id = id.text;
  values.can_undo = !import->steps.empty() && import->steps.back().match.has_value();
  return values;
}

Response changes_refused(const App& app, const Visit& who, const Request& request, const tasks::ImportId& id, const Refusal& refusal) {
  auto values = values_of(app, who, id);
  if (!values) return refusal_page(who, values.error());
  values->refusal = refusal.message;
  values->typed = pages::refused_reason_from(pairs_of(request.form));
  return no_store(page(pages::import_changes_page(*values, who.site), status_of(refusal.fault)));
}

struct Named {
  std::string from, to;
};

/// "2023..2024"
std::optional<Named> versions_in(std::string_view text) {
  const auto at = text.find("..");
  if (at == std::string_view::npos || at == 0 || at + 2 >= text.size()) return std::nullopt;
  return Named{std::string(text.substr(0, at)), std::string(text.substr(at + 2))};
}

Response versions_json(std::string_view slug, const std::vector<PlanVersion>& versions) {
  OrderedJson list = OrderedJson::array();
  for (std::size_t i = 0; i < versions.size(); ++i) {
    OrderedJson json = {{"called", versions[i].called}, {"adopted_at", versions[i].adopted_at}, {"released_at", versions[i].released_at}};
    if (i > 0) json["changes"] = std::string(pages::changes_url(slug, versions[i - 1].called, versions[i].called).view()) + ".json";
    list.push_back(std::move(json));
  }
  return json(OrderedJson{{"versions", list}}.dump(2) + "\n");
}

}  // namespace

Response import_changes(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = values_of(app, who, import_of(match));
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::import_changes_page(*values, who.site)));
}

Response decide_match(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto id = import_of(match);
  const auto decision = pages::match_decision_from(pairs_of(request.form));
  if (!decision) return changes_refused(app, who, request, id, decision.error());
  const auto done = tasks::decide_match(app.workspace, who.session->actor, id, *decision);
  return done ? back_to_changes(who, id) : changes_refused(app, who, request, id, done.error());
}

Response undo_match(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto id = import_of(match);
  const auto done = tasks::undo_last_step(app.workspace, who.session->actor, id);
  return done ? back_to_changes(who, id) : changes_refused(app, who, request, id, done.error());
}

Response plan_versions(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto versions = app.workspace.plans.versions(match["slug"], who.sight().of(match["slug"]));
  if (!versions) return refusal_page(who, versions.error());
  if (match.suffix == "json") return versions_json(match["slug"], *versions);
  pages::VersionsPage values{(*kept)->plan.slug, (*kept)->plan.title, "en", {}};
  for (const auto& version : *versions) values.versions.push_back({version.called, tasks::day_of(version.adopted_at), tasks::day_of(version.released_at)});
  return page(pages::versions_page(values, who.site));
}

Response plan_changes(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto named = versions_in(match["versions"]);
  if (!named) return page(pages::not_found_page(who.site), 404);
  const auto view = who.sight().of(match["slug"]);
  const auto before = app.workspace.plans.find_version(match["slug"], named->from, view);
  if (!before) return refusal_page(who, before.error());
  const auto after = app.workspace.plans.find_version(match["slug"], named->to, view);
  if (!after) return refusal_page(who, after.error());
  const auto changes = compare_versions(*before, *after);
  const VersionPair versions{*before, *after, named->from, named->to};
  if (match.suffix == "json") return json(changes_json(versions, changes));
  if (match.suffix == "csv")
    return csv(write_csv(change_rows(versions, changes)), after->slug + "-" + named->from + "-to-" + named->to + ".csv");
  return page(pages::changes_page({after->slug, after->title, "en", named->from, named->to,
                                   pages::make_change_lines(*before, *after, changes), changes.themes}, who.site));
}

namespace {

constexpr auto kChangesRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/changes", plan_versions, kPublic, {.data = "json"}, "versions"},
    {Method::get, "/plans/{slug}/changes/{versions}", plan_changes, kPublic, {.data = "json csv"}, "changes"},
    {Method::get, "/desk/import/{import}/changes", import_changes, kImport, {}, "import-changes"},
    {Method::post, "/desk/import/{import}/match", decide_match, kImport, kForm, "decide-match"},
    {Method::post, "/desk/import/{import}/undo-match", undo_match, kImport, kForm, "undo-match"},
});

}  // namespace

std::span<const Route<App>> changes_routes() { return kChangesRoutes; }

}  // namespace makegood::web
