// Registers for everybody: what is recorded, what of it is public, and the form.

#include <algorithm>

#include <nlohmann/json.hpp>

#include "extract/own_cells.h"
#include "formats/csv.h"
#include "pages/register_pages.h"
#include "tasks/record_step.h"
#include "tasks/records.h"
#include "tasks/registers.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

bool may_submit(const KeptRegister& kept, const Visit& who) {
  if (!kept.is_open()) return false;
  return open_to_anybody(kept.definition) || (who.session && !tasks::reach_for(kept.definition, who.session->actor, tasks::Doing::submit).nobody());
}

/// Registers that have something for somebody who comes by: public records, or a form for anybody.
bool is_public(const KeptRegister& kept) { return kept.definition.public_when.has_value() || open_to_anybody(kept.definition); }

Response registers(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto all = app.workspace.registers.all();
  if (!all) return refusal_page(who, all.error());
  std::vector<pages::RegisterLine> lines;
  for (const auto& kept : *all)
    if (is_public(*kept)) lines.push_back({&kept->definition, kept->is_open(), may_submit(*kept, who), {}});
  return page(pages::registers_page(lines, who.site));
}

std::vector<const RegisterField*> public_fields(const Definition& definition) {
  std::vector<const RegisterField*> fields;
  for (const auto& field : definition.fields)
    if (field.is_public) fields.push_back(&field);
  return fields;
}

Response records_csv(const Definition& definition, const std::vector<Answers>& records) {
  std::vector<std::vector<std::string>> rows(1);
  for (const auto* field : public_fields(definition)) rows[0].push_back(field->name);
  for (const auto& record : records) {
    rows.emplace_back();
    for (const auto* field : public_fields(definition)) rows.back().push_back(spreadsheet_safe(std::string(makegood::answer(record, field->name))));
  }
  return csv(write_csv(rows), definition.name + ".csv");
}

Response records_json(const Definition& definition, const std::vector<Answers>& records) {
  auto all = nlohmann::ordered_json::array();
  for (const auto& record : records) all.push_back(record);
  const nlohmann::ordered_json out = {{"register", definition.name}, {"title", definition.title.en}, {"records", all}};
  return json(out.dump(2, ' ', false, nlohmann::ordered_json::error_handler_t::replace) + "\n");
}

/// A register that the visitor may know of: one for everybody, or one that they work with.
Result<std::shared_ptr<const KeptRegister>> known(const App& app, const Visit& who, std::string_view name) {
  auto kept = app.workspace.registers.find(name);
  if (!kept || is_public(**kept) || may_submit(**kept, who)) return kept;
  return refuse(Fault::not_found, "there is no such register");
}

Response public_register(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto records = tasks::public_records(app.workspace, match["register"]);
  if (!records) return refusal_page(who, records.error());
  if (match.suffix == "csv") return records_csv((*kept)->definition, *records);
  if (match.suffix == "json") return records_json((*kept)->definition, *records);
  return page(pages::public_register_page({&(*kept)->definition, *records, may_submit(**kept, who), std::string(request.query().value("words")), number_in(request.query().value("page"), 1)}, who.site));
}

/// Organisations to choose from: those that the visitor answers for, else all of the directory.
std::vector<std::string> choices_for(const App& app, const Definition& definition, const Visit& who) {
  std::vector<std::string> names;
  const auto directory = app.workspace.people.directory();
  if (!directory) return names;
  const auto reach = who.session ? tasks::reach_for(definition, who.session->actor, tasks::Doing::submit) : Reach{.all = true, .organisations = {}};
  for (const auto& organisation : (*directory)->organisations)
    if (reach.all || reach.covers(organisation.id.text)) names.push_back(organisation.name);
  std::sort(names.begin(), names.end());
  return names;
}

Response shown(const App& app, const Visit& who, pages::RegisterForm form, int status = 200) {
  form.organisations = choices_for(app, *form.definition, who);
  return no_store(page(pages::register_form_page(form, who.site), status));
}

Result<std::shared_ptr<const KeptRegister>> to_report_on(const App& app, const Visit& who, std::string_view name) {
  auto kept = known(app, who, name);
  if (!kept || may_submit(**kept, who)) return kept;
  if (!(*kept)->is_open()) return refuse(Fault::conflict, "this register is not open yet: its data protection impact assessment has not been approved");
  return refuse(Fault::not_allowed, "sign in to send this in");
}

Response report_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  pages::RegisterForm form{.definition = &(*kept)->definition};
  form.once = make_id_text(app.workspace.random);
  form.step = pages::steps_of(*form.definition, {}).front();
  return shown(app, who, std::move(form));
}

/// Faults of the fields that stand on one step.
std::vector<RegisterFault> faults_on(const Definition& definition, std::string_view step, const Answers& answers) {
  auto copy = answers;
  auto faults = AnswerCheck(definition)(copy, Moment::submitting);
  const auto fields = pages::asked_on(definition, step, answers);
  std::erase_if(faults, [&](const RegisterFault& fault) {
    return std::none_of(fields.begin(), fields.end(), [&](const RegisterField* field) { return field->name == fault.field; });
  });
  return faults;
}

std::string step_beside(const std::vector<std::string>& steps, const std::string& step, int by) {
  const auto here = std::find(steps.begin(), steps.end(), step);
  const auto at = here == steps.end() ? 0 : static_cast<int>(here - steps.begin()) + by;
  return steps[static_cast<std::size_t>(std::clamp(at, 0, static_cast<int>(steps.size()) - 1))];
}

Response send(const App& app, const Visit& who, pages::RegisterForm form) {
  for (const auto& step : pages::steps_of(*form.definition, form.answers)) {
    form.faults = faults_on(*form.definition, step, form.answers);
    if (!form.faults.empty()) return form.step = step, shown(app, who, std::move(form), 422);
  }
  const auto done = tasks::submit_record(app.workspace, who.actor(), {form.definition->name, form.answers, form.once});
  if (!done) return form.refusal = done.error().message, form.step = pages::kCheck, shown(app, who, std::move(form), status_of(done.error().fault));
  return go_to(who, html::Url::path({"registers", form.definition->name, "received", done->id.text}).view());
}

Response report(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto pairs = pairs_of(request.form);
  // Anybody may send this form, so the route does not ask for the token; with a session it says more than anybody does.
  if (who.session && !tasks::csrf_holds(*who.session, request.form.value("csrf"))) return refusal_page(who, {Fault::not_allowed, "this form is too old: open it again", {}});
  pages::RegisterForm form{.definition = &(*kept)->definition};
  form.answers = pages::answers_from(*form.definition, pairs);
  form.step = pages::field(pairs, "step");
  form.once = pages::field(pairs, "once");
  const auto go = pages::field(pairs, "go");
  const auto steps = pages::steps_of(*form.definition, form.answers);
  if (go == "send") return send(app, who, std::move(form));
  if (go == "back") return form.step = step_beside(steps, form.step, -1), shown(app, who, std::move(form));
  if (go.starts_with("to-")) return form.step = step_beside(steps, go.substr(3), 0), shown(app, who, std::move(form));
  form.faults = faults_on(*form.definition, form.step, form.answers);
  if (!form.faults.empty()) return shown(app, who, std::move(form), 422);
  return form.step = step_beside(steps, form.step, 1), shown(app, who, std::move(form));
}

Response received(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  return no_store(page(pages::register_received_page((*kept)->definition, RecordId(std::string(match["record"])), who.site)));
}

constexpr auto kRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers", registers, kPublic, {}, "registers"},
    {Method::get, "/registers/{register}", public_register, kPublic, {.data = "json csv"}, "register"},
    {Method::get, "/registers/{register}/report", report_form, kPublic, {}, "register-form"},
    {Method::post, "/registers/{register}/report", report, kPublic, kForm, "register-report"},
    {Method::get, "/registers/{register}/received/{record}", received, kPublic, {}, "register-received"},
});

}  // namespace

std::span<const Route<App>> register_routes() { return kRoutes; }

}  // namespace makegood::web
