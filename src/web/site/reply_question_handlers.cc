// A question of the panel, answered by the owner's one link.

#include "pages/reply_question.h"
#include "web/site/reply_values.h"

namespace makegood::web {
namespace {

/// Refuses: the link does not ask about its item -> not_found.
Result<pages::ReplyQuestionPage> question_values(const App& app, const OpenedReply& opened, const RouteMatch& match) {
  pages::ReplyQuestionPage values;
  const ChallengeId id{std::string(match["challenge"])};
  bool found = false;
  for (auto& question : questions_of(app, opened)) {
    if (question.challenge.id != id) {
      values.others_open += question.challenge.is_open() && question.may_answer ? 1 : 0;
      continue;
    }
    values.may_answer = question.may_answer;
    values.challenge = std::move(question.challenge);
    found = true;
  }
  const auto* item = found ? find_item(opened.open.kept->plan, values.challenge.item) : nullptr;
  if (item == nullptr) return refuse(Fault::not_found, "this link does not ask about such an item");
  values.item = *item;
  values.at = pages::reply_question_url(match["token"], id);
  values.back = pages::reply_url(match["token"]);
  values.who = opened.open.post_words;
  values.plan_title = opened.open.kept->plan.title;
  values.closes = opened.open.cycle.closes;
  return values;
}

/// As it stands now, with what was typed and why it was not taken.
Response question_again(const App& app, const Visit& who, const RouteMatch& match, const std::string& text, const Refusal& refusal) {
  const auto now = open_reply(app, match["token"]);
  if (!now) return gone_while_typing(app, who, {text}, now.error());
  auto values = question_values(app, *now, match);
  if (!values) return no_store(page(pages::not_found_page(who.site), 404));
  values->text = text;
  values->refusal = refusal.message;
  return no_store(page(pages::reply_question_page(*values, who.site), status_of(refusal.fault)));
}

}  // namespace

Response reply_question(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return reply_gone(app, who, opened.error());
  auto values = question_values(app, *opened, match);
  if (!values) return no_store(page(pages::not_found_page(who.site), 404));
  values->just_answered = !values->challenge.is_open() && request.query().value("answered") == "yes";
  return no_store(page(pages::reply_question_page(*values, who.site)));
}

Response answer_reply_question(App& app, const Request& request, const RouteMatch& match) {
  const auto who = visit(app, request);
  const std::string text(request.form.value("text"));
  const auto opened = open_reply(app, match["token"]);
  if (!opened) return gone_while_typing(app, who, {text}, opened.error());
  auto values = question_values(app, *opened, match);
  if (!values) return no_store(page(pages::not_found_page(who.site), 404));
  if (values->challenge.is_open() && values->may_answer && trim(text).empty()) {
    values->faults = {{"text", "panel.step.answer.error"}};
    return no_store(page(pages::reply_question_page(*values, who.site), 422));
  }
  const auto answered = tasks::answer_challenge_by_link(app.workspace, opened->open, values->challenge.id, text);
  if (answered) return no_store(go_to(who, pages::reply_question_url(match["token"], answered->id).text() + "?answered=yes"));
  return question_again(app, who, match, text, answered.error());
}

}  // namespace makegood::web
