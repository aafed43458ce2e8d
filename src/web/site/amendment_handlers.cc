// The form once more, with its answers filled in: for whoever sent it, by their account or by their receipt.

#include <algorithm>

#include "pages/amendment_pages.h"
#include "pages/receipt_page.h"
#include "pages/refusal_words.h"
#include "tasks/kept_amendments.h"
#include "tasks/own_amendments.h"
#include "tasks/receipts.h"
#include "web/site/handlers.h"
#include "web/site/register_filling.h"
#include "web/site/register_values.h"

namespace makegood::web {
namespace {

/// Whose form it is, and where it goes.
struct Sender {
  const Visit& who;
  const RouteMatch& match;
  std::string receipt = {};  ///< empty = by account
  [[nodiscard]] RecordId id() const { return RecordId(std::string(match["record"])); }
  [[nodiscard]] tasks::AmendmentPlace kept() const { return receipt.empty() ? tasks::amendment_of(who.session->actor, id()) : tasks::amendment_by(receipt); }
  [[nodiscard]] html::Url form() const { return receipt.empty() ? pages::own_record_url(match["register"], id()) : pages::receipt_form_url(match["register"]); }
};

Result<tasks::OwnRecord> own_record(const App& app, const Sender& sender) {
  const auto name = sender.match["register"];
  return sender.receipt.empty() ? tasks::own_record(app.workspace, sender.who.session->actor, name, sender.id()) : tasks::own_record(app.workspace, name, sender.receipt);
}

Result<tasks::OwnChanged> amend(const App& app, const Sender& sender, const tasks::OwnChange& amending) {
  const auto name = sender.match["register"];
  return sender.receipt.empty() ? tasks::amend_own_record(app.workspace, sender.who.session->actor, name, sender.id(), amending)
                                : tasks::amend_own_record(app.workspace, name, sender.receipt, amending);
}

/// The form as it is asked of them, without answers.
Filling filling_for(const Sender& sender, const tasks::OwnRecord& own) {
  auto filling = filling_of(own.kept, {});
  filling.ask(own.asked);
  auto& form = filling.form;
  form.receipt = sender.receipt;
  form.version = form.told = own.asked.version;
  form.amends = pages::FormAmends{.to = sender.form(), .seen = own.seen, .question = own.question, .messages = own.messages, .reply = {}, .theirs = {}};
  return filling;
}

/// Changes that were kept, asked as of today: what is not asked of them any more is not among them.
Response went_on(const App& app, const Sender& sender, const tasks::OwnRecord& own, tasks::KeptAmendment kept) {
  auto filling = filling_for(sender, own);
  auto& form = filling.form;
  form.upgrade = tasks::upgrade_for(app.workspace, own.asked, kept.version, kept.answers);
  form.answers = std::move(kept.answers);
  std::erase_if(form.answers, [&](const auto& answer) { return own.asked.field(answer.first) == nullptr; });
  form.version = kept.version;
  const auto steps = pages::steps_of(own.asked, form.answers);
  form.step = std::find(steps.begin(), steps.end(), kept.step) == steps.end() ? steps.front() : kept.step;
  const auto now = app.workspace.clock.now();
  form.amends->seen = kept.seen;
  form.amends->reply = std::move(kept.reply);
  form.amends->kept = now.today.plus_days(-static_cast<int>((now.seconds - kept.saved) / (24 * 60 * 60)));
  return form_shown(app, sender.who, std::move(filling));
}

Response opened(const App& app, const Sender& sender, const tasks::OwnRecord& own) {
  if (auto kept = tasks::kept_amendment(app.workspace, sender.kept(), own.kept->definition.name)) return went_on(app, sender, own, std::move(*kept));
  auto filling = filling_for(sender, own);
  filling.form.answers = own.answers;
  filling.form.step = pages::steps_of(own.asked, own.answers).front();
  return form_shown(app, sender.who, std::move(filling));
}

/// What was typed stays beside what somebody else wrote meanwhile; sent again, it stands.
Response refused(const App& app, const Sender& sender, Filling filling, const Refusal& refusal) {
  auto& form = filling.form;
  form.step = pages::kCheck;
  form.refusal = refusal.message;
  if (const auto now = own_record(app, sender); now && refusal.fault == Fault::conflict) {
    form.amends->theirs = now->answers;
    form.amends->seen = now->seen;
  }
  return form_shown(app, sender.who, std::move(filling), status_of(refusal.fault));
}

Response send(const App& app, const Sender& sender, Filling filling) {
  if (is_faulty(filling)) return form_shown(app, sender.who, std::move(filling), 422);
  const auto& form = filling.form;
  const auto done = amend(app, sender, {form.answers, form.amends->seen, form.amends->reply});
  if (!done) return refused(app, sender, std::move(filling), done.error());
  if (!done->faults.empty()) return show_faults(filling, done->faults), form_shown(app, sender.who, std::move(filling), 422);
  if (auto gone = tasks::drop_amendment(app.workspace, sender.kept()); !gone) return refusal_page(sender.who, gone.error());
  // A receipt stands in no address, so there is nothing to go to.
  if (!sender.receipt.empty()) return no_store(page(pages::amended_page(*form.definition, sender.who.site)));
  return go_to(sender.who, pages::received_url(form.definition->name, sender.id()).view());
}

Response keep(const App& app, const Sender& sender, const Filling& filling) {
  const auto& form = filling.form;
  const auto kept = tasks::keep_amendment(app.workspace, sender.kept(), form.definition->name,
                                          {.answers = form.answers, .reply = form.amends->reply, .step = form.step, .version = form.version, .seen = form.amends->seen});
  if (!kept) return refusal_page(sender.who, kept.error());
  const auto until = app.workspace.clock.now().today.plus_days(static_cast<int>(tasks::kFormSeconds / (24 * 60 * 60)));
  return no_store(page(pages::amendment_saved_page(*form.definition, until, sender.receipt.empty() ? std::optional(sender.form()) : std::nullopt, sender.who.site)));
}

Response typed(const App& app, const Request& request, const Sender& sender, const tasks::OwnRecord& own) {
  const auto pairs = pairs_of(request.form);
  auto filling = filling_for(sender, own);
  take_typed(app, filling, pairs);
  filling.form.receipt = sender.receipt;
  filling.form.amends->seen = number_in(pages::field(pairs, pages::kAmendSeen), 0);
  filling.form.amends->reply = pages::field(pairs, pages::kAmendReply);
  const auto go = pages::field(pairs, "go");
  if (go == "save") return keep(app, sender, filling);
  if (go == "anew") {
    if (auto gone = tasks::drop_amendment(app.workspace, sender.kept()); !gone) return refusal_page(sender.who, gone.error());
    return opened(app, sender, own);
  }
  if (must_be_told(filling)) return form_shown(app, sender.who, std::move(filling), 409);
  if (go == "send") return send(app, sender, std::move(filling));
  const int status = turn_page(filling, go) ? 200 : 422;
  return form_shown(app, sender.who, std::move(filling), status);
}

/// A page of its own; the register's titles in it are said in the page's language.
Response refused(const App& app, const Sender& sender, const Refusal& refusal) {
  const auto kept = app.workspace.registers.find(sender.match["register"]);
  const auto& site = sender.who.site;
  const auto said = said_in(site.words.language(), refusal.message, pages::titles_for(site, kept ? &(*kept)->definition : nullptr));
  if (said.language != Language::cy) return refusal_page(sender.who, refusal);
  return page(pages::refusal_page(site, whole_sentence(said.text), said.language), status_of(refusal.fault));
}

Response own_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const Sender sender{who, match};
  const auto own = own_record(app, sender);
  return own ? opened(app, sender, *own) : refused(app, sender, own.error());
}

Response amend_own(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const Sender sender{who, match};
  const auto own = own_record(app, sender);
  return own ? typed(app, request, sender, *own) : refused(app, sender, own.error());
}

/// Both in one: with a receipt nothing is opened by an address.
Response amend_by_receipt(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto kept = known_register(app, who, match["register"]);
  if (!kept) return refusal_page(who, kept.error());
  if (!may_be_theirs(who, request)) return refusal_page(who, kStaleForm);
  const Sender sender{who, match, std::string(request.form.value("receipt"))};
  if (sender.receipt.empty()) return refusal_page(who, {Fault::not_found, "no record here has this number: look at it again", {}});
  const auto own = own_record(app, sender);
  if (!own) return refused(app, sender, own.error());
  return request.form.value("go") == "open" ? opened(app, sender, *own) : typed(app, request, sender, *own);
}

constexpr auto kAmendmentRoutes = std::to_array<Route<App>>({
    {Method::get, "/registers/{register}/sent/{record}", own_form, kSignedIn, {}, "own-record"},
    {Method::post, "/registers/{register}/sent/{record}", amend_own, kSignedIn, kForm, "amend-own-record"},
    {Method::post, "/registers/{register}/receipt/form", amend_by_receipt, kPublic, kForm, "amend-by-receipt"},
});

}  // namespace

std::span<const Route<App>> amendment_routes() { return kAmendmentRoutes; }

}  // namespace makegood::web
