// A receipt: how it stands with what somebody sent without saying who they are, and what they add.

#include "pages/receipt_page.h"
#include "tasks/own_amendments.h"
#include "tasks/receipts.h"
#include "web/site/handlers.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

/// A register that gives receipts; others have no such page.
Result<std::shared_ptr<const KeptRegister>> with_receipts(const App& app, const Visit& who, std::string_view name) {
  auto kept = known_register(app, who, name);
  if (kept && !(*kept)->definition.gives_receipts()) return refuse(Fault::not_found, "this register gives no receipts");
  return kept;
}

Response shown(const Visit& who, const pages::ReceiptPage& values, int status = 200) { return no_store(page(pages::receipt_page(values, who.site), status)); }

Response receipt_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = with_receipts(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  return shown(who, {.definition = &(*kept)->definition});
}

Response look(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = with_receipts(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  pages::ReceiptPage values{.definition = &(*kept)->definition, .receipt = std::string(request.form.value("receipt"))};
  int status = 200;
  if (request.form.value("go") == "write") {
    values.message = request.form.value("message");
    const auto done = tasks::add_message(app.workspace, match["register"], values.receipt, {.text = values.message, .once = std::string(request.form.value("once"))});
    if (done) values.message.clear(), values.written = true;
    else values.refusal = done.error().message, values.fault = done.error().where, status = status_of(done.error().fault);
  }
  const auto seen = tasks::look_at_receipt(app.workspace, match["register"], values.receipt);
  if (!seen) {
    values.refusal = seen.error().message;
    values.fault = seen.error().where;
    return shown(who, values, status_of(seen.error().fault));
  }
  values.found = true;
  values.is_open = tasks::is_own_record(app.workspace, match["register"], values.receipt);
  values.state = seen->state;
  values.recorded = seen->recorded;
  values.entered = seen->entered;
  values.messages = seen->messages;
  values.once = values.refusal.empty() ? make_id_text(app.workspace.random) : std::string(request.form.value("once"));
  return shown(who, values, status);
}

constexpr auto kReceiptRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers/{register}/receipt", receipt_form, kPublic, {}, "receipt"},
    {Method::post, "/registers/{register}/receipt", look, kPublic, kForm, "look-at-receipt"},
});

}  // namespace

std::span<const Route<App>> receipt_routes() { return kReceiptRoutes; }

}  // namespace makegood::web
