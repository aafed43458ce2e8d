// Many items at once: the grid, the page that says what will change, and the change.

#include <algorithm>
#include <charconv>

#include "web/form.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

using access::Action;

/// The plan as its coordinator has it, and what was said about it.
struct Desk {
  std::shared_ptr<const KeptPlan> kept;
  std::shared_ptr<const Progress> progress;
  std::shared_ptr<const Directory> directory;
  std::vector<ItemObjective> objectives;
  [[nodiscard]] const Plan& plan() const { return kept->plan; }
};

Result<Desk> desk_of(const App& app, const Visit& who, std::string_view slug) {
  if (auto allowed = access::require(who.session->actor, Action::correct, {.plan = slug}); !allowed) return tl::unexpected(allowed.error());
  auto kept = app.workspace.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  auto progress = tasks::seen_progress(app.workspace, slug, View::live);
  if (!progress) return tl::unexpected(progress.error());
  auto directory = app.workspace.people.directory();
  if (!directory) return tl::unexpected(directory.error());
  auto objectives = app.workspace.publication.objectives(slug);
  if (!objectives) return tl::unexpected(objectives.error());
  return Desk{std::move(*kept), std::move(*progress), std::move(*directory), std::move(*objectives)};
}

Result<pages::GridPage> grid_values(const App& app, const Visit& who, const Desk& desk, const pages::GridQuery& query) {
  auto values = pages::make_grid_page(desk.plan(), *desk.progress, *desk.directory, desk.objectives, query, who.site.today);
  const auto saved = tasks::saved_filters(app.workspace, who.session->actor, desk.plan().slug);
  if (!saved) return tl::unexpected(saved.error());
  for (const auto& filter : *saved) values.saved.push_back({filter.name, filter.query});
  return values;
}

/// The grid again, with everything as it was typed and ticked.
Response grid_again(const App& app, const Visit& who, const Desk& desk, const pages::GridQuery& query, const pages::BulkForm& form,
                    std::vector<pages::FieldFault> faults) {
  auto values = grid_values(app, who, desk, query);
  if (!values) return refusal_page(who, values.error());
  values->form = form;
  values->faults = std::move(faults);
  return no_store(page(pages::grid_page(*values, who.site), 422));
}

tasks::BulkChange change_from(const pages::BulkForm& form, const TimescaleSettings& settings) {
  ManyChange change;
  change.owners = pages::lines_of(form.owners);
  change.partners = pages::lines_of(form.partners);
  change.theme = ThemeId(form.theme);
  if (const auto day = form.redate.empty() ? Result<Day>(refuse(Fault::invalid_input, "")) : tasks::day_said(form.redate, settings)) change.redated = *day;
  change.reason = std::string(trim(form.reason));
  const auto names = [&](std::string_view limb) { return std::find(form.limbs.begin(), form.limbs.end(), limb) != form.limbs.end(); };
  return {std::move(change), {std::string(trim(form.objective)), names("a"), names("b"), names("c"), form.clear_duty}};
}

std::vector<pages::FieldFault> faults_of(const pages::BulkForm& form, const tasks::BulkChange& change) {
  std::vector<pages::FieldFault> faults;
  if (form.items.empty() && !form.everything) faults.push_back({"rows", "grid.error.items"});
  if (!form.redate.empty() && !change.plan.redated) faults.push_back({"redate", "grid.error.redate"});
  else if (!change.asks_for_anything()) faults.push_back({"owners", "grid.error.what"});
  if (const auto words = tasks::objective_words(form.objective); !words) faults.push_back({"objective", "grid.error.objective"});
  if (change.plan.reason.empty()) faults.push_back({"reason", "form.error.reason"});
  return faults;
}

/// What is ticked, or all that the filter leaves.
std::vector<ItemId> chosen(const Desk& desk, const pages::GridQuery& query, const pages::BulkForm& form, Day today) {
  std::vector<ItemId> items;
  if (!form.everything)
    for (const auto& id : form.items) items.emplace_back(id);
  if (form.everything)
    for (const auto& row : pages::grid_items(desk.plan(), *desk.progress, desk.objectives, query, today)) items.push_back(row.item->id);
  return items;
}

// "ID:ENTRY" of each; what is not of this form is passed over and then not changed.
std::vector<tasks::SeenItem> seen_from(std::string_view rows) {
  std::vector<tasks::SeenItem> seen;
  for (const auto& row : split(rows, ' ')) {
    const auto colon = row.rfind(':');
    if (colon == std::string::npos) continue;
    tasks::SeenItem item{ItemId(row.substr(0, colon)), 0};
    const auto [end, error] = std::from_chars(row.data() + colon + 1, row.data() + row.size(), item.sequence);
    if (error == std::errc() && end == row.data() + row.size()) seen.push_back(std::move(item));
  }
  return seen;
}

std::vector<ItemId> ids_of(const std::vector<tasks::SeenItem>& seen) {
  std::vector<ItemId> ids;
  for (const auto& item : seen) ids.push_back(item.item);
  return ids;
}

pages::BulkLine line_of(const Plan& plan, const tasks::BulkRow& row) {
  pages::BulkLine line{row.row.item, row.ref, row.title, row.row.changes, {}, {}, row.row.refusal, {}, {}};
  if (row.duty) line.duty_before = row.duty->before, line.duty_after = row.duty->after;
  for (auto& change : line.changes)
    if (change.field == ItemField::theme)
      for (auto* values : {&change.before, &change.after})
        for (auto& value : *values) value = theme_title(plan, ThemeId(value));
  if (row.meanwhile) line.changed_by = row.meanwhile->actor, line.changed_at = row.meanwhile->at;
  return line;
}

pages::BulkPage bulk_values(const Plan& plan, const std::vector<tasks::BulkRow>& rows, const pages::BulkForm& form, const pages::GridQuery& query) {
  pages::BulkPage values;
  values.slug = plan.slug;
  values.plan_title = plan.title;
  values.form = form;
  values.query = query;
  std::vector<std::string> sent;
  for (const auto& row : rows) {
    if (row.meanwhile) values.meanwhile.push_back(line_of(plan, row));
    if (!row.row.refusal.empty()) {
      values.refused.push_back(line_of(plan, row));
    } else if (row.row.changes.empty() && !row.duty) {
      ++values.unchanged;
    } else {
      values.changing.push_back(line_of(plan, row));
      sent.push_back(row.row.item.text + ":" + std::to_string(row.seen));
    }
  }
  values.rows = join(sent, " ");
  return values;
}

}  // namespace

Response grid(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto desk = desk_of(app, who, match["slug"]);
  if (!desk) return refusal_page(who, desk.error());
  const auto asked = request.query();
  auto values = grid_values(app, who, *desk, pages::grid_query_from(pairs_of(asked)));
  if (!values) return refusal_page(who, values.error());
  if (asked.value("all") == "yes")
    for (const auto& row : values->rows) values->form.items.push_back(row.id.text);
  values->changed = number_in(asked.value("changed"), 0);
  return no_store(page(pages::grid_page(*values, who.site)));
}

Response grid_preview(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto desk = desk_of(app, who, match["slug"]);
  if (!desk) return refusal_page(who, desk.error());
  const auto pairs = pairs_of(request.form);
  const auto query = pages::grid_query_from(pairs);
  const auto form = pages::bulk_form_from(pairs);
  const auto change = change_from(form, desk->plan().settings);
  if (auto faults = faults_of(form, change); !faults.empty()) return grid_again(app, who, *desk, query, form, std::move(faults));
  const auto rows = tasks::preview_many(app.workspace, who.session->actor, match["slug"], chosen(*desk, query, form, who.site.today), change);
  if (!rows) return refusal_page(who, rows.error());
  return no_store(page(pages::bulk_page(bulk_values(desk->plan(), *rows, form, query), who.site)));
}

Response grid_change(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto desk = desk_of(app, who, match["slug"]);
  if (!desk) return refusal_page(who, desk.error());
  const auto pairs = pairs_of(request.form);
  const auto query = pages::grid_query_from(pairs);
  const auto form = pages::bulk_form_from(pairs);
  const auto change = change_from(form, desk->plan().settings);
  const auto seen = seen_from(request.form.value("rows"));
  const auto done = tasks::change_many_items(app.workspace, who.session->actor, match["slug"], seen, change);
  if (done) {
    const auto back = pages::with_query(pages::grid_url(match["slug"]), pages::pairs_of(query)).with("changed", std::to_string(*done));
    return go_to(who, back.view());
  }
  const auto rows = tasks::preview_many(app.workspace, who.session->actor, match["slug"], ids_of(seen), change, seen);
  if (!rows) return refusal_page(who, done.error());
  const auto now = desk_of(app, who, match["slug"]);
  auto values = bulk_values(now ? now->plan() : desk->plan(), *rows, form, query);
  values.refusal = done.error().message;
  return no_store(page(pages::bulk_page(values, who.site), status_of(done.error().fault)));
}

Response grid_filters(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto desk = desk_of(app, who, match["slug"]);
  if (!desk) return refusal_page(who, desk.error());
  const auto name = request.form.value("name");
  if (request.form.value("forget") == "yes") {
    const auto gone = tasks::forget_filter(app.workspace, who.session->actor, match["slug"], name);
    if (!gone) return refusal_page(who, gone.error());
    return go_to(who, pages::grid_url(match["slug"]).view());
  }
  const auto asked = parse_form(request.form.value("query"));
  const auto query = pages::grid_query_from(asked ? pairs_of(*asked) : pages::QueryPairs{});
  const auto kept = tasks::save_filter(app.workspace, who.session->actor, match["slug"], name, pages::query_text(query));
  if (kept) return go_to(who, pages::with_query(pages::grid_url(match["slug"]), pages::pairs_of(query)).view());
  auto values = grid_values(app, who, *desk, query);
  if (!values) return refusal_page(who, values.error());
  values->filter_name = name;
  if (trim(name).empty()) values->faults = {{"name", "grid.error.name"}};
  else values->refusal = kept.error().message;
  return no_store(page(pages::grid_page(*values, who.site), status_of(kept.error().fault)));
}

namespace {

constexpr auto kGridRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/grid/{slug}", grid, kCorrect, {}, "grid"},
    {Method::post, "/desk/grid/{slug}/preview", grid_preview, kCorrect, kForm, "grid-preview"},
    {Method::post, "/desk/grid/{slug}/change", grid_change, kCorrect, kForm, "grid-change"},
    {Method::post, "/desk/grid/{slug}/filters", grid_filters, kCorrect, kForm, "grid-filters"},
});

}  // namespace

std::span<const Route<App>> grid_routes() { return kGridRoutes; }

}  // namespace makegood::web
