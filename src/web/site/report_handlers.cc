// The desk's reports, the pause of publication, and what is said about an item for those who read it.

#include "formats/formats.h"
#include "web/site/handlers.h"

namespace makegood::web {
namespace {

Result<pages::ReportsPage> reports_values(const App& app, const Visit& who, pages::ReportForm form) {
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return tl::unexpected(plans.error());
  pages::ReportsPage values;
  for (const auto& plan : *plans)
    if (tasks::may(who.session->actor, access::Action::see_private, {.plan = plan.slug})) values.plans.push_back({plan.slug, plan.title});
  values.may_freeze = tasks::may(who.session->actor, access::Action::freeze_edition, {.plan = form.plan});
  values.form = std::move(form);
  return values;
}

/// The report that the form asks for, or the edition where it was frozen; else why not.
Result<void> look(const App& app, const Visit& who, pages::ReportsPage& values) {
  const auto spec = pages::spec_from(values.form);
  if (!spec) return tl::unexpected(spec.error());
  const auto& actor = who.session->actor;
  const auto report = tasks::make_report(app.workspace, actor, values.form.plan, *spec);
  if (!report) return tl::unexpected(report.error());
  values.waiting = report->waiting;
  values.report = committee_document(*report, who.site.words);
  const auto frozen = tasks::find_edition(app.workspace, values.form.plan, edition_name(*spec), View::live);
  if (!frozen) return {};
  values.frozen = *frozen;
  const auto bytes = tasks::report_file(app.workspace, actor, values.form.plan, *spec, "md", language_of(who));
  if (!bytes) return tl::unexpected(bytes.error());
  auto document = read_document(*bytes, "edition.md");
  if (!document) return tl::unexpected(document.error());
  values.report = std::move(*document);
  return {};
}

Response show_reports(const App& app, const Visit& who, pages::ReportForm form, const std::optional<Refusal>& refusal = {}) {
  const bool asked = !form.plan.empty();
  auto values = reports_values(app, who, std::move(form));
  if (!values) return refusal_page(who, values.error());
  std::optional<Refusal> said = refusal;
  if (asked)
    if (const auto done = look(app, who, *values); !done && !said) said = done.error();
  if (said) values->refusal = said->message;
  return no_store(page(pages::reports_page(*values, who.site), said ? status_of(said->fault) : 200));
}

Response show_publication(const App& app, const Visit& who, pages::HoldForm form, std::vector<pages::FieldFault> faults, const std::optional<Refusal>& refusal = {}) {
  auto holds = app.workspace.publication.holds();
  if (!holds) return refusal_page(who, holds.error());
  std::reverse(holds->begin(), holds->end());
  const int status = refusal ? status_of(refusal->fault) : faults.empty() ? 200 : 422;
  const pages::PublicationPage values{std::move(*holds), std::move(form), std::move(faults), refusal ? refusal->message : std::string()};
  return no_store(page(pages::publication_page(values, who.site), status));
}

Result<pages::ItemWordsPage> item_words_values(const App& app, const Visit& who, const RouteMatch& match) {
  const auto kept = plan_for(app, who, match["slug"]);
  if (!kept) return tl::unexpected(kept.error());
  const auto& plan = (*kept)->plan;
  const auto* item = find_item(plan, ItemId(std::string(match["id"])));
  if (item == nullptr) return refuse(Fault::not_found, "there is no such item");
  auto summaries = app.workspace.publication.summaries(plan.slug, item->id);
  const auto objectives = app.workspace.publication.objectives(plan.slug);
  if (!summaries) return tl::unexpected(summaries.error());
  if (!objectives) return tl::unexpected(objectives.error());
  pages::ItemWordsPage values{plan.slug, plan.title, "en", item->id, item->title};
  for (const auto& objective : *objectives)
    if (objective.item == item->id) values.objective = objective;
  values.summaries = std::move(*summaries);
  values.may_summarise = tasks::may(who.session->actor, access::Action::publish_update, {.plan = plan.slug});
  return values;
}

Response show_item_words(const Visit& who, Result<pages::ItemWordsPage> values, const std::optional<Refusal>& refusal = {}) {
  if (!values) return refusal_page(who, values.error());
  if (refusal) values->refusal = refusal->message;
  return no_store(page(pages::item_words_page(*values, who.site), refusal ? status_of(refusal->fault) : 200));
}

}  // namespace

Response reports(App& app, const Request& request, const RouteMatch&) {
  return show_reports(app, visit(app, request), pages::report_form_from(pairs_of(request.query())));
}

Response report_file(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto form = pages::report_form_from(pairs_of(request.query()));
  const auto* format = tasks::find_report_format(request.query().value("format"));
  const auto spec = pages::spec_from(form);
  if (!spec) return refusal_page(who, spec.error());
  if (format == nullptr) return refusal_page(who, {Fault::invalid_input, "a report can be written as " + tasks::report_format_names(), {}});
  auto bytes = tasks::report_file(app.workspace, who.session->actor, form.plan, *spec, format->name, language_of(who));
  if (!bytes) return refusal_page(who, bytes.error());
  return no_store(download(std::move(*bytes), std::string(format->media_type), form.plan + "-" + edition_name(*spec) + "." + std::string(format->name)));
}

Response freeze_report(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto form = pages::report_form_from(pairs_of(request.form));
  const auto spec = pages::spec_from(form);
  if (!spec) return show_reports(app, who, form, spec.error());
  const auto done = tasks::freeze_edition(app.workspace, who.session->actor, form.plan, *spec, form.both);
  if (!done) return show_reports(app, who, form, done.error());
  return go_to(who, pages::edition_url(done->plan, done->name).view());
}

Response publication(App& app, const Request& request, const RouteMatch&) { return show_publication(app, visit(app, request), {}, {}); }

Response hold_publication(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto form = pages::hold_form_from(pairs_of(request.form));
  if (auto faults = pages::faults_of(form); !faults.empty()) return show_publication(app, who, form, std::move(faults));
  const tasks::HoldAsked asked{form.body, **pages::day_from(form.from), *pages::day_from(form.until), form.reason};
  const auto done = tasks::hold_publication(app.workspace, who.session->actor, asked);
  if (!done) return show_publication(app, who, form, {}, done.error());
  return go_to(who, "/desk/publication");
}

Response resume_publication(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto done = tasks::resume_publication(app.workspace, who.session->actor, HoldId(std::string(request.form.value("hold"))));
  if (!done) return show_publication(app, who, {}, {}, done.error());
  return go_to(who, "/desk/publication");
}

Response item_words(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  return show_item_words(who, item_words_values(app, who, match));
}

Response set_item_objective(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  ItemObjective objective{std::string(match["slug"]), ItemId(std::string(match["id"])), std::string(request.form.value("objective"))};
  for (const auto limb : request.form.all("limb")) {
    objective.eliminate = objective.eliminate || limb == "a";
    objective.advance = objective.advance || limb == "b";
    objective.foster = objective.foster || limb == "c";
  }
  if (const auto done = tasks::set_objective(app.workspace, who.session->actor, objective); !done) {
    auto values = item_words_values(app, who, match);
    if (values) values->objective = objective;  // as it was typed
    return show_item_words(who, std::move(values), done.error());
  }
  return go_to(who, pages::item_words_url(objective.plan, objective.item).view());
}

Response summarise_item(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto& form = request.form;
  const ItemSummary summary{std::string(match["slug"]), ItemId(std::string(match["id"])), std::string(trim(form.value("language"))), !form.value("easy_read").empty(),
                            std::string(form.value("text")), std::string(form.value("approved_by")), {}};
  if (const auto done = tasks::summarise_item(app.workspace, who.session->actor, summary); !done) {
    auto values = item_words_values(app, who, match);
    if (values) values->typed = summary;
    return show_item_words(who, std::move(values), done.error());
  }
  return go_to(who, pages::item_words_url(summary.plan, summary.item).view());
}

namespace {

constexpr auto kReportRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/reports", reports, kSeePrivate, kReading, "reports"},
    {Method::post, "/desk/reports", freeze_report, kFreezeEdition, kHeavyForm, "freeze-report"},
    {Method::get, "/desk/reports/file", report_file, kSeePrivate, kReading, "report-file"},
    {Method::get, "/desk/publication", publication, kHoldPublication, {}, "publication"},
    {Method::post, "/desk/publication", hold_publication, kHoldPublication, kForm, "hold-publication"},
    {Method::post, "/desk/publication/resume", resume_publication, kHoldPublication, kForm, "resume-publication"},
    {Method::get, "/desk/plans/{slug}/items/{id}/words", item_words, kCorrect, {}, "item-words"},
    {Method::post, "/desk/plans/{slug}/items/{id}/objective", set_item_objective, kCorrect, kForm, "item-objective"},
    {Method::post, "/desk/plans/{slug}/items/{id}/summary", summarise_item, kPublishUpdate, kForm, "item-summary"},
});

}  // namespace

std::span<const Route<App>> report_routes() { return kReportRoutes; }

}  // namespace makegood::web
