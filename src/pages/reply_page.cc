// What is asked of one person, all of it on one page.

#include <algorithm>

#include "html/components/content.h"
#include "pages/fault_summary.h"
#include "pages/pieces.h"
#include "pages/refusal_words.h"
#include "pages/reply_pages.h"
#include "pages/reply_question.h"
#include "pages/sheet_pages.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

// What came back with a question waits for an answer again.
bool waits_for_word(const ReplyItem& item) { return !item.sent || item.sent->state == UpdateState::returned; }

int answered(const ReplyPage& page) {
  int n = 0;
  for (const auto& item : page.items) n += waits_for_word(item) ? 0 : 1;
  return n;
}

Html errors(const Site& site, const ReplyPage& page) {
  std::vector<govuk::ErrorSummaryItem> list;
  for (const auto& item : page.items)
    for (const auto& fault : item.faults)
      list.push_back({.text = join(site.words(fault.message), when(page.items.size() > 1, [&] { return join(" (", quoted(page.language, headline(item.item.title)), ")"); })),
                      .href = Url::fragment(fault.field)});
  if (!page.refusal.empty()) list.push_back({.text = refusal_words(site, page.refusal)});
  return error_lines(site, std::move(list));
}

bool has_errors(const ReplyPage& page) {
  for (const auto& item : page.items)
    if (!item.faults.empty()) return true;
  return !page.refusal.empty();
}

Html last_word(const Site& site, const ReplyItem& item) {
  if (!item.last) return p(cls("govuk-body"), site.words("reply.no_word"));
  const auto& update = item.last->update;
  return p(cls("govuk-body"), site.words("reply.last_word", {{"date", update.day}}), " ", strong(answer_words(site, update)),
           when(!item.last->who.empty(), [&] { return join(", ", quoted(typed_language(site), item.last->who)); }));
}

// What was found about the owner's claim is theirs to know before they speak again.
Html found(const Site& site, const ReplyItem& item) {
  if (!item.panel || !item.panel->finding) return {};
  const auto& finding = *item.panel->finding;
  if (finding.hold) return finding_in_full(site, *item.panel);
  return join(p(cls("govuk-body"), site.words("reply.found", {{"date", finding.day}}), " ", strong(found_words(site, finding.found))),
              govuk::details({.summary_text = site.words("reply.found.why"), .text = finding_in_full(site, *item.panel)}));
}

std::string due_words(const Site& site, const CalendarFact& calendar) {
  if (calendar.due) return site.words("item.read.due", {{"date", *calendar.due}});
  return calendar.status.rule == Rule::no_date ? site.words("reply.no_due") : status_words(site, calendar);
}

Html due_line(const Site& site, const ReplyPage& page, const ReplyItem& item) {
  const auto& raw = item.item.timescale_raw;
  return p(cls("govuk-body"), due_words(site, item.calendar),
           when(!raw.empty(), [&] { return join(" (", site.words("item.as_written"), " “", quoted(page.language, raw), "”)"); }));
}

Html evidence_list(const Site& site, const std::vector<ShownEvidence>& all) {
  return when(!all.empty(), [&] {
    return ul(cls("govuk-list govuk-list--bullet"), each(all, [&](const ShownEvidence& one) { return li(evidence_words(site, one)); }));
  });
}

// What was sent stays to be seen; a question that came back is what matters most.
Html sent_words(const Site& site, const ReplyItem& item) {
  if (!item.sent) return {};
  const auto& sent = *item.sent;
  const bool returned = sent.state == UpdateState::returned;
  return govuk::inset_text({.text = join(
      p(cls("govuk-body"), site.words("reply.you_sent", {{"date", sent.day}}), " ", strong(answer_words(site, sent)), ". ", site.words("update_state." + std::string(word(sent.state)))),
      when(!sent.narrative.empty(), [&] { return quoted_lines(typed_language(site), sent.narrative); }), evidence_list(site, item.sent_evidence),
      when(returned, [&] { return join(p(cls("govuk-body govuk-!-font-weight-bold"), site.words("reply.question")), quoted_lines(typed_language(site), sent.question)); }))});
}

Html others(const Site& site, const ReplyItem& item) {
  if (item.since.empty()) return {};
  return govuk::inset_text({.text = join(p(cls("govuk-body govuk-!-font-weight-bold"), site.words("reply.meanwhile")), each(item.since, [&](const OtherWord& other) {
                              return join(p(cls("govuk-body"), quoted(typed_language(site), other.who), ", ", day(site, other.update.day), ": ", strong(answer_words(site, other.update))),
                                          when(!other.update.narrative.empty(), [&] { return quoted_lines(typed_language(site), other.update.narrative); }));
                            }))});
}

// "No change" is an answer, as the letter says, also where nobody has reported before.
Html fields(const Site& site, const ReplyItem& item) { return answer_fields(site, {item.item.id, &item.form, &item.evidence, &item.faults, true, true}); }

// Once it is answered the form is folded away: it is there to put the answer right.
Html form_part(const Site& site, const ReplyItem& item) {
  const bool waits = waits_for_word(item) || !item.faults.empty() || item.begun;
  if (waits) return fields(site, item);
  return govuk::details({.summary_text = site.words("reply.put_right"), .text = fields(site, item)});
}

Html one_item(const Site& site, const ReplyPage& page, const ReplyItem& item) {
  const auto heading = "item-" + item.item.id.text;
  return section(attr("aria-labelledby", heading), cls("mg-reply__item"),
                 span(cls("govuk-caption-m"), kind_words(site, item.item.kind), when(!item.item.ref.empty(), join(" ", span(cls("mg-ref"), item.item.ref)))),
                 h2(cls("govuk-heading-m"), id(heading), lang(page.language), headline(item.item.title)),
                 when(!item.parent_title.empty(), [&] { return p(cls("govuk-body-s"), site.words("item.answers"), " ", quoted(page.language, headline(item.parent_title))); }),
                 when(is_cut(item.item.title), [&] { return govuk::details({.summary_text = site.words("reply.whole"), .text = quoted_lines(page.language, item.item.title)}); }),
                 last_word(site, item), found(site, item), due_line(site, page, item), item_questions(site, item), sent_words(site, item), others(site, item), form_part(site, item));
}

Html rules(const Site& site, const ReplyPage& page) {
  return join(p(cls("govuk-body"), site.words("reply.kept")), p(cls("govuk-body"), site.words("reply.disclosable")),
              when(!page.has_scanner, [&] { return p(cls("govuk-body"), site.words("reply.no_scanner")); }));
}

// The same by a file, for whoever answers for many.
Html by_spreadsheet(const Site& site, const ReplyPage& page) {
  if (page.sheet.empty()) return {};
  const auto& to = page.sheet;
  return govuk::details({.summary_text = site.words("sheet.instead"),
                         .text = join(body_text(site.words("sheet.instead_how")),
                                      p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(to)), attr("download", ""), site.words("sheet.get"))),
                                      sheet_upload(site, to, {}))});
}

// By the link alone: a calendar program can hold it, as it holds the letter.
Html calendar(const Site& site, const ReplyPage& page) {
  if (page.sheet.empty()) return {};
  return p(cls("govuk-body"), a(cls("govuk-link"), href(site.local(page.at.suffixed("/calendar.ics"))), attr("download", ""), site.words("reply.calendar")));
}

std::string asked_words(const Site& site, const ReplyPage& page) {
  const auto left = static_cast<int>(page.items.size()) - answered(page);
  if (left == 0) return open_questions(page) > 0 ? site.words("reply.question.left", {{"n", open_questions(page)}}) : site.words("reply.all_answered");
  if (!page.closes) return site.words("reply.heading_open", {{"n", left}});
  return site.words("reply.heading", {{"n", left}, {"date", *page.closes}});
}

Html banner(const Site& site, const ReplyPage& page) {
  return when(page.saved, [&] {
    return govuk::notification_banner({.text = page.closes ? site.words("reply.saved", {{"date", *page.closes}}) : site.words("reply.saved_open"), .title_text = site.words("component.success"), .success = true});
  });
}

// The return key presses the first button of a form, and a question's stands before the others.
Html usual_button(const Site& site, const ReplyPage& page) {
  return when(open_questions(page) > 0, [&] {
    return html::button(attr("type", "submit"), attr("name", "action"), attr("value", "check"), cls("govuk-visually-hidden"), attr("tabindex", "-1"), attr("aria-hidden", "true"),
                        site.words("reply.check"));
  });
}

}  // namespace

Url reply_url(std::string_view token) { return Url::path({"reply", token}); }

Html reply_page(const ReplyPage& page, const Site& site) {
  const auto heading = asked_words(site, page);
  const auto buttons = div(cls("govuk-button-group"), govuk::button({.text = site.words("reply.check"), .name = "action", .value = "check"}),
                           govuk::button({.text = site.words("reply.save"), .name = "action", .value = "save", .classes = "govuk-button--secondary"}),
                           when(std::count_if(page.items.begin(), page.items.end(), [](const ReplyItem& item) { return !item.sent; }) > 1, [&] {
                             return govuk::button({.text = site.words("reply.rest"), .name = "action", .value = "rest", .classes = "govuk-button--secondary"});
                           }));
  const auto main = join(banner(site, page), errors(site, page), questions_notice(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.who), when(!page.who.empty(), join(" · ")), quoted(page.language, page.plan_title)),
                         h1(cls("govuk-heading-l"), heading), when(page.closes.has_value(), [&] { return p(cls("govuk-body"), site.words("reply.until", {{"date", *page.closes}})); }),
                         form(attr("method", "post"), attr("enctype", "multipart/form-data"), action(site.local(page.at)), attr("novalidate", ""), csrf_field(site), usual_button(site, page),
                              each(page.items, [&](const ReplyItem& item) { return one_item(site, page, item); }), rules(site, page), buttons),
                         by_spreadsheet(site, page), calendar(site, page));
  return frame(site, {.title = heading, .has_errors = has_errors(page)}, main);
}

}  // namespace makegood::pages
