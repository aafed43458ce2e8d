// The owner's one link: the form, what will be sent, and thanks. The token in the address is the key and
// nothing else is: opening it uses nothing up.

#include "pages/reply_typed.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

std::string address(const RouteMatch& match, std::string_view more = {}) {
  auto path = pages::reply_url(match["token"]).text();
  return more.empty() ? path : path + std::string(more);
}

/// The form again, as it was kept, with what is at fault.
Response form_again(const App& app, const Visit& who, const RouteMatch& match, const TakenForm& taken, std::string refusal = {}) {
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  auto values = reply_values(app, *opened, match["token"]);
  tell_faults(values, taken);
  values.refusal = std::move(refusal);
  return no_store(page(pages::reply_page(values, who.site), 422));
}

}  // namespace

Response reply_form(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  auto values = reply_values(app, *opened, match["token"]);
  values.saved = request.query().value("saved") == "yes";
  return no_store(page(pages::reply_page(values, who.site)));
}

Response keep_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone_while_typing(app, who, pages::typed_words(pairs_of(request.form)), opened.error());
  const auto taken = take_form(app, opened->about, request);
  if (!taken) return refusal_page(who, taken.error());
  if (auto kept = keep_form(app, opened->about, *taken); !kept) return refusal_page(who, kept.error());
  const auto asked = pages::question_of_action(request.form.value("action"));
  if (!asked.empty() && !has_file_faults(*taken)) return no_store(go_to(who, pages::reply_question_url(match["token"], asked).text()));
  const bool only_save = request.form.value("action") == "save";
  if (only_save && !has_file_faults(*taken)) return no_store(go_to(who, address(match, "?saved=yes")));
  if (!taken->faults.empty()) return form_again(app, who, match, *taken);
  if (taken->drafts.empty()) return form_again(app, who, match, *taken, "you have not answered anything yet: say how at least one item stands");
  return no_store(go_to(who, address(match, "/check")));
}

Response check_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  if (!is_whole(opened->about)) return no_store(go_to(who, address(match)));
  return no_store(page(pages::reply_check_page(reply_values(app, *opened, match["token"]), who.site)));
}

Response send_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  if (opened->about.drafts.empty()) return no_store(go_to(who, address(match, "/sent")));  // pressed twice
  if (!is_whole(opened->about)) return no_store(go_to(who, address(match)));
  const auto sent = tasks::answer_request(app.workspace, opened->open, said_in(opened->about, request));
  if (sent) return no_store(go_to(who, address(match, "/sent")));
  const auto now = open_reply(app, match["token"]);
  if (!now) return reply_gone(app, who, now.error());
  auto values = reply_values(app, *now, match["token"]);
  values.refusal = sent.error().message;
  return no_store(page(pages::reply_check_page(values, who.site), status_of(sent.error().fault)));
}

Response thank_for_reply(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  return no_store(page(pages::reply_sent_page(reply_values(app, *opened, match["token"]), who.site)));
}

namespace {

constexpr auto kReplyRoutes = std::to_array<Route<App>>({
    {Method::get, "/reply/{token}", reply_form, kPublic, {}, "reply"},
    {Method::post, "/reply/{token}", keep_reply, kPublic, kAnswers, "keep-reply"},
    {Method::get, "/reply/{token}/check", check_reply, kPublic, {}, "check-reply"},
    {Method::post, "/reply/{token}/send", send_reply, kPublic, kForm, "send-reply"},
    {Method::get, "/reply/{token}/sent", thank_for_reply, kPublic, {}, "reply-sent"},
    {Method::get, "/reply/{token}/questions/{challenge}", reply_question, kPublic, {}, "reply-question"},
    {Method::post, "/reply/{token}/questions/{challenge}", answer_reply_question, kPublic, kForm, "answer-reply-question"},
});

}  // namespace

std::span<const Route<App>> reply_routes() { return kReplyRoutes; }

}  // namespace makegood::web
