// Save and return: a form that somebody began, found again by their account or by a link.

#include <algorithm>

#include "tasks/begun_forms.h"
#include "tasks/receipts.h"
#include "tasks/token.h"
#include "web/site/begun_forms.h"
#include "web/site/handlers.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

std::string holder_of_account(const Visit& who) { return tasks::holder_of_account(tasks::account_of(who.session->actor)); }

Result<void> keep(const App& app, const Visit& who, const Filling& filling) {
  const auto& form = filling.form;
  return tasks::save_form(app.workspace, {.holder = holder_of(who, filling), .once = form.once, .register_name = form.definition->name, .version = form.version,
                                          .answers = form.answers, .step = form.step, .anonymous = form.sent_as == pages::kAnonymous, .saved = 0});
}

Day until_of(const tasks::Now& now, std::int64_t saved) {
  return now.today.plus_days(static_cast<int>((saved + tasks::kFormSeconds - now.seconds) / (24 * 60 * 60)));
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
  return form_shown(app, who, going_on(app, std::move(*kept), std::move(*begun), match["token"]));
}

Response go_on(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!who.session) return refusal_page(who, {Fault::not_allowed, "sign in to go on with a form that you began", {}});
  auto begun = tasks::find_form(app.workspace, holder_of_account(who), match["register"], request.query().value("form"));
  if (!begun) return refusal_page(who, begun.error());
  return form_shown(app, who, going_on(app, std::move(*kept), std::move(*begun), {}));
}

Response throw_away(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  const auto token = request.form.value("kept");
  if (token.empty() && !who.session) return refusal_page(who, {Fault::not_found, "there is no such form", {}});
  const auto holder = token.empty() ? holder_of_account(who) : tasks::holder_of_form_link(token);
  if (auto done = tasks::throw_away_form(app.workspace, holder, request.form.value("form")); !done) return refusal_page(who, done.error());
  return go_to(who, pages::report_url(match["register"]).view());
}

constexpr auto kBegunFormRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers/{register}/report/begun", go_on, kPublic, {}, "begun-form"},
    {Method::post, "/registers/{register}/report/begun", throw_away, kPublic, kForm, "throw-away-form"},
    {Method::get, "/registers/{register}/report/begun/{token}", go_on_by_link, kPublic, {}, "begun-form-link"},
});

}  // namespace

std::string holder_of(const Visit& who, const Filling& filling) {
  if (!filling.form.kept.empty()) return tasks::holder_of_form_link(filling.form.kept);
  if (!who.session || filling.names_nobody()) return {};
  return holder_of_account(who);
}

Response save_for_later(const App& app, const Visit& who, Filling filling) {
  auto& form = filling.form;
  const bool by_link = !form.kept.empty() || !who.session || filling.names_nobody();
  const bool is_new = by_link && form.kept.empty();
  if (is_new) form.kept = tasks::make_token(app.workspace.random);
  if (auto kept = keep(app, who, filling); !kept) return refusal_page(who, kept.error());
  const auto now = app.workspace.clock.now();
  return no_store(page(pages::form_saved_page({form.definition, form.once, form.kept, is_new, until_of(now, now.seconds)}, who.site)));
}

void keep_along(const App& app, const Visit& who, const Filling& filling) {
  if (who.session && !filling.names_nobody() && !filling.form.answers.empty()) static_cast<void>(keep(app, who, filling));
}

std::optional<Response> forms_that_wait(const App& app, const Visit& who, const Definition& definition) {
  if (!who.session) return std::nullopt;
  const auto begun = tasks::begun_forms(app.workspace, holder_of_account(who), definition.name);
  if (!begun || begun->empty()) return std::nullopt;
  const auto now = app.workspace.clock.now();
  std::vector<pages::BegunLine> lines;
  for (const auto& form : *begun) lines.push_back({form.once, now.today.plus_days(static_cast<int>((form.saved - now.seconds) / (24 * 60 * 60))), until_of(now, form.saved)});
  return no_store(page(pages::begun_forms_page(definition, lines, who.site)));
}

std::span<const Route<App>> begun_form_routes() { return kBegunFormRoutes; }

}  // namespace makegood::web
