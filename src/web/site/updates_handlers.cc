// What owners sent: the list, one of them, and what becomes of it; and decisions about how far items have come.

#include <algorithm>

#include "pages/updates_pages.h"
#include "progress/approval.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

struct FoundUpdate {
  std::shared_ptr<const KeptPlan> kept;
  std::shared_ptr<const Progress> progress;
  const Update* update = nullptr;
  const Item* item = nullptr;
};

Result<FoundUpdate> find_update(const App& app, const RouteMatch& match) {
  auto kept = app.workspace.plans.find(match["slug"], View::live);
  if (!kept) return tl::unexpected(kept.error());
  auto progress = app.workspace.progress.of_plan(match["slug"]);
  if (!progress) return tl::unexpected(progress.error());
  FoundUpdate found{std::move(*kept), std::move(*progress)};
  for (const auto& update : found.progress->updates)
    if (update.id.text == match["update"] && update.plan == match["slug"]) found.update = &update;
  if (found.update != nullptr) found.item = find_item(found.kept->plan, found.update->item);
  if (found.item == nullptr) return refuse(Fault::not_found, "there is no such update");
  return found;
}

/// Those who approve see all that was sent; those who publish, what is approved, to be read before it is published.
bool may_approve(const Visit& who, std::string_view slug) { return tasks::may(who.session->actor, tasks::Action::approve_update, {.plan = slug}); }

Result<void> may_open(const Visit& who, std::string_view slug, const Update& update) {
  const bool publishes = update.state == UpdateState::approved || update.state == UpdateState::published;
  if (publishes && tasks::may(who.session->actor, tasks::Action::publish_update, {.plan = slug})) return {};
  return tasks::require(who.session->actor, tasks::Action::approve_update, {.plan = slug});
}

pages::UpdateLine line_of(const Plan& plan, const Update& update) {
  const auto* item = find_item(plan, update.item);
  return {plan.slug, plan.title, item == nullptr ? update.item.text : item->title, "en", update};
}

std::optional<Update> claim_before(const FoundUpdate& found) {
  std::optional<Update> before;
  for (const auto& update : found.progress->updates) {
    if (update.id == found.update->id) break;
    if (update.item == found.item->id && update.speaker != Speaker::contributor && update.state != UpdateState::returned && makes_claim(update)) before = update;
  }
  return before;
}

pages::UpdatePage update_values(const App& app, const Visit& who, const FoundUpdate& found) {
  pages::UpdatePage values;
  values.line = line_of(found.kept->plan, *found.update);
  values.item = *found.item;
  values.before = claim_before(found);
  for (const auto& evidence : found.update->evidence)
    values.evidence.push_back(shown_evidence(app, evidence, who.site.local(evidence_url(found.update->plan, found.item->id, evidence)), true));
  values.form = pages::approval_form(*found.update);
  values.may_approve = tasks::may(who.session->actor, tasks::Action::approve_update, {.plan = found.update->plan});
  values.may_publish = tasks::may(who.session->actor, tasks::Action::publish_update, {.plan = found.update->plan});
  return values;
}

tasks::UpdateSeen seen_in(const RouteMatch& match, const Request& request) {
  std::int64_t sequence = 0;
  const auto text = request.form.value("sequence");
  for (const char c : text.substr(0, 18))
    if (c >= '0' && c <= '9') sequence = sequence * 10 + (c - '0');
  return {UpdateId(std::string(match["update"])), sequence};
}

/// The page again with what was typed, saying why nothing was done.
Response again(const App& app, const Visit& who, const RouteMatch& match, const Request& request, std::vector<pages::FieldFault> faults, const std::optional<Refusal>& refusal) {
  const auto found = find_update(app, match);
  if (!found) return refusal_page(who, found.error());
  auto values = update_values(app, who, *found);
  if (request.form.has("summary")) values.form = pages::approval_form_from(pairs_of(request.form));
  values.question = request.form.value("question");
  values.faults = std::move(faults);
  if (refusal) values.refusal = refusal->message;
  return no_store(page(pages::update_page(values, who.site), refusal ? status_of(refusal->fault) : 422));
}

Response back_to(const Visit& who) { return go_to(who, "/desk/updates"); }

Result<void> add_lines(const App& app, const Visit& who, std::string_view slug, pages::UpdatesPage& values) {
  const auto kept = app.workspace.plans.find(slug, View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto progress = app.workspace.progress.of_plan(slug);
  if (!progress) return tl::unexpected(progress.error());
  for (const auto& update : (*progress)->updates) {
    if (update.plan != slug || !may_open(who, slug, update)) continue;
    auto* list = update.state == UpdateState::submitted ? &values.submitted : update.state == UpdateState::returned ? &values.returned : update.state == UpdateState::approved ? &values.approved : nullptr;
    if (list != nullptr) list->push_back(line_of((*kept)->plan, update));
  }
  return {};
}

}  // namespace

Response updates_list(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto plans = app.workspace.plans.list(View::live);
  if (!plans) return refusal_page(who, plans.error());
  pages::UpdatesPage values;
  for (const auto& plan : *plans) {
    if (!may_approve(who, plan.slug) && !tasks::may(who.session->actor, tasks::Action::publish_update, {.plan = plan.slug})) continue;
    if (auto added = add_lines(app, who, plan.slug, values); !added) return refusal_page(who, added.error());
  }
  return no_store(page(pages::updates_page(values, who.site)));
}

Response update_page(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto found = find_update(app, match);
  if (!found) return refusal_page(who, found.error());
  if (auto allowed = may_open(who, match["slug"], *found->update); !allowed) return refusal_page(who, allowed.error());
  return no_store(page(pages::update_page(update_values(app, who, *found), who.site)));
}

Response approve_update(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto form = pages::approval_form_from(pairs_of(request.form));
  if (auto faults = pages::faults_of(form); !faults.empty()) return again(app, who, match, request, std::move(faults), {});
  tasks::Approval approval{form.summary, pages::translations_in(form), {}, request.form.value("publish") == "yes"};
  for (const auto& id : form.open) approval.open.emplace_back(id);
  const auto done = tasks::approve_update(app.workspace, who.session->actor, match["slug"], seen_in(match, request), approval);
  if (!done) return again(app, who, match, request, {}, done.error());
  return back_to(who);
}

Response return_update(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (trim(request.form.value("question")).empty()) return again(app, who, match, request, {{"question", "updates.error.question"}}, {});
  const auto done = tasks::return_update(app.workspace, who.session->actor, match["slug"], seen_in(match, request), request.form.value("question"));
  if (!done) return again(app, who, match, request, {}, done.error());
  return back_to(who);
}

Response publish_update(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto done = tasks::publish_update(app.workspace, who.session->actor, match["slug"], seen_in(match, request));
  if (!done) return again(app, who, match, request, {}, done.error());
  return back_to(who);
}

namespace {

Result<pages::StagePage> stage_values(const App& app, const Visit& who, const RouteMatch& match) {
  if (auto allowed = tasks::require(who.session->actor, tasks::Action::move_stage, {.plan = match["slug"]}); !allowed) return tl::unexpected(allowed.error());
  const auto kept = app.workspace.plans.find(match["slug"], View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto progress = app.workspace.progress.of_plan(match["slug"]);
  if (!progress) return tl::unexpected(progress.error());
  const auto& plan = (*kept)->plan;
  const auto standings = standings_of(**progress, plan.items);
  pages::StagePage values;
  values.slug = plan.slug;
  values.plan_title = plan.title;
  // What waits for a decision comes first: of eighty items it may be the last eight.
  for (const bool drafts : {true, false})
    for (std::size_t i = 0; i < plan.items.size(); ++i) {
      const auto& item = plan.items[i];
      const bool is_draft = standings[i].awaited != nullptr || is_draft_as_written(plan, item, standings[i]);
      if (!item.absent && is_draft == drafts)
        values.items.push_back({item.id, item.ref, item.title, item.approval, standings[i].stage, standings[i].awaited != nullptr});
    }
  return values;
}

Response stages_again(pages::StagePage values, const Visit& who, std::vector<pages::FieldFault> faults, const std::optional<Refusal>& refusal) {
  values.faults = std::move(faults);
  if (refusal) values.refusal = refusal->message;
  return no_store(page(pages::stage_page(values, who.site), refusal ? status_of(refusal->fault) : 422));
}

std::vector<pages::FieldFault> faults_of_stage(const pages::StageForm& form, Day today) {
  std::vector<pages::FieldFault> faults;
  if (trim(form.body).empty()) faults.push_back({"body", "stages.error.body"});
  const auto day = pages::day_from(form.day);
  if (!day || !*day) faults.push_back({"day-day", day ? "stages.error.no_day" : "answer.error.date"});
  else if (!form.draft && **day > today) faults.push_back({"day-day", "stages.error.ahead"});
  if (form.items.empty()) faults.push_back({"items", "stages.error.items"});
  return faults;
}

}  // namespace

Response stage_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = stage_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  values->done = request.query().value("done") == "yes";
  if (const auto item = request.query().value("item"); !item.empty()) values->form.items.emplace_back(item);
  return no_store(page(pages::stage_page(*values, who.site)));
}

Response record_stage(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = stage_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  values->form = pages::stage_form_from(pairs_of(request.form));
  const auto& form = values->form;
  if (auto faults = faults_of_stage(form, who.site.today); !faults.empty()) return stages_again(std::move(*values), who, std::move(faults), {});
  tasks::StageDecision decision{{}, stage_from(form.stage).value_or(Stage::in_plan), form.draft, form.body, pages::day_from(form.day).value_or(std::nullopt), form.note};
  for (const auto& id : form.items) decision.items.emplace_back(id);
  const auto done = tasks::record_stage(app.workspace, who.session->actor, match["slug"], decision);
  if (!done) return stages_again(std::move(*values), who, {}, done.error());
  return go_to(who, pages::stages_url(match["slug"]).with("done", "yes").view());
}

namespace {

constexpr RouteOptions kLongForm{.body = BodyKind::urlencoded};

constexpr auto kUpdatesRoutes = std::to_array<Route<App>>({
    {Method::get, "/desk/updates", updates_list, kCorrect, {}, "updates"},  // the roles that approve and that publish
    {Method::get, "/desk/plans/{slug}/updates/{update}", update_page, kCorrect, {}, "update"},
    {Method::post, "/desk/plans/{slug}/updates/{update}/approve", approve_update, kApproveUpdate, kLongForm, "approve-update"},
    {Method::post, "/desk/plans/{slug}/updates/{update}/return", return_update, kApproveUpdate, kForm, "return-update"},
    {Method::post, "/desk/plans/{slug}/updates/{update}/publish", publish_update, kPublishUpdate, kForm, "publish-update"},
    {Method::get, "/desk/plans/{slug}/stages", stage_form, kMoveStage, {}, "stages"},
    {Method::post, "/desk/plans/{slug}/stages", record_stage, kMoveStage, kForm, "record-stage"},
    {Method::get, "/plans/{slug}/items/{id}/evidence/{evidence}", evidence_file, kPublic, {.data = "pdf docx xlsx ods png jpg csv txt bin", .heavy = true}, "evidence"},
    {Method::get, "/desk/plans/{slug}/items/{id}/file", item_file, kExportRequests, {.data = "zip", .heavy = true}, "item-file"},
});

}  // namespace

std::span<const Route<App>> updates_routes() { return kUpdatesRoutes; }

}  // namespace makegood::web
