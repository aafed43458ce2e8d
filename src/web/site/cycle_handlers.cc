// Asking the owners of a plan for updates: who has answered, who is silent, and how often they are asked.

#include <algorithm>

#include <fmt/format.h>

#include "pages/cycle_page.h"
#include "tasks/ask.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

constexpr std::array<std::string_view, 5> kDone = {"asked", "reminded", "revoked", "closed", "set"};

pages::CyclePage values_of(const tasks::CycleState& state) {
  auto values = pages::make_cycle_page(state.plan(), state.schedule, state.cycles, *state.progress, *state.directory,
                                       tasks::asking_today(state), state.today);
  values.is_set = state.is_set;
  values.form = pages::schedule_form(state.schedule);
  return values;
}

Result<pages::CyclePage> cycle_values(const App& app, const Visit& who, std::string_view slug) {
  const auto letters = tasks::preview_asking(app.workspace, who.session->actor, slug);
  if (!letters) return tl::unexpected(letters.error());
  const auto state = tasks::read_cycle_state(app.workspace, slug);
  if (!state) return tl::unexpected(state.error());
  auto values = values_of(*state);
  for (const auto& letter : *letters) values.letters.push_back({letter.post_words, letter.items, letter.reminds});
  return values;
}

/// The page again, saying why nothing was done, with the schedule as it was typed where it was a schedule.
Response cycle_refused(const App& app, const Visit& who, std::string_view slug, const Refusal& refusal,
                       const std::optional<pages::ScheduleForm>& typed = {}) {
  auto values = cycle_values(app, who, slug);
  if (!values) return refusal_page(who, values.error());
  if (typed) values->form = *typed;
  values->refusal = refusal.message;
  return no_store(page(pages::cycle_page(*values, who.site), refusal.fault == Fault::invalid_input ? 422 : status_of(refusal.fault)));
}

template <class Value>
Response done(const App& app, const Visit& who, std::string_view slug, const Result<Value>& result, std::string_view what) {
  if (!result) return cycle_refused(app, who, slug, result.error());
  return go_to(who, fmt::format("/desk/cycle/{}?done={}", slug, what));
}

RequestId request_of(const RouteMatch& match) { return RequestId(std::string(match["request"])); }

Response overview(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return refusal_page(who, plans.error());
  pages::CycleOverview values;
  for (const auto& plan : *plans) {
    if (!access::may(who.session->actor, access::Action::run_cycle, {.plan = plan.slug})) continue;
    const auto state = tasks::read_cycle_state(app.workspace, plan.slug);
    if (!state) return refusal_page(who, state.error());
    values.plans.push_back(values_of(*state));
  }
  return no_store(page(pages::cycle_overview_page(values, who.site)));
}

Response cycle(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = cycle_values(app, who, match["slug"]);
  if (!values) return refusal_page(who, values.error());
  const auto what = request.target.query.value("done");
  if (std::find(kDone.begin(), kDone.end(), what) != kDone.end()) values->done = what;
  values->done_count = number_in(request.target.query.value("n"), 0);
  return no_store(page(pages::cycle_page(*values, who.site)));
}

Response ask_in_cycle(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const std::string slug(match["slug"]);
  const auto report = tasks::ask_for_updates(app.workspace, who.session->actor, {slug});
  if (!report) return cycle_refused(app, who, slug, report.error());
  if (report->letters == 0 && report->plans.front().closed > 0) return go_to(who, fmt::format("/desk/cycle/{}?done=closed", slug));
  return go_to(who, fmt::format("/desk/cycle/{}?done=asked&n={}", slug, report->letters));
}

Response set_schedule(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto typed = pages::schedule_form_from(pairs_of(request.form));
  const auto schedule = pages::schedule_from(typed);
  if (!schedule) return cycle_refused(app, who, match["slug"], schedule.error(), typed);
  const auto set = tasks::set_schedule(app.workspace, who.session->actor, match["slug"], *schedule);
  if (!set) return cycle_refused(app, who, match["slug"], set.error(), typed);
  return go_to(who, fmt::format("/desk/cycle/{}?done=set", match["slug"]));
}

Response close(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return done(app, who, match["slug"], tasks::close_cycle(app.workspace, who.session->actor, match["slug"]), "closed");
}

Response remind(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return done(app, who, match["slug"], tasks::remind_now(app.workspace, who.session->actor, request_of(match)), "reminded");
}

Response revoke_link(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto revoked = tasks::revoke_request(app.workspace, who.session->actor, request_of(match), request.form.value("reason"));
  return done(app, who, match["slug"], revoked, "revoked");
}

constexpr auto kCycleRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/cycle", overview, kRunCycle, {}, "cycles"},
    {Method::get, "/desk/cycle/{slug}", cycle, kRunCycle, {}, "cycle"},
    {Method::post, "/desk/cycle/{slug}/ask", ask_in_cycle, kRunCycle, kForm, "ask"},
    {Method::post, "/desk/cycle/{slug}/schedule", set_schedule, kRunCycle, kForm, "schedule"},
    {Method::post, "/desk/cycle/{slug}/close", close, kRunCycle, kForm, "close-cycle"},
    {Method::post, "/desk/cycle/{slug}/requests/{request}/remind", remind, kRunCycle, kForm, "remind"},
    {Method::post, "/desk/cycle/{slug}/requests/{request}/revoke", revoke_link, kRunCycle, kForm, "revoke"},
});

}  // namespace

std::span<const Route<App>> cycle_routes() { return kCycleRoutes; }

}  // namespace makegood::web
