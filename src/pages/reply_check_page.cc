// What will be sent, what was sent, and links that do not open.

#include <algorithm>
#include <array>

#include "html/components/content.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/pieces.h"
#include "pages/refusal_words.h"
#include "pages/reply_question.h"
#include "pages/reply_typed.h"
#include "pages/summary_rows.h"

namespace makegood::pages {

using namespace html;

namespace {

Html summary_of(const Site& site, const ReplyPage& page, const ReplyItem& item) {
  const auto words = words_from(item.form);
  SummaryRows rows;
  add_row(rows, site.words("answer.claim"), span(answer_words(site, words)));
  add_row(rows, site.words("answer.reason"), typed_lines(site, words.claim_reason));
  add_row(rows, site.words("answer.narrative"), typed_lines(site, words.narrative));
  if (words.forecast) add_row(rows, site.words("answer.new_date"), join(day(site, *words.forecast), typed_lines(site, words.forecast_reason)));
  for (const auto& shown : item.evidence) add_row(rows, site.words("answer.evidence_kind." + std::string(word(shown.evidence.kind))), evidence_words(site, shown));
  const auto change = site.local(page.at.at("item-" + item.item.id.text));
  return govuk::summary_list({.rows = std::move(rows),
                              .card = govuk::SummaryCard{.title = join(span(lang(page.language), headline(item.item.title))),
                                                         .actions = {{.href = change,
                                                                      .text = site.words("reply.change"),
                                                                      .visually_hidden_text = join(" ", quoted(page.language, headline(item.item.title)))}}}});
}

Html meanwhile(const Site& site, const ReplyItem& item) {
  if (item.since.empty()) return {};
  return govuk::warning_text({.text = join(site.words("reply.meanwhile"), " ", each(item.since, [&](const OtherWord& other) {
                                return join(quoted(typed_language(site), other.who), ", ", day(site, other.update.day), ": ", answer_words(site, other.update),
                                            when(!other.update.narrative.empty(), [&] { return join(". “", quoted(typed_language(site), shorten(other.update.narrative, 600)), "” "); }));
                              })),
                              .icon_fallback_text = site.words("component.warning")});
}

Html seen_field(const ReplyItem& item) {
  return input(attr("type", "hidden"), attr("name", item.item.id.text + "-seen"), attr("value", item.last_said));
}

Html contact_words(const Site& site, std::string_view contact) {
  return p(cls("govuk-body"), site.words("reply.contact"), when(!contact.empty(), [&] { return join(" ", site.words("reply.write_to"), " ", quoted("en", contact)); }));
}

int left(const ReplyPage& page) {
  int n = 0;
  for (const auto& item : page.items) n += item.begun || (item.sent && item.sent->state != UpdateState::returned) ? 0 : 1;
  return n;
}

}  // namespace

Html reply_check_page(const ReplyPage& page, const Site& site) {
  const auto heading = site.words("reply.check_heading");
  Html answers, seen;
  for (const auto& item : page.items) {
    if (!item.begun) continue;
    answers += join(meanwhile(site, item), summary_of(site, page, item));
    seen += seen_field(item);
  }
  const auto to = page.at.suffixed("/send");
  const auto main = join(
      refusal_summary(site, page.refusal),
      span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)), h1(cls("govuk-heading-l"), heading), answers,
      when(answers.empty(), [&] { return body_text(site.words("reply.nothing_typed")); }),
      when(left(page) > 0, [&] { return body_text(site.words("reply.left", {{"n", left(page)}})); }), p(cls("govuk-body"), site.words("reply.kept")),
      form(attr("method", "post"), action(site.local(to)), csrf_field(site), seen,
           div(cls("govuk-button-group"), when(!answers.empty(), [&] { return govuk::button({.text = site.words("reply.send"), .prevent_double_click = true}); }),
               link_to(site.local(page.at), site.words("reply.back")))));
  return frame(site, {.title = heading, .has_errors = !page.refusal.empty()}, main);
}

Html reply_sent_page(const ReplyPage& page, const Site& site) {
  const auto heading = site.words("reply.thank_you");
  Html sent;
  for (const auto& item : page.items)
    if (item.sent)
      sent += li(quoted(page.language, headline(item.item.title)), ": ", strong(answer_words(site, *item.sent)), ", ", day(site, item.sent->day));
  const auto main = join(govuk::panel({.title_text = heading}), when(!sent.empty(), [&] { return join(heading_m(site.words("reply.what_you_sent")), ul(cls("govuk-list govuk-list--bullet"), sent)); }),
                         heading_m(site.words("reply.next")), p(cls("govuk-body"), site.words("reply.next_words")),
                         when(left(page) > 0, [&] { return body_text(site.words("reply.left", {{"n", left(page)}})); }),
                         when(open_questions(page) > 0, [&] { return body_text(site.words("reply.question.still", {{"n", open_questions(page)}})); }),
                         p(cls("govuk-body"), link_to(site.local(page.at), page.closes ? site.words("reply.again", {{"date", *page.closes}}) : site.words("reply.again_open"))),
                         when(!page.signed_in, [&] { return contact_words(site, page.contact); }));
  return frame(site, {.title = heading}, main);
}

namespace {

Html dead_link(ReplyGone why, std::string_view sentence, std::string_view contact, const Html& typed, const Site& site) {
  const bool unknown = why == ReplyGone::unknown;
  const auto heading = site.words(unknown ? "reply.unknown" : "reply.over");
  const auto main = join(h1(cls("govuk-heading-l"), heading), when(!sentence.empty() && !unknown, [&] { return refusal_paragraph(site, sentence); }),
                         body_text(site.words(unknown ? "reply.unknown_words" : "reply.over_words")), typed, contact_words(site, contact));
  return frame(site, {.title = heading}, main);
}

}  // namespace

Html reply_gone_page(ReplyGone why, std::string_view sentence, std::string_view contact, const Site& site) { return dead_link(why, sentence, contact, {}, site); }

std::vector<std::string> typed_words(const QueryPairs& pairs) {
  constexpr auto kTyped = std::to_array<std::string_view>({"-narrative", "-reason", "-because", "-quotation", "-figure", "-source", "-link", "-shows"});
  std::vector<std::string> words;
  for (const auto& [name, value] : pairs)
    if (std::any_of(kTyped.begin(), kTyped.end(), [&](std::string_view field) { return name.ends_with(field); }) && !trim(value).empty())
      words.push_back(shorten(std::string(trim(value)), kLongestNarrative));
  return words;
}

Html reply_over_page(std::string_view sentence, std::string_view contact, const std::vector<std::string>& typed, const Site& site) {
  const auto words = when(!typed.empty(), [&] {
    return join(heading_m(site.words("reply.typed")), each(typed, [&](const std::string& text) { return govuk::inset_text({.text = quoted_lines(typed_language(site), text)}); }));
  });
  return dead_link(ReplyGone::over, sentence, contact, words, site);
}

}  // namespace makegood::pages
