// The form of a register: filled in page by page, kept for later, sent once.

#include <algorithm>

#include "pages/receipt_page.h"
#include "pages/register_pages.h"
#include "tasks/begun_forms.h"
#include "tasks/receipts.h"
#include "tasks/record_step.h"
#include "tasks/records.h"
#include "tasks/token.h"
#include "web/site/handlers.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

/// A form as it is filled in, with the definition that it is asked by: without the sender's fields where nobody is named.
struct Filling {
  std::shared_ptr<const KeptRegister> kept;
  std::shared_ptr<const Definition> asked;
  pages::RegisterForm form;

  /// Chooses the questions by what the sender said about being named.
  void ask_as(std::string_view sent_as) {
    const auto& definition = kept->definition;
    form.asks_who = definition.anonymous && definition.confidential;
    form.sent_as = form.asks_who ? std::string(sent_as) : std::string{};
    const bool unknown = definition.anonymous && (!definition.confidential || sent_as == pages::kAnonymous);
    asked = std::make_shared<const Definition>(unknown ? without_sender(definition) : definition);
    form.definition = asked.get();
  }
  [[nodiscard]] bool names_nobody() const { return form.definition->anonymous && (!form.asks_who || form.sent_as != pages::kConfidential); }
};

Filling filling_of(std::shared_ptr<const KeptRegister> kept, std::string_view sent_as) {
  Filling filling;
  filling.kept = std::move(kept);
  filling.ask_as(sent_as);
  return filling;
}

/// Organisations to choose from: those that the visitor answers for, else all of the directory.
std::vector<std::string> choices_for(const App& app, const Definition& definition, const Visit& who) {
  std::vector<std::string> names;
  const auto directory = app.workspace.people.directory();
  if (!directory) return names;
  const auto reach = who.session ? tasks::reach_for(definition, who.session->actor, tasks::Doing::submit) : Reach{.all = true, .organisations = {}};
  const bool all = reach.all || open_to_anybody(definition);
  for (const auto& organisation : (*directory)->organisations)
    if (all || reach.covers(organisation.id.text)) names.push_back(organisation.name);
  std::sort(names.begin(), names.end());
  return names;
}

Response shown(const App& app, const Visit& who, Filling filling, int status = 200) {
  filling.form.organisations = choices_for(app, *filling.form.definition, who);
  return no_store(page(pages::register_form_page(filling.form, who.site), status));
}

/// Whose a kept form is: whoever has the link, else the account. Nobody's where nobody is to be named and there is no link.
std::string holder_of(const Visit& who, const Filling& filling) {
  if (!filling.form.kept.empty()) return tasks::holder_of_form_link(filling.form.kept);
  if (!who.session || filling.names_nobody()) return {};
  return tasks::holder_of_account(tasks::account_of(who.session->actor));
}

Result<void> keep(const App& app, const Visit& who, const Filling& filling) {
  const auto& form = filling.form;
  return tasks::save_form(app.workspace, {.holder = holder_of(who, filling), .once = form.once, .register_name = form.definition->name, .version = form.version,
                                          .answers = form.answers, .step = form.step, .anonymous = form.sent_as == pages::kAnonymous, .saved = 0});
}

Day until_of(const tasks::Now& now, std::int64_t saved) {
  return now.today.plus_days(static_cast<int>((saved + tasks::kFormSeconds - now.seconds) / (24 * 60 * 60)));
}

Filling fresh_form(const App& app, std::shared_ptr<const KeptRegister> kept) {
  auto filling = filling_of(std::move(kept), {});
  auto& form = filling.form;
  form.once = make_id_text(app.workspace.random);
  form.version = form.told = form.definition->version;
  if (form.definition->gives_receipts()) form.receipt = tasks::make_receipt(app.workspace.random);
  form.step = pages::steps_of(*form.definition, {}).front();
  return filling;
}

/// Forms of this visitor that wait; none for somebody who is not signed in.
std::vector<tasks::BegunForm> forms_of(const App& app, const Visit& who, std::string_view name) {
  if (!who.session) return {};
  return tasks::begun_forms(app.workspace, tasks::holder_of_account(tasks::account_of(who.session->actor)), name).value_or(std::vector<tasks::BegunForm>{});
}

Response report_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const auto begun = forms_of(app, who, match["register"]);
  if (begun.empty() || !request.query().value("new").empty()) return shown(app, who, fresh_form(app, std::move(*kept)));
  const auto now = app.workspace.clock.now();
  std::vector<pages::BegunLine> lines;
  for (const auto& form : begun) lines.push_back({form.once, now.today.plus_days(static_cast<int>((form.saved - now.seconds) / (24 * 60 * 60))), until_of(now, form.saved)});
  return no_store(page(pages::begun_forms_page((*kept)->definition, lines, who.site)));
}

/// A kept form as it goes on: asked as of today, whatever it was begun under.
Filling going_on(const App& app, std::shared_ptr<const KeptRegister> kept, tasks::BegunForm begun, std::string_view token) {
  const bool chooses = kept->definition.anonymous && kept->definition.confidential;
  auto filling = filling_of(std::move(kept), !chooses ? "" : begun.anonymous ? pages::kAnonymous : pages::kConfidential);
  auto& form = filling.form;
  form.answers = std::move(begun.answers);
  form.once = std::move(begun.once);
  form.version = begun.version;
  form.told = form.definition->version;
  form.upgrade = tasks::upgrade_for(app.workspace, *form.definition, form.version, form.answers);
  form.kept = token;
  if (form.definition->gives_receipts()) form.receipt = tasks::make_receipt(app.workspace.random);
  const auto steps = pages::steps_of(*form.definition, form.answers);
  form.step = std::find(steps.begin(), steps.end(), begun.step) == steps.end() ? steps.front() : begun.step;
  if (form.step == steps.front() && form.sent_as == pages::kConfidential) form.sent_as.clear();  // they may not have said so yet
  return filling;
}

Response go_on_by_link(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  auto begun = tasks::find_form(app.workspace, tasks::holder_of_form_link(match["token"]), match["register"], {});
  if (!begun) return refusal_page(who, begun.error());
  return shown(app, who, going_on(app, std::move(*kept), std::move(*begun), match["token"]));
}

Response go_on(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!who.session) return refusal_page(who, {Fault::not_allowed, "sign in to go on with a form that you began", {}});
  auto begun = tasks::find_form(app.workspace, tasks::holder_of_account(tasks::account_of(who.session->actor)), match["register"], request.query().value("form"));
  if (!begun) return refusal_page(who, begun.error());
  return shown(app, who, going_on(app, std::move(*kept), std::move(*begun), {}));
}

Response throw_away(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  const auto token = request.form.value("kept");
  if (token.empty() && !who.session) return refusal_page(who, {Fault::not_found, "there is no such form", {}});
  const auto holder = token.empty() ? tasks::holder_of_account(tasks::account_of(who.session->actor)) : tasks::holder_of_form_link(token);
  if (auto done = tasks::throw_away_form(app.workspace, holder, request.form.value("form")); !done) return refusal_page(who, done.error());
  return go_to(who, pages::report_url(match["register"]).view());
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

bool lacks_sender(const pages::RegisterForm& form) { return form.asks_who && form.sent_as != pages::kAnonymous && form.sent_as != pages::kConfidential; }

/// The first step that cannot stand, with what is wrong on it; false where all can.
bool is_faulty(pages::RegisterForm& form) {
  for (const auto& step : pages::steps_of(*form.definition, form.answers)) {
    form.faults = faults_on(*form.definition, step, form.answers);
    form.who_missing = lacks_sender(form);
    if (form.faults.empty() && !form.who_missing) continue;
    return form.step = step, true;
  }
  return false;
}

Response send(const App& app, const Visit& who, Filling filling) {
  auto& form = filling.form;
  if (is_faulty(form)) return shown(app, who, std::move(filling), 422);
  const auto done = tasks::submit_record(app.workspace, who.actor(), {.register_name = form.definition->name, .answers = form.answers, .once = form.once,
                                                                     .anonymous = form.sent_as == pages::kAnonymous, .receipt = form.receipt,
                                                                     .holder = holder_of(who, filling)});
  if (!done) return form.refusal = done.error().message, form.step = pages::kCheck, shown(app, who, std::move(filling), status_of(done.error().fault));
  // A receipt opens something: it stands on this page alone, and in no address.
  if (form.definition->gives_receipts()) return no_store(page(pages::receipt_given_page(*form.definition, done->receipt, who.site)));
  return go_to(who, html::Url::path({"registers", form.definition->name, "received", done->id.text}).view());
}

Response save(const App& app, const Visit& who, Filling filling) {
  auto& form = filling.form;
  const bool by_link = !form.kept.empty() || !who.session || filling.names_nobody();
  const bool is_new = by_link && form.kept.empty();
  if (is_new) form.kept = tasks::make_token(app.workspace.random);
  if (auto kept = keep(app, who, filling); !kept) return refusal_page(who, kept.error());
  const auto now = app.workspace.clock.now();
  return no_store(page(pages::form_saved_page({form.definition, form.once, form.kept, is_new, until_of(now, now.seconds)}, who.site)));
}

/// Everything that the form sent, what it asked under an earlier version included.
Filling sent_form(const App& app, std::shared_ptr<const KeptRegister> kept, const pages::QueryPairs& pairs) {
  auto filling = filling_of(std::move(kept), pages::field(pairs, "sent_as"));
  auto& form = filling.form;
  const auto& now = *form.definition;
  form.answers = pages::answers_from(now, pairs);
  form.version = number_in(pages::field(pairs, "version"), now.version);
  form.told = number_in(pages::field(pairs, "told"), form.version);
  if (form.version != now.version) {
    const auto before = tasks::definition_in_version(app.workspace, now.name, form.version);
    if (before) form.answers.merge(pages::answers_from(*before, pairs));
    if (before && form.sent_as == pages::kAnonymous) std::erase_if(form.answers, [&](const auto& a) { return before->field(a.first) != nullptr && before->field(a.first)->is_sender; });
    form.upgrade = upgrade_of(before ? &*before : nullptr, now, form.answers);
  }
  form.step = pages::field(pairs, "step");
  form.once = pages::field(pairs, "once");
  form.kept = tasks::looks_like_token(pages::field(pairs, "kept")) ? pages::field(pairs, "kept") : std::string{};
  if (now.gives_receipts()) form.receipt = tasks::receipt_from(pages::field(pairs, "receipt"));
  return filling;
}

/// What a signed-in person has typed so far is theirs when they come back, whatever becomes of this browser.
void keep_along(const App& app, const Visit& who, const Filling& filling) {
  if (who.session && !filling.names_nobody() && !filling.form.answers.empty()) static_cast<void>(keep(app, who, filling));
}

Response move_on(const App& app, const Visit& who, Filling filling, std::string_view go) {
  auto& form = filling.form;
  const auto steps = pages::steps_of(*form.definition, form.answers);
  if (go == "back") return form.step = step_beside(steps, form.step, -1), shown(app, who, std::move(filling));
  if (go.starts_with("to-")) return form.step = step_beside(steps, std::string(go.substr(3)), 0), shown(app, who, std::move(filling));
  form.faults = faults_on(*form.definition, form.step, form.answers);
  form.who_missing = lacks_sender(form);
  if (!form.faults.empty() || form.who_missing) return shown(app, who, std::move(filling), 422);
  form.step = step_beside(steps, form.step, 1);
  keep_along(app, who, filling);
  return shown(app, who, std::move(filling));
}

Response report(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  const auto pairs = pairs_of(request.form);
  auto filling = sent_form(app, std::move(*kept), pairs);
  auto& form = filling.form;
  const auto go = pages::field(pairs, "go");
  if (go == "save") return save(app, who, std::move(filling));
  if (form.told != form.definition->version) {  // they have not seen that the form changed: nothing happens before they have
    form.told = form.definition->version;
    const auto steps = pages::steps_of(*form.definition, form.answers);
    if (std::find(steps.begin(), steps.end(), form.step) == steps.end()) form.step = steps.front();
    return shown(app, who, std::move(filling), 409);
  }
  return go == "send" ? send(app, who, std::move(filling)) : move_on(app, who, std::move(filling), go);
}

Response received(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known_register(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  return no_store(page(pages::register_received_page((*kept)->definition, RecordId(std::string(match["record"])), who.site)));
}

constexpr auto kRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers/{register}/report", report_form, kPublic, {}, "register-form"},
    {Method::post, "/registers/{register}/report", report, kPublic, kForm, "register-report"},
    {Method::get, "/registers/{register}/report/begun", go_on, kPublic, {}, "begun-form"},
    {Method::post, "/registers/{register}/report/begun", throw_away, kPublic, kForm, "throw-away-form"},
    {Method::get, "/registers/{register}/report/begun/{token}", go_on_by_link, kPublic, {}, "begun-form-link"},
    {Method::get, "/registers/{register}/received/{record}", received, kPublic, {}, "register-received"},
});

}  // namespace

std::span<const Route<App>> register_form_routes() { return kRoutes; }

}  // namespace makegood::web
