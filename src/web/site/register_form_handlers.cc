// The form of a register: filled in page by page, and sent once.

#include "pages/receipt_page.h"
#include "tasks/own_amendments.h"
#include "tasks/receipts.h"
#include "tasks/records.h"
#include "tasks/sent_otherwise.h"
#include "web/site/begun_forms.h"
#include "web/site/handlers.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

Filling fresh_form(const App& app, std::shared_ptr<const KeptRegister> kept) {
  auto filling = filling_of(std::move(kept), {});
  auto& form = filling.form;
  form.once = make_id_text(app.workspace.random);
  form.version = form.told = form.definition->version;
  if (form.definition->gives_receipts()) form.receipt = tasks::make_receipt(app.workspace.random);
  form.step = pages::steps_of(*form.definition, {}).front();
  return filling;
}

Response report_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (request.query().value("new").empty())
    if (auto waiting = forms_that_wait(app, who, (*kept)->definition)) return std::move(*waiting);
  return form_shown(app, who, fresh_form(app, std::move(*kept)));
}

Response send(const App& app, const Visit& who, Filling filling) {
  auto& form = filling.form;
  if (is_faulty(filling)) return form_shown(app, who, std::move(filling), 422);
  if (const auto fresh = tasks::check_not_sent_otherwise(app.workspace, *form.definition, who.actor(), form.once, form.answers, form.sent_as == pages::kAnonymous); !fresh)
    return form.refusal = fresh.error().message, form.step = pages::kCheck, form_shown(app, who, std::move(filling), status_of(fresh.error().fault));
  const auto done = tasks::submit_record(app.workspace, who.actor(), {.register_name = form.definition->name, .answers = form.answers, .once = form.once,
                                                                     .anonymous = form.sent_as == pages::kAnonymous, .receipt = form.receipt,
                                                                     .holder = holder_of(who, filling)});
  if (!done) return form.refusal = done.error().message, form.step = pages::kCheck, form_shown(app, who, std::move(filling), status_of(done.error().fault));
  if (!done->faults.empty()) return show_faults(filling, done->faults), form_shown(app, who, std::move(filling), 422);
  // A receipt opens something: it stands on this page alone, and in no address.
  if (form.definition->gives_receipts()) return no_store(page(pages::receipt_given_page(*form.definition, done->receipt, who.site)));
  return go_to(who, pages::received_url(form.definition->name, done->id).view());
}

Response report(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  auto kept = register_to_report_on(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  const auto pairs = pairs_of(request.form);
  auto filling = filling_of(std::move(*kept), pages::field(pairs, "sent_as"));
  take_typed(app, filling, pairs);
  const auto go = pages::field(pairs, "go");
  if (go == "save") return save_for_later(app, who, std::move(filling));
  if (must_be_told(filling)) return form_shown(app, who, std::move(filling), 409);
  if (go == "send") return send(app, who, std::move(filling));
  if (!turn_page(filling, go)) return form_shown(app, who, std::move(filling), 422);
  if (go == "next") keep_along(app, who, filling);
  return form_shown(app, who, std::move(filling));
}

Response received(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known_register(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  const RecordId id{std::string(match["record"])};
  const bool is_own = who.session && tasks::is_own_record(app.workspace, who.session->actor, id);
  return no_store(page(pages::register_received_page((*kept)->definition, id, who.site, is_own)));
}

constexpr auto kRegisterFormRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers/{register}/report", report_form, kPublic, {}, "register-form"},
    {Method::post, "/registers/{register}/report", report, kPublic, kForm, "register-report"},
    {Method::get, "/registers/{register}/received/{record}", received, kPublic, {}, "register-received"},
});

}  // namespace

std::span<const Route<App>> register_form_routes() { return kRegisterFormRoutes; }

}  // namespace makegood::web
