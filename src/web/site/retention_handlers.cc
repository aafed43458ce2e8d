// What data protection asks of registers: where everything is, the retention run, and who looked.

#include "pages/protection_page.h"
#include "tasks/record_step.h"
#include "tasks/retention.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Response protection(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto all = app.workspace.registers.all();
  if (!all) return refusal_page(who, all.error());
  const auto& actor = who.session->actor;
  pages::ProtectionPage values{.registers = {}, .may_keep_retention = true, .may_find_subject = tasks::may_somewhere(actor, access::Action::find_subject),
                               .may_read_looks = tasks::may_somewhere(actor, access::Action::read_access_log)};
  for (const auto& kept : *all)
    if (tasks::may_within(actor, access::Action::keep_retention, register_scope(kept->definition.name))) values.registers.push_back(&kept->definition);
  if (const auto allowed = tasks::require(actor, access::Action::keep_retention); !allowed && values.registers.empty()) return refusal_page(who, allowed.error());
  return no_store(page(pages::protection_page(values, who.site)));
}

pages::RetentionLine line_of(const tasks::DueRecord& due, const tasks::OrganisationNames& names) {
  return {.id = due.id, .organisation = names.name_of(due.organisation), .state = due.state, .since = due.since, .kept_until = due.kept_until,
          .hold = due.hold ? due.hold->reason : std::string{}, .held_by = due.hold ? due.hold->by : std::string{}};
}

/// The page, and what keeps its definition alive.
struct Preview {
  tasks::RetentionRun run;
  pages::RetentionPage page;
};

Result<Preview> preview(const App& app, const Visit& who, std::string_view name) {
  auto run = tasks::preview_retention(app.workspace, who.session->actor, name);
  if (!run) return tl::unexpected(run.error());
  const auto names = tasks::organisation_names(app.workspace);
  if (!names) return tl::unexpected(names.error());
  pages::RetentionPage values{.definition = &run->kept->definition, .emptied = run->emptied, .stays = run->stays, .stay_in_all = run->stay_in_all, .mark = run->mark};
  for (const auto& due : run->due) values.due.push_back(line_of(due, *names));
  for (const auto& held : run->held) values.held.push_back(line_of(held, *names));
  values.may_hold = tasks::may_within(who.session->actor, access::Action::hold_record, register_scope(name));
  return Preview{std::move(*run), std::move(values)};
}

Response retention(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = preview(app, who, match["register"]);
  if (!values) return refusal_page(who, values.error());
  const auto done = number_in(request.query().value("done"), -1);
  if (done > 0) values->page.done = done;
  return no_store(page(pages::retention_page(values->page, who.site)));
}

Response retention_refused(const App& app, const Visit& who, std::string_view name, const Refusal& refusal) {
  auto values = preview(app, who, name);
  if (!values) return refusal_page(who, values.error());
  values->page.fault = refusal.where;
  values->page.refusal = refusal.message;
  return no_store(page(pages::retention_page(values->page, who.site), status_of(refusal.fault)));
}

Response empty_records(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto name = match["register"];
  if (request.form.value("confirmed") != "yes")
    return retention_refused(app, who, name, {Fault::invalid_input, "tick that these records may be emptied", "confirmed"});
  const auto done = tasks::apply_retention(app.workspace, who.session->actor, name, request.form.value("mark"));
  if (!done) return retention_refused(app, who, name, {done.error().fault, done.error().message, {}});
  return go_to(who, pages::retention_url(name).with("done", std::to_string(*done)).view());
}

Response looks_of(const App& app, const Request& request, std::string_view name, std::string_view record) {
  const auto who = visit(app, request);
  const auto kept = app.workspace.registers.find(name);
  if (!kept) return refusal_page(who, kept.error());
  const auto entries = tasks::read_looks(app.workspace, who.session->actor,
                                         {.register_name = std::string(name), .record = std::string(record), .before = number_in(request.query().value("before"), 0), .limit = kLinesOfLog});
  if (!entries) return refusal_page(who, entries.error());
  pages::LooksPage values{.definition = &(*kept)->definition, .record = std::string(record)};
  for (const auto& entry : *entries) values.lines.push_back({tasks::Now{entry.at, {}}.utc(), entry.who, entry.what, entry.subject});
  if (entries->size() == kLinesOfLog) values.older = entries->back().id;
  return no_store(page(pages::looks_page(values, who.site)));
}

Response looks(App& app, const Request& request, const RouteMatch& match) { return looks_of(app, request, match["register"], {}); }
Response record_looks(App& app, const Request& request, const RouteMatch& match) { return looks_of(app, request, match["register"], match["record"]); }

constexpr auto kRetentionRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/data-protection", protection, kKeepRetention, {}, "data-protection"},
    {Method::get, "/desk/registers/{register}/retention", retention, kKeepRetention, kReading, "retention"},
    {Method::post, "/desk/registers/{register}/retention", empty_records, kKeepRetention, kHeavyForm, "empty-records"},
    {Method::get, "/desk/registers/{register}/looks", looks, kReadAccessLog, {}, "register-looks"},
    {Method::get, "/desk/registers/{register}/records/{record}/looks", record_looks, kReadAccessLog, {}, "record-looks"},
});

}  // namespace

std::span<const Route<App>> retention_routes() { return kRetentionRoutes; }

}  // namespace makegood::web
