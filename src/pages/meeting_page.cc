// What does everybody say? One form for a whole meeting: what is filled in is recorded, row by row.

#include "pages/meeting_page.h"

#include <algorithm>

#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/claims_asked.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"
#include "pages/refusal_words.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string name_of(const MeetingItem& item, std::string_view field) { return item.item.id.text + "-" + std::string(field); }

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const MeetingItem& item, std::string_view field) {
  const auto name = name_of(item, field);
  for (const auto& fault : item.faults)
    if (fault.field == name) return govuk::ErrorMessageParams{.text = site.words(fault.message), .visually_hidden_text = site.words("component.error")};
  return std::nullopt;
}

Html claim_field(const Site& site, const MeetingItem& item) {
  std::vector<govuk::SelectItem> items = {{.text = site.words("meeting.not_said"), .value = ""}};
  if (item.last) items.push_back({.text = site.words("claim.no_change"), .value = std::string(kNoChange)});
  for (const auto claim : kClaimsAsked) items.push_back({.text = claim_words(site, claim), .value = std::string(word(claim))});
  items.push_back({.text = site.words("claim.nothing_to_report"), .value = std::string(kNothingToReport)});
  return govuk::select({.name = name_of(item, "claim"),
                        .id = name_of(item, "claim"),
                        .label = {.text = site.words("answer.claim")},
                        .error_message = error_of(site, item, "claim"),
                        .items = std::move(items),
                        .value = item.form.claim});
}

Html date_field(const Site& site, const MeetingItem& item) {
  const auto& date = item.form.date;
  const auto name = name_of(item, "date");
  return govuk::date_input(
      {.id = name,
       .name_prefix = name,
       .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("meeting.date")}},
       .error_message = error_of(site, item, "date-day"),
       .day = {.label = site.words("component.day"), .name = "day", .value = date.day, .classes = "govuk-input--width-2"},
       .month = {.label = site.words("component.month"), .name = "month", .value = date.month, .classes = "govuk-input--width-2"},
       .year = {.label = site.words("component.year"), .name = "year", .value = date.year, .classes = "govuk-input--width-4"}});
}

Html text_field(const Site& site, const MeetingItem& item, std::string_view field, const std::string& key, const std::string& value) {
  return govuk::input({.name = name_of(item, field), .label = {.text = site.words(key)}, .error_message = error_of(site, item, field), .value = value});
}

Html fields(const Site& site, const MeetingPart& part, const MeetingItem& item) {
  return join(input(attr("type", "hidden"), attr("name", name_of(item, "seen")), attr("value", item.form.seen)),
              when(part.who.empty(), [&] { return text_field(site, item, "whose", "meeting.whose", item.whose); }), claim_field(site, item),
              govuk::textarea({.name = name_of(item, "narrative"),
                               .label = {.text = site.words("answer.narrative")},
                               .error_message = error_of(site, item, "narrative"),
                               .value = item.form.narrative,
                               .rows = 2,
                               .attributes = lang(typed_language(site))}),
              date_field(site, item), text_field(site, item, "reason", "meeting.reason", item.form.reason));
}

Html said_by(const Site& site, const OtherWord& other) {
  return join(when(!other.who.empty(), [&] { return join(quoted(typed_language(site), other.who), ", "); }), day(site, other.update.day), ": ",
              strong(answer_words(site, other.update)),
              when(!other.update.narrative.empty(), [&] { return join(". “", quoted(typed_language(site), shorten(other.update.narrative, 600)), "”"); }));
}

Html meanwhile(const Site& site, const MeetingItem& item) {
  if (item.since.empty()) return {};
  return govuk::warning_text({.text = join(site.words("meeting.meanwhile"), " ", each(item.since, [&](const OtherWord& other) { return join(said_by(site, other), " "); })),
                              .icon_fallback_text = site.words("component.warning")});
}

Html standing(const Site& site, const MeetingItem& item) {
  return p(cls("govuk-body-s"), status_words(site, item.calendar), ". ",
           item.last ? join(site.words("meeting.last_word"), " ", said_by(site, *item.last)) : join(site.words("reply.no_word")));
}

Html one_item(const Site& site, const MeetingPage& page, const MeetingPart& part, const MeetingItem& item) {
  const auto heading = "item-" + item.item.id.text;
  return section(attr("aria-labelledby", heading), cls("mg-reply__item"),
                 h3(cls("govuk-heading-s"), id(heading), when(!item.item.ref.empty(), [&] { return join(span(cls("mg-ref"), item.item.ref), " "); }),
                    a(cls("govuk-link"), href(site.local(item_url(page.slug, item.item.id))), lang(page.language), headline(item.item.title))),
                 when(item.recorded, [&] { return p(cls("govuk-body"), strong(site.words("meeting.recorded_now"))); }), standing(site, item), meanwhile(site, item),
                 fields(site, part, item));
}

Html one_part(const Site& site, const MeetingPage& page, const MeetingPart& part) {
  return join(h2(cls("govuk-heading-m"), part.who.empty() ? join(site.words("meeting.nobody")) : quoted(page.language, part.who)),
              each(part.items, [&](const MeetingItem& item) { return one_item(site, page, part, item); }));
}

Html about(const MeetingPage& page, const MeetingItem& item) { return join(" (", quoted(page.language, headline(item.item.title)), ")"); }

Html errors(const Site& site, const MeetingPage& page) {
  std::vector<govuk::ErrorSummaryItem> list;
  if (!page.refusal.empty()) list.push_back({.text = refusal_words(site, page.refusal)});
  for (const auto& part : page.parts)
    for (const auto& item : part.items) {
      for (const auto& fault : item.faults) list.push_back({.text = join(site.words(fault.message), about(page, item)), .href = Url::fragment(fault.field)});
      if (!item.refusal.empty()) list.push_back({.text = join(refusal_words(site, item.refusal), about(page, item)), .href = Url::fragment(name_of(item, "claim"))});
    }
  if (list.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = std::move(list)});
}

Html banner(const Site& site, const MeetingPage& page) {
  return when(page.recorded > 0, [&] {
    return govuk::notification_banner({.text = site.words("meeting.recorded", {{"n", page.recorded}}), .title_text = site.words("component.success"), .success = true});
  });
}

int count(const MeetingPage& page) {
  int n = 0;
  for (const auto& part : page.parts) n += static_cast<int>(part.items.size());
  return n;
}

}  // namespace

Url meeting_url(std::string_view slug) { return Url::path({"desk", "cycle", slug, "meeting"}); }

AnswerForm meeting_form_from(const QueryPairs& pairs) {
  auto form = answer_form_from(pairs);
  if (!form.date.empty()) form.because = form.reason;
  return form;
}

Update meeting_words(const AnswerForm& form) {
  auto words = words_from(form);
  const bool needs_reason = words.claim == Claim::paused || words.claim == Claim::dropped;
  if (words.forecast && !needs_reason) words.claim_reason.clear();
  return words;
}

std::vector<FieldFault> meeting_faults(const AnswerForm& form, const Item& item) {
  auto faults = faults_of(form, item, {});
  const auto because = item.id.text + "-because";
  for (auto& fault : faults)
    if (fault.field == because) fault.field = item.id.text + "-reason";
  std::vector<FieldFault> once;
  for (auto& fault : faults)
    if (std::none_of(once.begin(), once.end(), [&](const FieldFault& f) { return f.field == fault.field; })) once.push_back(std::move(fault));
  return once;
}

Html meeting_page(const MeetingPage& page, const Site& site) {
  const auto heading = site.words("meeting.heading");
  const auto summary = errors(site, page);
  const bool has_errors = !summary.empty();
  const auto questions = form(attr("method", "post"), attr("enctype", "multipart/form-data"), action(site.local(meeting_url(page.slug))), attr("novalidate", ""),
                              csrf_field(site), each(page.parts, [&](const MeetingPart& part) { return one_part(site, page, part); }),
                              govuk::button({.text = site.words("meeting.record"), .prevent_double_click = true}));
  const auto main = join(summary, banner(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.title)), h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("meeting.answer", {{"n", count(page)}})), body_text(site.words("meeting.how")),
                         when(count(page) > 0, [&] { return questions; }));
  return frame(site, {.title = heading + ": " + page.title,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {Url::path({"desk", "cycle", page.slug}), site.words("cycle.heading"), ""}},
                      .has_errors = has_errors},
               main);
}

}  // namespace makegood::pages
