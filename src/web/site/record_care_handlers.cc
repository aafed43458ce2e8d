// The legal hold on a record, and the objection to the use of its monitoring data.

#include "pages/protection_page.h"
#include "tasks/record_care.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

struct ShownCare {
  tasks::SeenCare care;
  pages::RecordProtectionPage page;
};

Result<ShownCare> values_of(const App& app, const Visit& who, const RouteMatch& match) {
  auto care = tasks::see_care(app.workspace, who.session->actor, match["register"], record_of(match));
  if (!care) return tl::unexpected(care.error());
  pages::RecordProtectionPage values{.definition = &care->kept->definition, .id = care->id, .seen = care->seen, .emptied = care->emptied, .may_hold = care->may_hold,
                                     .may_object = care->may_object, .may_read_looks = tasks::may(who.session->actor, access::Action::read_access_log),
                                     .hold = care->hold, .objection = care->objection};
  return ShownCare{std::move(*care), std::move(values)};
}

Response protection_of(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = values_of(app, who, match);
  return values ? no_store(page(pages::record_protection_page(values->page, who.site))) : refusal_page(who, values.error());
}

tasks::CareStep step_from(const Request& request, const RouteMatch& match) {
  return {std::string(match["register"]), record_of(match), number_in(request.form.value("seen"), 0)};
}

/// The page again, with what was typed and why it was not taken.
Response refused(const App& app, const Visit& who, const Request& request, const RouteMatch& match, const Refusal& refusal) {
  auto values = values_of(app, who, match);
  if (!values) return refusal_page(who, values.error());
  const auto pairs = pairs_of(request.form);
  auto& shown = values->page;
  shown.reason = pages::field(pairs, "reason");
  shown.way = pages::field(pairs, "way");
  shown.on = pages::date_fields_from(pairs, "on");
  shown.fault = refusal.where;
  shown.refusal = refusal.message;
  return no_store(page(pages::record_protection_page(shown, who.site), status_of(refusal.fault)));
}

Response back(const Visit& who, const RouteMatch& match) {
  return go_to(who, pages::record_protection_url(match["register"], record_of(match)).view());
}

Response hold(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto reason = request.form.value("reason");
  const auto act = request.form.value("step") == "lift" ? tasks::lift_hold : tasks::hold_record;
  const auto done = act(app.workspace, who.session->actor, step_from(request, match), reason);
  return done ? back(who, match) : refused(app, who, request, match, done.error());
}

Response objection(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto day = pages::day_from(pages::date_fields_from(pairs_of(request.form), "on"));
  if (!day || !*day) return refused(app, who, request, match, {Fault::invalid_input, "enter the day of the objection", "on"});
  const auto way = objection_way_from(request.form.value("way"));
  if (!way) return refused(app, who, request, match, {Fault::invalid_input, "say how it reached you", "way"});
  const auto act = request.form.value("step") == "lift" ? tasks::lift_objection : tasks::record_objection;
  const auto done = act(app.workspace, who.session->actor, step_from(request, match), **day, *way);
  return done ? back(who, match) : refused(app, who, request, match, done.error());
}

constexpr auto kRecordCareRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/registers/{register}/records/{record}/protection", protection_of, kRecordObjection, {}, "record-protection"},
    {Method::post, "/desk/registers/{register}/records/{record}/protection/hold", hold, kHoldRecord, kForm, "hold-record"},
    {Method::post, "/desk/registers/{register}/records/{record}/protection/objection", objection, kRecordObjection, kForm, "record-objection"},
});

}  // namespace

std::span<const Route<App>> record_care_routes() { return kRecordCareRoutes; }

}  // namespace makegood::web
