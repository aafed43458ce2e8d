// Files of a register: an empty one to fill in, one that comes in, and what it would do before it does it.

#include <algorithm>

#include <fmt/format.h>

#include "extract/own_cells.h"
#include "formats/csv.h"
#include "formats/write.h"
#include "pages/refusal_words.h"
#include "pages/register_import_page.h"
#include "report/register_workbook.h"
#include "tasks/record_files.h"
#include "tasks/record_step.h"
#include "web/site/handlers.h"
#include "web/site/record_values.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

/// A register into which the visitor may bring a file.
Result<std::shared_ptr<const KeptRegister>> to_import_into(const App& app, const Visit& who, std::string_view name) {
  auto kept = app.workspace.registers.find(name);
  if (!kept) return kept;
  if (const auto rights = tasks::rights_to_import((*kept)->definition, who.session->actor); !rights) return tl::unexpected(rights.error());
  return kept;
}

/// Whose file it may be, by name: those whose records the visitor may send in; all where they keep the register.
std::vector<std::pair<std::string, std::string>> organisations_for(const App& app, const Visit& who, const Definition& definition) {
  std::vector<std::pair<std::string, std::string>> found;
  const auto directory = app.workspace.people.directory();
  if (!directory || definition.organisation.empty()) return found;
  const auto rights = tasks::rights_to_import(definition, who.session->actor);
  const bool all = rights && *rights == tasks::Rights::of_the_machine;
  const auto reach = tasks::reach_for(definition, who.session->actor, tasks::Doing::submit);
  for (const auto& one : (*directory)->organisations)
    if (all || reach.covers(one.id.text)) found.emplace_back(one.id.text, one.name);
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
  return found;
}

Response import_shown(const App& app, const Visit& who, const KeptRegister& kept, const std::optional<Refusal>& refusal, std::string_view organisation = {}) {
  const pages::RegisterImportPage values{.definition = &kept.definition, .refusal = refusal ? refusal->message : std::string{},
                                         .organisations = organisations_for(app, who, kept.definition), .organisation = std::string(organisation)};
  return no_store(page(pages::register_import_page(values, who.site), refusal ? status_of(refusal->fault) : 200));
}

Response import_question(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = to_import_into(app, who, match["register"]);
  return kept ? import_shown(app, who, **kept, {}) : refusal_page(who, kept.error());
}

Response hand_in(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = to_import_into(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto* file = uploaded(request);
  const auto organisation = request.form.value("organisation");
  if (file == nullptr) return import_shown(app, who, **kept, Refusal{Fault::invalid_input, "choose the document to read", {}}, organisation);
  const auto id = tasks::hand_in_file(app.workspace, who.session->actor, match["register"], {std::string(file->content->bytes()), file->name}, organisation);
  if (!id) return import_shown(app, who, **kept, id.error(), organisation);
  const auto url = pages::waiting_file_url(match["register"], *id);
  return go_to(who, (organisation.empty() ? url : url.with("organisation", organisation)).view());
}

/// The name of the organisation, if it is one.
std::string name_of(const App& app, std::string_view organisation) {
  const auto names = tasks::organisation_names(app.workspace);
  return names && !organisation.empty() ? names->name_of(names->id_of(organisation)) : std::string{};
}

pages::WaitingFilePage values_of(const App& app, const Definition& definition, const tasks::SeenFile& seen, int page, std::string_view organisation) {
  pages::WaitingFilePage values{.definition = &definition, .id = seen.id, .name = seen.name, .digest = seen.digest, .rows = seen.rows};
  values.organisation = organisation;
  values.organisation_name = name_of(app, organisation);
  const auto& import = seen.import;
  values.fresh = import.fresh;
  values.changed = import.changed;
  values.unchanged = import.unchanged;
  values.faulty = static_cast<int>(import.faulty.size());
  values.faults = import.faults.size();
  for (const auto& column : import.columns) values.columns.emplace_back(column.heading, column.field);
  values.unknown = import.unknown_columns;
  values.unmapped = import.unmapped;
  values.unknown_organisations = import.unknown_organisations;
  values.not_asked = import.not_asked;
  const auto pages = static_cast<int>((values.faults + pages::kFaultsAPage - 1) / pages::kFaultsAPage);
  values.page = std::clamp(page, 1, std::max(pages, 1));
  const auto from = static_cast<std::size_t>(values.page - 1) * pages::kFaultsAPage;
  for (auto i = from; i < std::min(values.faults, from + pages::kFaultsAPage); ++i) values.shown.push_back({import.faults[i].row, import.faults[i].column, import.faults[i].message});
  if (!seen.accepted) return values;
  values.accepted = true;
  values.fresh = seen.accepted->fresh;
  values.changed = seen.accepted->changed;
  values.unchanged = seen.accepted->unchanged;
  values.faulty = seen.accepted->left_out;
  return values;
}

Response waiting_file(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = to_import_into(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto organisation = request.query().value("organisation");
  const auto seen = tasks::look_at_file(app.workspace, who.session->actor, match["register"], match["file"], organisation);
  if (!seen) return refusal_page(who, seen.error());
  const auto values = values_of(app, (*kept)->definition, *seen, number_in(request.query().value("page"), 1), organisation);
  return no_store(page(pages::waiting_file_page(values, who.site)));
}

Response all_faults(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = tasks::look_at_file(app.workspace, who.session->actor, match["register"], match["file"], request.query().value("organisation"));
  if (!seen) return refusal_page(who, seen.error());
  const auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto titles = pages::titles_for(who.site, &(*kept)->definition);
  std::vector<std::vector<std::string>> rows{{"row", "column", "reason"}};
  for (const auto& fault : seen->import.faults) rows.push_back({std::to_string(fault.row), spreadsheet_safe(fault.column), spreadsheet_safe(said_in(who.site.words.language(), fault.message, titles).text)});
  return no_store(csv(write_csv(rows), std::string(match["register"]) + "-faults.csv"));
}

Response accept(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = to_import_into(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto organisation = request.form.value("organisation");
  const auto on_fault = request.form.value("decision") == "without_faulty" ? tasks::OnFault::set_aside : tasks::OnFault::refuse_all;
  const auto done = tasks::accept_file(app.workspace, who.session->actor, match["register"], match["file"], request.form.value("digest"), on_fault, organisation);
  if (done && done->accepted) return go_to(who, pages::waiting_file_url(match["register"], match["file"]).view());
  const auto refusal = done ? Refusal{Fault::conflict, "something changed since the file was shown: some rows are at fault now, and nothing was brought in", {}} : done.error();
  const auto seen = tasks::look_at_file(app.workspace, who.session->actor, match["register"], match["file"], organisation);
  if (!seen) return refusal_page(who, refusal);
  auto values = values_of(app, (*kept)->definition, *seen, 1, organisation);
  values.refusal = refusal.message;
  return no_store(page(pages::waiting_file_page(values, who.site), status_of(refusal.fault)));
}

Response cancel(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (auto done = tasks::throw_away_file(app.workspace, who.session->actor, match["file"]); !done) return refusal_page(who, done.error());
  return go_to(who, pages::register_import_url(match["register"]).view());
}

Response empty_file(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known_register(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto& definition = (*kept)->definition;
  if (match.suffix == "csv") return csv(write_csv({template_headings(definition, who.site.words)}), definition.name + "-template.csv");
  if (match.suffix == "xlsx") return send_register_workbook(who, register_template(definition, who.site.words), definition.name + "-template");
  return page(pages::not_found_page(who.site), 404);
}

constexpr auto kRegisterFileRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers/{register}/template", empty_file, kPublic, {.data = "xlsx csv"}, "register-template"},
    {Method::get, "/registers/{register}/import", import_question, kSignedIn, {}, "register-import"},
    {Method::post, "/registers/{register}/import", hand_in, kSignedIn, kUpload, "hand-in-register-file"},
    {Method::get, "/registers/{register}/import/{file}", waiting_file, kSignedIn, kReading, "register-file"},
    {Method::get, "/registers/{register}/import/{file}/faults", all_faults, kSignedIn, kReading, "register-file-faults"},
    {Method::post, "/registers/{register}/import/{file}/accept", accept, kSignedIn, kHeavyForm, "accept-register-file"},
    {Method::post, "/registers/{register}/import/{file}/cancel", cancel, kSignedIn, kForm, "cancel-register-file"},
});

}  // namespace

Response send_register_workbook(const Visit& who, const Workbook& book, std::string_view name) {
  auto bytes = write_xlsx(book);
  if (!bytes) return refusal_page(who, bytes.error());
  return no_store(download(std::move(*bytes), std::string(kWorkbookType), fmt::format("{}.xlsx", name)));
}

std::span<const Route<App>> register_file_routes() { return kRegisterFileRoutes; }

}  // namespace makegood::web
