// Dates that moved: what slipped, and moving one.

#include "formats/csv.h"
#include "report/slipped.h"
#include "web/site/handlers.h"

namespace makegood::web {

Response slipped(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto progress = tasks::seen_progress(app.workspace, match["slug"], view_of(who, match["slug"]));
  if (!progress) return refusal_page(who, progress.error());
  const auto& plan = (*kept)->plan;
  const auto today = who.site.today;
  if (match.suffix == "json") return json(slipped_json(plan, slippages(plan, **progress), reviews(plan, **progress, today), today));
  if (match.suffix == "csv") return csv(write_csv(slipped_rows(plan, slippages(plan, **progress))), plan.slug + "-slipped.csv");
  return page(pages::slipped_page(pages::make_slipped_page(plan, **progress, today), who.site));
}

namespace {

using access::Action;

struct Redated {
  std::shared_ptr<const KeptPlan> kept;
  pages::RedatePage values;
  std::int64_t now = 0;  ///< the last entry about the item
};

Result<Redated> redate_values(const App& app, const Visit& who, const RouteMatch& match) {
  if (auto allowed = access::require(who.session->actor, Action::redate, {.plan = match["slug"]}); !allowed) return tl::unexpected(allowed.error());
  Redated made;
  const ItemId item{std::string(match["id"])};
  const auto seen = tasks::last_seen(app.workspace, item);
  if (!seen) return tl::unexpected(seen.error());
  made.now = *seen;
  auto kept = app.workspace.plans.find(match["slug"], View::live);
  if (!kept) return tl::unexpected(kept.error());
  made.kept = std::move(*kept);
  const auto progress = tasks::seen_progress(app.workspace, match["slug"], View::live);
  if (!progress) return tl::unexpected(progress.error());
  auto beside = pages::make_beside_item(made.kept->plan, item, **progress, who.site.today);
  if (!beside) return refuse(Fault::not_found, "there is no such item");
  made.values.beside = std::move(*beside);
  made.values.seen = std::to_string(made.now);
  return made;
}

std::vector<pages::FieldFault> faults_of(const pages::RedatePage& values, const TimescaleSettings& settings) {
  std::vector<pages::FieldFault> faults;
  if (!tasks::day_said(values.redate, settings)) faults.push_back({"redate", "grid.error.redate"});
  if (trim(values.reason).empty()) faults.push_back({"reason", "form.error.reason"});
  return faults;
}

Response redate_again(const Visit& who, const pages::RedatePage& values, int status) { return no_store(page(pages::redate_page(values, who.site), status)); }

}  // namespace

Response redate_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto made = redate_values(app, who, match);
  if (!made) return refusal_page(who, made.error());
  return redate_again(who, made->values, 200);
}

Response redate(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto made = redate_values(app, who, match);
  if (!made) return refusal_page(who, made.error());
  auto& values = made->values;
  values.redate = squeeze(request.form.value("redate"));
  values.reason = request.form.value("reason");
  const auto& settings = made->kept->plan.settings;
  values.faults = faults_of(values, settings);
  if (!values.faults.empty()) return redate_again(who, values, 422);
  const auto seen = sequence_from(request.form.value("seen"));
  const auto done = tasks::redate(app.workspace, who.session->actor, match["slug"], {{values.beside.item.id, seen}}, *tasks::day_said(values.redate, settings), values.reason);
  if (done) return go_to(who, pages::item_url(match["slug"], values.beside.item.id).view());
  values.refusal = done.error().message;
  if (made->now > seen)
    if (auto story = story_of(app, who, *made->kept, values.beside.item.id))
      for (auto& line : *story)
        if (line.sequence > seen) values.meanwhile.push_back(std::move(line));
  return redate_again(who, values, status_of(done.error().fault));
}

namespace {

constexpr auto kSlippedRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/slipped", slipped, kPublic, {.data = "json csv"}, "slipped"},
    {Method::get, "/desk/plans/{slug}/items/{id}/redate", redate_form, kRedate, {}, "redate-form"},
    {Method::post, "/desk/plans/{slug}/items/{id}/redate", redate, kRedate, kForm, "redate"},
});

}  // namespace

std::span<const Route<App>> slipped_routes() { return kSlippedRoutes; }

}  // namespace makegood::web
