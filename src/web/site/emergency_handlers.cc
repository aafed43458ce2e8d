// Opening a record in an emergency, and the list of all such looks.

#include "pages/emergency_page.h"
#include "pages/register_pages.h"
#include "tasks/emergency.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

constexpr int kLinesOfList = 100;

pages::EmergencyPage question(const KeptRegister& kept) {
  return {.definition = &kept.definition, .minutes = {tasks::kEmergencyMinutes.begin(), tasks::kEmergencyMinutes.end()}, .chosen = std::to_string(tasks::kUsualMinutes)};
}

Response emergency_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!tasks::may_open_in_emergency((*kept)->definition, who.session->actor))
    return refusal_page(who, {Fault::not_allowed, "you are not allowed to open a record in an emergency", {}});
  return no_store(page(pages::emergency_page(question(**kept), who.site)));
}

Response open_emergency(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = app.workspace.registers.find(match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto pairs = pairs_of(request.form);
  auto values = question(**kept);
  values.record = trim(pages::field(pairs, "record"));
  values.reason = pages::field(pairs, "reason");
  values.chosen = pages::field(pairs, "minutes");
  const RecordId id{lower(values.record)};
  const auto done = tasks::open_in_emergency(app.workspace, who.session->actor, {std::string(match["register"]), id, values.reason, number_in(values.chosen, 0)});
  if (done) return go_to(who, pages::record_url(match["register"], id).view());
  if (done.error().fault == Fault::not_allowed) return refusal_page(who, done.error());
  values.fault = done.error().where;
  values.refusal = done.error().message;
  return no_store(page(pages::emergency_page(values, who.site), done.error().fault == Fault::not_found ? 422 : status_of(done.error().fault)));
}

Response end_emergency(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto done = tasks::end_emergency(app.workspace, who.session->actor, record_of(match));
  return done ? go_to(who, pages::desk_register_url(match["register"]).view()) : refusal_page(who, done.error());
}

Response emergencies(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto looks = tasks::list_emergencies(app.workspace, who.session->actor, number_in(request.query().value("before"), 0), kLinesOfList);
  if (!looks) return refusal_page(who, looks.error());
  const auto all = app.workspace.registers.all();
  if (!all) return refusal_page(who, all.error());
  const auto now = app.workspace.clock.now().seconds;
  pages::EmergenciesPage values;
  for (const auto& look : *looks) {
    auto title = look.register_name;
    for (const auto& kept : *all)
      if (kept->definition.name == look.register_name) title = kept->definition.title.in(who.site.words.tag());
    values.lines.push_back({look, tasks::Now{look.until, {}}.utc(), title, !look.ended && look.until > now});
  }
  if (looks->size() == kLinesOfList) values.older = looks->back().sequence;
  return no_store(page(pages::emergencies_page(values, who.site)));
}

constexpr auto kEmergencyRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/emergency", emergency_form, kOpenInEmergency, {}, "emergency-form"},
    {Method::post, "/desk/registers/{register}/emergency", open_emergency, kOpenInEmergency, kForm, "open-in-emergency"},
    {Method::post, "/desk/registers/{register}/records/{record}/emergency/end", end_emergency, kOpenInEmergency, kForm, "end-emergency"},
    {Method::get, "/desk/emergencies", emergencies, kReadAccessLog, {}, "emergencies"},
});

}  // namespace

std::span<const Route<App>> emergency_routes() { return kEmergencyRoutes; }

}  // namespace makegood::web
