// The owner's one link: the form, what will be sent, and thanks. The token in the address is the key and
// nothing else is: opening it uses nothing up.

#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

Response gone(const App& app, const Visit& who, const Refusal& refusal) {
  if (refusal.fault != Fault::not_found && refusal.fault != Fault::not_allowed) return refusal_page(who, refusal);
  const bool unknown = refusal.fault == Fault::not_found;
  const auto why = unknown ? pages::ReplyGone::unknown : pages::ReplyGone::over;
  return no_store(page(pages::reply_gone_page(why, refusal.message, contact_of(app), who.site), unknown ? 404 : 410));
}

std::string address(const RouteMatch& match, std::string_view more = {}) {
  auto path = pages::reply_url(match["token"]).text();
  return more.empty() ? path : path + std::string(more);
}

void tell_faults(pages::ReplyPage& values, const TakenForm& taken) {
  for (auto& item : values.items)
    for (const auto& [id, faults] : taken.faults)
      if (id == item.item.id) item.faults = faults;
}

// A form that cannot be sent is kept all the same.
Result<void> keep(const App& app, const OpenedReply& opened, const TakenForm& taken) {
  for (const auto& item : taken.dropped)
    if (auto dropped = app.workspace.drafts.drop(tasks::holder_of_request(opened.open.request.id.text), item); !dropped) return dropped;
  if (auto saved = tasks::save_drafts(app.workspace, taken.drafts); !saved) return saved;
  for (const auto& digest : taken.let_go)  // once no draft speaks of it
    if (auto gone = app.workspace.quarantine.let_go(digest); !gone) return gone;
  return {};
}

bool has_file_faults(const TakenForm& taken) {
  for (const auto& [id, faults] : taken.faults)
    for (const auto& fault : faults)
      if (fault.field.ends_with("-file")) return true;
  return false;
}

/// The form again, as it was kept, with what is at fault.
Response form_again(const App& app, const Visit& who, const RouteMatch& match, const TakenForm& taken, std::string refusal = {}) {
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone(app, who, opened.error());
  auto values = reply_values(app, *opened, match["token"]);
  tell_faults(values, taken);
  values.refusal = std::move(refusal);
  return no_store(page(pages::reply_page(values, who.site), 422));
}

std::vector<tasks::Said> said_in(const OpenedReply& opened, const Request& request) {
  std::vector<tasks::Said> all;
  const auto pairs = pairs_of(request.form);
  for (const auto& draft : opened.drafts) {
    tasks::Said said{draft.item, pages::words_from(pages::answer_form_from(draft.fields)), draft.seen};
    said.words.evidence = draft.evidence;
    const auto own = pages::pairs_about(pairs, draft.item);
    if (const auto seen = pages::answer_form_from(own).seen; seen > said.seen) said.seen = seen;
    all.push_back(std::move(said));
  }
  return all;
}

bool is_whole(const OpenedReply& opened) {
  for (const auto& draft : opened.drafts) {
    const auto* item = find_item(opened.open.kept->plan, draft.item);
    if (item != nullptr && !pages::faults_of(pages::answer_form_from(draft.fields), *item, draft.evidence).empty()) return false;
  }
  return true;
}

}  // namespace

Response reply_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone(app, who, opened.error());
  auto values = reply_values(app, *opened, match["token"]);
  values.saved = request.query().value("saved") == "yes";
  return no_store(page(pages::reply_page(values, who.site)));
}

Response keep_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone(app, who, opened.error());
  const auto taken = take_form(app, *opened, request);
  if (!taken) return refusal_page(who, taken.error());
  if (auto kept = keep(app, *opened, *taken); !kept) return refusal_page(who, kept.error());
  const bool only_save = request.form.value("action") == "save";
  if (only_save && !has_file_faults(*taken)) return no_store(go_to(who, address(match, "?saved=yes")));
  if (!taken->faults.empty()) return form_again(app, who, match, *taken);
  if (taken->drafts.empty()) {
    const auto said = who.site.words.text("reply.nothing_typed");
    return form_again(app, who, match, *taken, std::string(said.text));
  }
  return no_store(go_to(who, address(match, "/check")));
}

Response check_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone(app, who, opened.error());
  if (!is_whole(*opened)) return no_store(go_to(who, address(match)));
  return no_store(page(pages::reply_check_page(reply_values(app, *opened, match["token"]), who.site)));
}

Response send_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone(app, who, opened.error());
  if (opened->drafts.empty()) return no_store(go_to(who, address(match, "/sent")));  // pressed twice
  if (!is_whole(*opened)) return no_store(go_to(who, address(match)));
  const auto sent = tasks::answer_request(app.workspace, opened->open, said_in(*opened, request));
  if (sent) return no_store(go_to(who, address(match, "/sent")));
  const auto now = open_reply(app, match["token"]);
  if (!now) return gone(app, who, now.error());
  auto values = reply_values(app, *now, match["token"]);
  values.refusal = sent.error().message;
  return no_store(page(pages::reply_check_page(values, who.site), status_of(sent.error().fault)));
}

Response thank_for_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone(app, who, opened.error());
  return no_store(page(pages::reply_sent_page(reply_values(app, *opened, match["token"]), who.site)));
}

namespace {

// Ten million letters that were pasted come in, so that everything else that was typed can be shown again. It is not
// heavy: fifty owners who answer in the last hour wait for a page's turn, and nobody's words are turned away.
constexpr RouteOptions kAnswers{.body = BodyKind::multipart, .max_body = kUploadBytes + kFormBytes, .max_text = 12U << 20U};

constexpr auto kRoutes = std::to_array<Route<App>>({
    {Method::get, "/reply/{token}", reply_form, kPublic, {}, "reply"},
    {Method::post, "/reply/{token}", keep_reply, kPublic, kAnswers, "keep-reply"},
    {Method::get, "/reply/{token}/check", check_reply, kPublic, {}, "check-reply"},
    {Method::post, "/reply/{token}/send", send_reply, kPublic, kForm, "send-reply"},
    {Method::get, "/reply/{token}/sent", thank_for_reply, kPublic, {}, "reply-sent"},
});

}  // namespace

std::span<const Route<App>> reply_routes() { return kRoutes; }

}  // namespace makegood::web
