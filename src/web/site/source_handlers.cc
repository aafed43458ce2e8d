// The document behind an import: shown whole, read again in another way, and items taken from it or
// put back by hand.

#include "pages/columns_form.h"
#include "pages/source_page.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

std::string path_of(const RouteMatch& match) { return "/desk/import/" + std::string(match["import"]); }

Result<pages::SourcePage> source_values(const Reviewed& reviewed, int number, bool only_nothing) {
  if (!reviewed.source) return refuse(Fault::not_found, "this document cannot be read again: its bytes were erased");
  return pages::make_source_page(reviewed.view(), reviewed.draft, proposal_line(reviewed.import.summary), number, only_nothing);
}

Response source_refused(const App& app, const Visit& who, const Request& request, const RouteMatch& match, const Refusal& refusal) {
  const auto reviewed = find_reviewed(app, who, match);
  if (!reviewed) return refusal_page(who, reviewed.error());
  auto values = source_values(*reviewed, number_in(request.form.value("page"), 1), request.form.value("show") == "nothing");
  if (!values) return refusal_page(who, values.error());
  values->refusal = refusal.message;
  return no_store(page(pages::source_page(*values, who.site), status_of(refusal.fault)));
}

/// Columns that the form names one after the other, from the first.
Result<std::vector<ColumnRole>> columns_from(const Fields& form) {
  std::vector<ColumnRole> columns;
  for (int n = 1; form.has(pages::column_field(n)); ++n) {
    const auto role = column_role_from(form.value(pages::column_field(n)));
    if (!role) return refuse(Fault::invalid_input, "the form does not say what the columns mean");
    columns.push_back(*role);
  }
  return columns;
}

}  // namespace

Response source(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto reviewed = find_reviewed(app, who, match);
  if (!reviewed) return refusal_page(who, reviewed.error());
  const auto query = request.query();
  const auto values = source_values(*reviewed, number_in(query.value("page"), 1), query.value("show") == "nothing");
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::source_page(*values, who.site)));
}

Response reread(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto columns = columns_from(request.form);
  if (!columns) return review_refused(app, who, request, match, columns.error());
  tasks::TableReading table{std::string(request.form.value("table")), request.form.value("left_out") == "yes", std::move(*columns)};
  const auto done = tasks::reread_import(app.workspace, who.session->actor, import_of(match), table);
  return done ? go_to(who, path_of(match)) : review_refused(app, who, request, match, done.error());
}

Response add_item(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const Position at{.block = number_in(request.form.value("block"), 0), .row = number_in(request.form.value("row"), 0)};
  const auto added = tasks::add_item(app.workspace, who.session->actor, import_of(match), at);
  if (!added) return source_refused(app, who, request, match, added.error());
  const auto reviewed = find_reviewed(app, who, match);
  if (!reviewed) return refusal_page(who, reviewed.error());
  const auto lines = pages::source_lines(reviewed->view(), reviewed->draft);
  return go_to(who, pages::source_place_url(match["import"], lines, at).view());
}

Response remove_item(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto done = tasks::remove_item(app.workspace, who.session->actor, import_of(match), ItemId(std::string(match["id"])));
  return done ? go_to(who, path_of(match)) : review_refused(app, who, request, match, done.error());
}

Response plan_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto import = app.workspace.imports.find(import_of(match));
  if (!import) return refusal_page(who, import.error());
  return no_store(page(pages::plan_form_page(pages::make_plan_form_page(import->draft(), std::string(match["import"])), who.site)));
}

Response edit_plan(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto edit = pages::plan_edit_from(pairs_of(request.form));
  const auto done = tasks::edit_plan(app.workspace, who.session->actor, import_of(match), edit);
  if (done) return go_to(who, path_of(match) + "/plan");
  const auto import = app.workspace.imports.find(import_of(match));
  if (!import) return refusal_page(who, import.error());
  auto values = pages::make_plan_form_page(import->draft(), std::string(match["import"]));
  values.refusal = done.error().message;
  values.fault_at = pages::plan_form_field(edit);
  values.typed = edit.text;
  return no_store(page(pages::plan_form_page(values, who.site), status_of(done.error().fault)));
}

namespace {

constexpr auto kSourceRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/import/{import}/source", source, kImport, kReading, "source"},
    {Method::post, "/desk/import/{import}/columns", reread, kImport, kHeavyForm, "columns"},
    {Method::post, "/desk/import/{import}/add", add_item, kImport, kHeavyForm, "add-item"},
    {Method::get, "/desk/import/{import}/plan", plan_form, kImport, {}, "edit-plan"},
    {Method::post, "/desk/import/{import}/plan", edit_plan, kImport, kForm, "save-plan"},
    {Method::post, "/desk/import/{import}/items/{id}/remove", remove_item, kImport, kForm, "remove-item"},
});

}  // namespace

std::span<const Route<App>> source_routes() { return kSourceRoutes; }

}  // namespace makegood::web
