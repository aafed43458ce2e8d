#include "pages/reply_question.h"

#include <algorithm>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/pieces.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html answer_part(const Site& site, const ReplyQuestionPage& page) {
  const auto text = govuk::textarea({.name = "text",
                                     .label = {.text = site.words("panel.step.answer.label"), .classes = "govuk-label--m"},
                                     .hint = govuk::HintParams{.text = site.words("panel.step.answer.hint")},
                                     .error_message = fault_of(site, page.faults, "text"),
                                     .value = page.text,
                                     .attributes = lang(typed_language(site))});
  return join(p(cls("govuk-body"), site.words("reply.question.until", {{"date", page.closes}})),
              form(attr("method", "post"), action(site.local(page.at)), attr("novalidate", ""), csrf_field(site), text, body_text(site.words("panel.step.answer.note")),
                   body_text(site.words("reply.disclosable")),
                   div(cls("govuk-button-group"), govuk::button({.text = site.words("panel.step.answer.send"), .prevent_double_click = true}),
                       link_to(site.local(page.back), site.words("reply.question.back")))));
}

// Somebody was first: what was typed here is not lost.
Html typed_part(const Site& site, const ReplyQuestionPage& page) {
  return when(!trim(page.text).empty(), [&] {
    return join(heading_m(site.words("reply.typed")), govuk::inset_text({.text = quoted_lines(typed_language(site), page.text)}));
  });
}

Html rest_part(const Site& site, const ReplyQuestionPage& page) {
  if (page.challenge.is_open() && page.may_answer) return answer_part(site, page);
  return join(when(page.challenge.is_open(), [&] { return body_text(site.words("reply.question.contributor")); }), typed_part(site, page),
              when(page.others_open > 0, [&] { return body_text(site.words("reply.question.others", {{"n", page.others_open}})); }),
              p(cls("govuk-body"), link_to(site.local(page.back), site.words("reply.question.back"))));
}

Html banner(const Site& site, const ReplyQuestionPage& page) {
  return when(page.just_answered, [&] {
    return govuk::notification_banner({.text = site.words("reply.question.thanks"), .title_text = site.words("component.success"), .success = true});
  });
}

Html one_question(const Site& site, const ReplyQuestion& question) {
  const auto& challenge = question.challenge;
  return govuk::inset_text({.text = join(
      p(cls("govuk-body govuk-!-font-weight-bold"), site.words("reply.question.asks")), challenge_in_full(site, challenge, typed_language(site), site.today),
      when(challenge.is_open() && question.may_answer, [&] {
        const auto which = span(cls("govuk-visually-hidden"), ": ", quoted(typed_language(site), shorten(challenge.question, 80)));
        return govuk::button({.text = join(site.words("reply.question.go"), which), .name = "action", .value = std::string(kToQuestion) + challenge.id.text,
                              .classes = "govuk-button--secondary govuk-!-margin-bottom-0"});
      }),
      when(challenge.is_open() && !question.may_answer, [&] { return body_text(site.words("reply.question.contributor")); }))});
}

int open_questions_of(const ReplyItem& item) {
  return static_cast<int>(std::count_if(item.questions.begin(), item.questions.end(), [](const ReplyQuestion& q) { return q.challenge.is_open() && q.may_answer; }));
}

}  // namespace

Url reply_question_url(std::string_view token, const ChallengeId& challenge) { return Url::path({"reply", token, "questions", challenge.text}); }

ChallengeId question_of_action(std::string_view action) {
  return action.starts_with(kToQuestion) ? ChallengeId(std::string(action.substr(kToQuestion.size()))) : ChallengeId();
}

int open_questions(const ReplyPage& page) {
  int n = 0;
  for (const auto& item : page.items) n += open_questions_of(item);
  return n;
}

Html item_questions(const Site& site, const ReplyItem& item) {
  return each(item.questions, [&](const ReplyQuestion& question) { return one_question(site, question); });
}

Html questions_notice(const Site& site, const ReplyPage& page) {
  const auto n = open_questions(page);
  if (n == 0) return {};
  const auto lines = each(page.items, [&](const ReplyItem& item) {
    return when(open_questions_of(item) > 0, [&] {
      return li(a(cls("govuk-notification-banner__link"), href(Url::fragment("item-" + item.item.id.text)), lang(page.language), headline(item.item.title)));
    });
  });
  return govuk::notification_banner({.text = join(p(cls("govuk-notification-banner__heading"), site.words("reply.question.notice", {{"n", n}})), ul(cls("govuk-list"), lines)),
                                     .title_text = site.words("reply.question.panel")});
}

Html reply_question_page(const ReplyQuestionPage& page, const Site& site) {
  const bool asks = page.challenge.is_open() && page.may_answer;
  const auto heading = site.words(asks ? "panel.step.answer.heading" : "reply.question.heading");
  const auto main = join(fault_summary(site, page.faults, page.refusal), banner(site, page),
                         span(cls("govuk-caption-l"), quoted(page.language, page.who), when(!page.who.empty(), join(" · ")), quoted(page.language, page.plan_title)),
                         h1(cls("govuk-heading-l"), heading),
                         p(cls("govuk-body"), when(!page.item.ref.empty(), join(span(cls("mg-ref"), page.item.ref), " ")), strong(lang(page.language), headline(page.item.title))),
                         govuk::inset_text({.text = challenge_in_full(site, page.challenge, typed_language(site), site.today)}), rest_part(site, page));
  return frame(site, {.title = heading, .has_errors = !page.faults.empty() || !page.refusal.empty()}, main);
}

}  // namespace makegood::pages
