// Assessing a framework: its page, one criterion at a time, and what the public reads.

#include "pages/assessment_pages.h"
#include "tasks/assessments.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

/// The round that the address asks for, else the one that is open, else the last.
std::string round_of(const framework::Assessment& assessment, std::string_view asked) {
  if (assessment.round(asked) != nullptr) return std::string(asked);
  if (const auto* open = assessment.open_round()) return open->name;
  return assessment.rounds.empty() ? std::string{} : assessment.rounds.back().name;
}

pages::AssessmentPage values_of(const tasks::SeenAssessment& seen, std::string_view asked) {
  pages::AssessmentPage values;
  values.plan = &seen.kept->plan;
  values.assessment = &seen.assessment;
  values.round = round_of(seen.assessment, asked);
  values.may_run = seen.may_run;
  return values;
}

Response public_assessment(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = tasks::public_assessment(app.workspace, match["slug"]);
  if (!seen) return refusal_page(who, seen.error());
  pages::AssessmentPage values;
  values.plan = &seen->kept->plan;
  values.assessment = &seen->assessment;
  values.round = round_of(seen->assessment, request.query().value("round"));
  return page(pages::public_assessment_page(values, who.site));
}

Response assessment(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = tasks::see_assessment(app.workspace, who.session->actor, match["slug"]);
  if (!seen) return refusal_page(who, seen.error());
  return no_store(page(pages::assessment_page(values_of(*seen, request.query().value("round")), who.site)));
}

Result<void> open_as_typed(const App& app, const tasks::Actor& actor, std::string_view slug, const pages::AssessmentPage& typed) {
  const auto again = pages::day_from(typed.again);
  if (!again) return refuse(Fault::invalid_input, again.error().message, "again");
  return tasks::open_round(app.workspace, actor, slug, {typed.name, typed.aim, *again});
}

Result<void> keep_levels_as_typed(const App& app, const tasks::Actor& actor, std::string_view slug, std::string_view lines) {
  const auto levels = framework::read_framework(framework::write(pages::levels_from(lines)));
  if (!levels) return refuse(Fault::invalid_input, levels.error().message, "levels");
  return tasks::keep_framework(app.workspace, actor, slug, *levels);
}

Response run_assessment(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto& actor = who.session->actor;
  const auto seen = tasks::see_assessment(app.workspace, actor, match["slug"]);
  if (!seen) return refusal_page(who, seen.error());
  auto values = values_of(*seen, "");
  const auto& form = request.form;
  values.levels = form.value("levels");
  values.name = form.value("round");
  values.aim = form.value("aim");
  values.again = pages::date_fields_from(pairs_of(form), "again");
  const auto step = form.value("step");
  const auto done = step == "levels"  ? keep_levels_as_typed(app, actor, match["slug"], values.levels)
                    : step == "open"  ? open_as_typed(app, actor, match["slug"], values)
                    : step == "close" ? tasks::close_round(app.workspace, actor, match["slug"])
                                      : refuse(Fault::invalid_input, "this form is not known here");
  if (done) return go_to(who, pages::desk_assessment_url(match["slug"]).view());
  values.refusal = done.error().message;
  values.fault = done.error().where;
  return no_store(page(pages::assessment_page(values, who.site), status_of(done.error().fault)));
}

Result<pages::CriterionPage> criterion_values(const tasks::SeenAssessment& seen, const RouteMatch& match) {
  pages::CriterionPage values;
  values.plan = &seen.kept->plan;
  values.item = find_item(*values.plan, ItemId(std::string(match["id"])));
  if (values.item == nullptr || values.item->kind != ItemKind::criterion || !seen.assessment.framework) return refuse(Fault::not_found, "there is no such criterion to assess");
  values.assessment = &seen.assessment;
  values.round = round_of(seen.assessment, "");
  values.assessor = seen.assessor;
  values.may_run = seen.may_run;
  values.sees_others = seen.sees_others(values.round, values.item->id);
  return values;
}

Response criterion(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto seen = tasks::see_assessment(app.workspace, who.session->actor, match["slug"]);
  if (!seen) return refusal_page(who, seen.error());
  const auto values = criterion_values(*seen, match);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::criterion_page(*values, who.site)));
}

/// What each form of a criterion's page does. One row a step.
using TakeAssessmentStep = Result<void> (*)(const tasks::Workspace& w, const tasks::Actor& actor, std::string_view slug, const pages::CriterionPage& page, std::int64_t seen);
struct StepTaken {
  std::string_view step;
  TakeAssessmentStep take;
};
constexpr auto kAssessmentSteps = std::to_array<StepTaken>({
    {"rate", [](const tasks::Workspace& w, const tasks::Actor& actor, std::string_view slug, const pages::CriterionPage& p, std::int64_t) {
       return tasks::rate_criterion(w, actor, slug, {p.item->id, p.form.level, p.form.reasons, p.form.evidence, p.form.assessor});
     }},
    {"agree", [](const tasks::Workspace& w, const tasks::Actor& actor, std::string_view slug, const pages::CriterionPage& p, std::int64_t seen) {
       return tasks::agree_level(w, actor, slug, {p.item->id, p.form.level, p.form.reasons, {}, {}}, seen);
     }},
    {"serve", [](const tasks::Workspace& w, const tasks::Actor& actor, std::string_view slug, const pages::CriterionPage& p, std::int64_t) {
       return tasks::serve_criterion(w, actor, slug, {p.item->id, p.form.plan, p.form.item, {}, false});
     }},
    {"reason", [](const tasks::Workspace& w, const tasks::Actor& actor, std::string_view slug, const pages::CriterionPage& p, std::int64_t) {
       return tasks::serve_criterion(w, actor, slug, {p.item->id, {}, {}, p.form.reason, false});
     }},
    {"end", [](const tasks::Workspace& w, const tasks::Actor& actor, std::string_view slug, const pages::CriterionPage& p, std::int64_t) {
       return tasks::serve_criterion(w, actor, slug, {p.item->id, p.form.plan, p.form.item, {}, true});
     }},
});

Response assess(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto& actor = who.session->actor;
  const auto seen = tasks::see_assessment(app.workspace, actor, match["slug"]);
  if (!seen) return refusal_page(who, seen.error());
  auto values = criterion_values(*seen, match);
  if (!values) return refusal_page(who, values.error());
  values->step = request.form.value("step");
  values->form = pages::criterion_form_from(pairs_of(request.form));
  Result<void> done = refuse(Fault::invalid_input, "this form is not known here");
  for (const auto& row : kAssessmentSteps)
    if (row.step == values->step) done = row.take(app.workspace, actor, match["slug"], *values, number_in(request.form.value("seen"), 0));
  if (done) return go_to(who, pages::criterion_url(match["slug"], values->item->id).view());
  values->refusal = done.error().message;
  values->fault = done.error().where;
  return no_store(page(pages::criterion_page(*values, who.site), status_of(done.error().fault)));
}

constexpr auto kAssessmentRoutes = std::to_array<Route<App>>({
    {Method::get, "/plans/{slug}/assessment", public_assessment, kPublic, {}, "public-assessment"},
    {Method::get, "/desk/plans/{slug}/assessment", assessment, kRateCriteria, {}, "assessment"},
    {Method::post, "/desk/plans/{slug}/assessment", run_assessment, kRateCriteria, kForm, "run-assessment"},
    {Method::get, "/desk/plans/{slug}/assessment/{id}", criterion, kRateCriteria, {}, "criterion"},
    {Method::post, "/desk/plans/{slug}/assessment/{id}", assess, kRateCriteria, kForm, "assess-criterion"},
});

}  // namespace

std::span<const Route<App>> assessment_routes() { return kAssessmentRoutes; }

}  // namespace makegood::web
