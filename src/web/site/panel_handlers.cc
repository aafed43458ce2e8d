// The panel's pages: what waits for it, its findings and questions, and what others say to them.

#include "web/site/handlers.h"

namespace makegood::web {
namespace {

using access::Action;

/// The item with its voices, for whoever may take the step in this plan.
Result<pages::BesideItem> beside_of(const App& app, const Visit& who, const RouteMatch& match, Action action) {
  const auto& actor = who.session->actor;
  const auto allowed = action == Action::answer_challenge ? tasks::may_answer(app.workspace, actor, item_of(match))
                                                          : access::require(actor, action, {.plan = match["slug"]});
  if (!allowed) return tl::unexpected(allowed.error());
  const auto kept = app.workspace.plans.find(match["slug"], View::live);
  if (!kept) return tl::unexpected(kept.error());
  const auto progress = tasks::seen_progress(app.workspace, match["slug"], View::live);
  if (!progress) return tl::unexpected(progress.error());
  auto beside = pages::make_beside_item((*kept)->plan, ItemId(std::string(match["id"])), **progress, who.site.today);
  if (!beside) return refuse(Fault::not_found, "there is no such item");
  return std::move(*beside);
}

/// What was said about the item after `seen`, newest first.
std::vector<pages::HistoryLine> said_since(const App& app, const Visit& who, const RouteMatch& match, std::int64_t seen) {
  const auto kept = app.workspace.plans.find(match["slug"], View::live);
  if (!kept) return {};
  auto story = story_of(app, who, **kept, ItemId(std::string(match["id"]))).value_or(std::vector<pages::HistoryLine>{});
  std::erase_if(story, [&](const pages::HistoryLine& line) { return line.sequence <= seen; });
  return story;
}

Response to_item(const Visit& who, const RouteMatch& match) { return go_to(who, pages::item_url(match["slug"], ItemId(std::string(match["id"]))).view()); }

Result<pages::FindingPage> finding_values(const App& app, const Visit& who, const RouteMatch& match) {
  auto beside = beside_of(app, who, match, Action::record_finding);
  if (!beside) return tl::unexpected(beside.error());
  pages::FindingPage values;
  values.beside = std::move(*beside);
  const auto seen = tasks::last_seen(app.workspace, values.beside.item.id);
  if (!seen) return tl::unexpected(seen.error());
  values.form.seen = std::to_string(*seen);
  return values;
}

tasks::FindingWords words_from(const pages::FindingForm& form) {
  tasks::FindingWords words{found_from(form.found).value_or(Found::not_yet_assessed), form.reasons, {}};
  for (const auto& id : form.looked_at) words.looked_at.emplace_back(id);
  return words;
}

}  // namespace

Response panel(App& app, const Request& request, const RouteMatch&) {
  const auto who = visit(app, request);
  const auto list = app.workspace.plans.list(View::live);
  if (!list) return refusal_page(who, list.error());
  std::vector<std::shared_ptr<const KeptPlan>> kept;
  std::vector<std::shared_ptr<const Progress>> said;
  std::vector<pages::PanelSource> sources;
  for (const auto& summary : *list) {
    if (view_of(who, summary.slug) != View::live) continue;
    auto plan = app.workspace.plans.find(summary.slug, View::live);
    if (!plan) return refusal_page(who, plan.error());
    auto progress = tasks::seen_progress(app.workspace, summary.slug, View::live);
    if (!progress) return refusal_page(who, progress.error());
    sources.push_back({&(*plan)->plan, progress->get(), panel_rights(who, summary.slug), "en"});
    kept.push_back(std::move(*plan));
    said.push_back(std::move(*progress));
  }
  return no_store(page(pages::panel_page(pages::make_panel_page(sources, who.site.today), who.site)));
}

Response finding_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto values = finding_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::finding_page(*values, who.site)));
}

Response record_finding(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto values = finding_values(app, who, match);
  if (!values) return refusal_page(who, values.error());
  const auto now = values->form.seen;
  values->form = pages::finding_form_from(pairs_of(request.form));
  values->faults = pages::faults_of(values->form);
  if (!values->faults.empty()) return no_store(page(pages::finding_page(*values, who.site), 422));
  const auto seen = sequence_from(values->form.seen);
  const auto done = tasks::record_finding(app.workspace, who.session->actor, item_of(match), words_from(values->form), seen);
  if (done) return to_item(who, match);
  values->refusal = done.error().message;
  if (done.error().fault == Fault::conflict) values->meanwhile = said_since(app, who, match, seen);
  values->form.seen = now;  // what is shown now has been seen when it is sent again
  return no_store(page(pages::finding_page(*values, who.site), status_of(done.error().fault)));
}

Response challenge_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto beside = beside_of(app, who, match, Action::raise_challenge);
  if (!beside) return refusal_page(who, beside.error());
  pages::ChallengePage values{std::move(*beside), {}, {}, {}};
  return no_store(page(pages::challenge_page(values, who.site)));
}

Response raise_challenge(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto beside = beside_of(app, who, match, Action::raise_challenge);
  if (!beside) return refusal_page(who, beside.error());
  pages::ChallengePage values{std::move(*beside), pages::challenge_form_from(pairs_of(request.form)), {}, {}};
  values.faults = pages::faults_of(values.form, who.site.today);
  if (!values.faults.empty()) return no_store(page(pages::challenge_page(values, who.site), 422));
  const auto due = pages::day_from(values.form.due).value().value();
  const auto done = tasks::raise_challenge(app.workspace, who.session->actor, item_of(match), values.form.question, due);
  if (done) return to_item(who, match);
  values.refusal = done.error().message;
  return no_store(page(pages::challenge_page(values, who.site), status_of(done.error().fault)));
}

namespace {

using pages::PanelStep;
using pages::PanelStepPage;

// What each form of one text does. One row a step.
using TakePanelStep = Result<void> (*)(const App& app, const tasks::Actor& actor, const tasks::HomeItem& item, const PanelStepPage& page);
struct StepDone {
  PanelStep step;
  Action action;
  TakePanelStep take;
};

template <class Noun>
Result<void> done(const Result<Noun>& noun) {
  if (!noun) return tl::unexpected(noun.error());
  return {};
}

constexpr auto kPanelSteps = std::to_array<StepDone>({
    {PanelStep::comment, Action::comment_finding,
     [](const App& app, const tasks::Actor& actor, const tasks::HomeItem& item, const PanelStepPage& page) {
       return done(tasks::comment_finding(app.workspace, actor, item, FindingId(page.about), page.text));
     }},
    {PanelStep::hold, Action::hold_finding,
     [](const App& app, const tasks::Actor& actor, const tasks::HomeItem& item, const PanelStepPage& page) {
       return done(tasks::hold_finding(app.workspace, actor, item, FindingId(page.about), page.text));
     }},
    {PanelStep::free, Action::hold_finding,
     [](const App& app, const tasks::Actor& actor, const tasks::HomeItem& item, const PanelStepPage& page) {
       return done(tasks::free_finding(app.workspace, actor, item, FindingId(page.about)));
     }},
    {PanelStep::answer, Action::answer_challenge,
     [](const App& app, const tasks::Actor& actor, const tasks::HomeItem& item, const PanelStepPage& page) {
       return done(tasks::answer_challenge(app.workspace, actor, item, ChallengeId(page.about), page.text));
     }},
});

const StepDone& deed_of(PanelStep step) { return kPanelSteps.at(static_cast<std::size_t>(step)); }

/// Whether the item has the finding or challenge that the form names; a page about the finding shows it.
bool show_what_it_is_about(PanelStepPage& values, const Progress& progress) {
  const auto& item = values.beside.item.id;
  if (values.step == PanelStep::answer) {
    for (const auto& challenge : progress.challenges)
      if (challenge.id.text == values.about && challenge.item == item) values.challenge = challenge;
    return values.challenge.has_value();
  }
  for (const auto& finding : progress.findings)
    if (finding.id.text == values.about && finding.item == item) {
      values.beside.voice.finding = finding;
      return true;
    }
  return false;
}

Result<PanelStepPage> step_values(const App& app, const Visit& who, const RouteMatch& match, PanelStep step, std::string_view about) {
  auto beside = beside_of(app, who, match, deed_of(step).action);
  if (!beside) return tl::unexpected(beside.error());
  const auto progress = tasks::seen_progress(app.workspace, match["slug"], View::live);
  if (!progress) return tl::unexpected(progress.error());
  PanelStepPage values;
  values.step = step;
  values.beside = std::move(*beside);
  values.about = std::string(about);
  if (!show_what_it_is_about(values, **progress)) return refuse(Fault::not_found, "there is no such finding or challenge");
  return values;
}

Response step_form(App& app, const Request& request, const RouteMatch& match, PanelStep step) {
  const auto who = visit(app, request);
  const auto values = step_values(app, who, match, step, request.query().value(pages::row_of(step).about));
  if (!values) return refusal_page(who, values.error());
  return no_store(page(pages::panel_step_page(*values, who.site)));
}

Response take_step(App& app, const Request& request, const RouteMatch& match, PanelStep step) {
  const auto who = visit(app, request);
  auto values = step_values(app, who, match, step, request.form.value(pages::row_of(step).about));
  if (!values) return refusal_page(who, values.error());
  values->text = request.form.value("text");
  if (step != PanelStep::free && trim(values->text).empty()) {
    values->faults = {{"text", "panel.step." + std::string(pages::row_of(step).word) + ".error"}};
    return no_store(page(pages::panel_step_page(*values, who.site), 422));
  }
  const auto taken = deed_of(step).take(app, who.session->actor, item_of(match), *values);
  if (taken) return to_item(who, match);
  values->refusal = taken.error().message;
  return no_store(page(pages::panel_step_page(*values, who.site), status_of(taken.error().fault)));
}

}  // namespace

Response comment_form(App& app, const Request& request, const RouteMatch& match) { return step_form(app, request, match, PanelStep::comment); }
Response comment(App& app, const Request& request, const RouteMatch& match) { return take_step(app, request, match, PanelStep::comment); }
Response hold_form(App& app, const Request& request, const RouteMatch& match) { return step_form(app, request, match, PanelStep::hold); }
Response hold(App& app, const Request& request, const RouteMatch& match) { return take_step(app, request, match, PanelStep::hold); }
Response free_form(App& app, const Request& request, const RouteMatch& match) { return step_form(app, request, match, PanelStep::free); }
Response free_again(App& app, const Request& request, const RouteMatch& match) { return take_step(app, request, match, PanelStep::free); }
Response answer_form(App& app, const Request& request, const RouteMatch& match) { return step_form(app, request, match, PanelStep::answer); }
Response answer_challenge(App& app, const Request& request, const RouteMatch& match) { return take_step(app, request, match, PanelStep::answer); }

namespace {

constexpr auto kPanelRoutes = std::to_array<Route<App>>({
    {Method::get, "/panel", panel, kSeePrivate, {}, "panel"},
    {Method::get, "/panel/plans/{slug}/items/{id}", finding_form, kRecordFinding, {}, "finding-form"},
    {Method::post, "/panel/plans/{slug}/items/{id}", record_finding, kRecordFinding, kForm, "finding"},
    {Method::get, "/panel/plans/{slug}/items/{id}/challenge", challenge_form, kRaiseChallenge, {}, "challenge-form"},
    {Method::post, "/panel/plans/{slug}/items/{id}/challenge", raise_challenge, kRaiseChallenge, kForm, "challenge"},
    {Method::get, "/panel/plans/{slug}/items/{id}/comment", comment_form, kCommentFinding, {}, "comment-form"},
    {Method::post, "/panel/plans/{slug}/items/{id}/comment", comment, kCommentFinding, kForm, "comment"},
    {Method::get, "/panel/plans/{slug}/items/{id}/hold", hold_form, kHoldFinding, {}, "hold-form"},
    {Method::post, "/panel/plans/{slug}/items/{id}/hold", hold, kHoldFinding, kForm, "hold"},
    {Method::get, "/panel/plans/{slug}/items/{id}/free", free_form, kHoldFinding, {}, "free-form"},
    {Method::post, "/panel/plans/{slug}/items/{id}/free", free_again, kHoldFinding, kForm, "free"},
    {Method::get, "/panel/plans/{slug}/items/{id}/answer", answer_form, kAnswerChallenge, {}, "answer-form"},
    {Method::post, "/panel/plans/{slug}/items/{id}/answer", answer_challenge, kAnswerChallenge, kForm, "answer"},
});

}  // namespace

std::span<const Route<App>> panel_routes() { return kPanelRoutes; }

}  // namespace makegood::web
