// Who was asked and who has answered. Silence is shown as silence, in words.

#include "pages/cycle_page.h"

#include <algorithm>

#include <fmt/format.h>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/meeting_page.h"
#include "pages/page_parts.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string answer_words(const Site& site, const CyclePage& page) {
  if (!page.cycle) return site.words("cycle.answer.never");
  const auto period = period_words(site.words, *page.cycle, page.period);
  return site.words(page.is_open ? "cycle.answer.open" : "cycle.answer.closed",
                    {{"answered", page.answered()}, {"asked", page.asked()}, {"period", period}, {"date", page.closes}});
}

std::string state_words(const Site& site, const RequestLine& line) {
  switch (line.state) {
    case ReplyState::awaited: return site.words("cycle.state.awaited", {{"date", line.asked}});
    case ReplyState::some: return site.words("cycle.state.some", {{"answered", line.answered}, {"items", line.items}, {"date", line.asked}});
    case ReplyState::answered:
      return site.words(line.no_change == line.items && line.items > 0 ? "cycle.state.no_change" : "cycle.state.answered", {{"items", line.items}});
    case ReplyState::revoked: return site.words("cycle.state.revoked", {{"date", line.revoked.value_or(Day())}});
    case ReplyState::silent: return site.words("cycle.state.silent", {{"answered", line.answered}, {"items", line.items}});
  }
  return {};
}

Url request_url(const CyclePage& page, const RequestLine& line, std::string_view verb) {
  return Url::path({"desk", "cycle", page.slug, "requests", line.id, verb});
}

Html remind_form(const Site& site, const CyclePage& page, const RequestLine& line) {
  if (!line.next_letter) return {};
  if (*line.next_letter > site.today)
    return p(cls("govuk-body-s"), site.words("cycle.remind_from", {{"last", line.last_letter}, {"date", *line.next_letter}}));
  return form(attr("method", "post"), action(site.local(request_url(page, line, "remind"))), csrf_field(site),
              govuk::button({.text = join(site.words("cycle.remind"), span(cls("govuk-visually-hidden"), " ", quoted(page.language, line.post))), .prevent_double_click = true,
                             .classes = "govuk-button--secondary"}));
}

Html revoke_form(const Site& site, const CyclePage& page, const RequestLine& line) {
  if (!page.is_open || line.state == ReplyState::revoked) return {};
  return govuk::details(
      {.summary_text = join(site.words("cycle.revoke"), span(cls("govuk-visually-hidden"), " ", quoted(page.language, line.post))),
       .text = form(attr("method", "post"), action(site.local(request_url(page, line, "revoke"))), attr("novalidate", ""), csrf_field(site),
                    p(cls("govuk-body"), site.words("cycle.revoke_note")),
                    govuk::input({.name = "reason", .id = "reason-" + line.id, .label = {.text = site.words("form.reason")}}),
                    govuk::button({.text = site.words("cycle.revoke_button"), .prevent_double_click = true, .classes = "govuk-button--warning"}))});
}

Html request_item(const Site& site, const CyclePage& page, const RequestLine& line) {
  return li(cls("govuk-!-margin-bottom-6"), h3(cls("govuk-heading-s govuk-!-margin-bottom-1"), quoted(page.language, line.post)),
            p(cls("govuk-body govuk-!-margin-bottom-1"), state_words(site, line)),
            when(line.last_answer.has_value(), [&] { return p(cls("govuk-body-s govuk-!-margin-bottom-1"), site.words("cycle.last_answer", {{"date", *line.last_answer}})); }),
            when(line.escalated.has_value(), [&] {
              return p(cls("govuk-body-s govuk-!-margin-bottom-1"),
                       site.words(line.escalated_to.empty() ? "cycle.escalated_nobody" : "cycle.escalated", {{"date", *line.escalated}}),
                       when(!line.escalated_to.empty(), [&] { return join(" ", quoted(page.language, line.escalated_to), "."); }));
            }),
            when(!line.revoked_because.empty(), [&] { return p(cls("govuk-body-s"), site.words("history.because"), " ", quoted("en", line.revoked_because)); }),
            remind_form(site, page, line), revoke_form(site, page, line));
}

Html requests(const Site& site, const CyclePage& page) {
  if (page.requests.empty()) return {};
  return section(attr("aria-labelledby", "asked"), heading_m(site.words("cycle.asked"), "asked"),
                 ul(cls("govuk-list"), each(page.requests, [&](const RequestLine& line) { return request_item(site, page, line); })));
}

Html unasked_item(const Site& site, const CyclePage& page, const UnaskedLine& line) {
  return a(cls("govuk-link"), href(site.local(item_url(page.slug, line.item))), lang(page.language), line.label);
}

// A name is settled once for all its items: they stand below it.
Html unasked_name(const Site& site, const CyclePage& page, const std::vector<const UnaskedLine*>& lines) {
  const auto& first = *lines.front();
  return li(when(!first.named.empty(), [&] { return join("“", quoted(page.language, first.named), "”, "); }),
            first.named.empty() ? site.words("cycle.no_owner") : site.words(fmt::format("cycle.why.{}", word(first.why))), ": ",
            lines.size() == 1 ? unasked_item(site, page, first)
                              : ul(cls("govuk-list govuk-list--bullet"), each(lines, [&](const UnaskedLine* line) { return li(unasked_item(site, page, *line)); })));
}

std::vector<std::vector<const UnaskedLine*>> by_name(const std::vector<UnaskedLine>& lines) {
  std::vector<std::vector<const UnaskedLine*>> names;
  for (const auto& line : lines) {
    const auto same = [&](const std::vector<const UnaskedLine*>& name) { return name.front()->named == line.named && name.front()->why == line.why; };
    auto found = std::find_if(names.begin(), names.end(), same);
    if (found == names.end()) found = names.emplace(found);
    found->push_back(&line);
  }
  return names;
}

Html unasked(const Site& site, const CyclePage& page) {
  if (page.unasked.empty()) return {};
  const bool unmatched = std::any_of(page.unasked.begin(), page.unasked.end(), [](const UnaskedLine& line) { return line.why == WhyNot::no_post && !line.named.empty(); });
  const auto match = Url::path({"desk", "people", "match", page.slug});
  return section(attr("aria-labelledby", "unasked"), heading_m(site.words("cycle.unasked"), "unasked"),
                 when(unmatched, [&] { return p(cls("govuk-body"), link_to(site.local(match), site.words("people.match_heading"))); }),
                 ul(cls("govuk-list govuk-list--bullet"), each(by_name(page.unasked), [&](const std::vector<const UnaskedLine*>& lines) { return unasked_name(site, page, lines); })));
}

Html ask_button(const Site& site, const CyclePage& page, std::string_view key) {
  return form(attr("method", "post"), action(site.local(Url::path({"desk", "cycle", page.slug, "ask"}))), csrf_field(site),
              govuk::button({.text = site.words(key), .prevent_double_click = true}));
}

Html ask_form(const Site& site, const CyclePage& page) {
  const auto heading = heading_m(site.words("cycle.ask"), "ask");
  if (page.letters.empty() && page.waits_to_close)
    return section(attr("aria-labelledby", "ask"), heading, body_text(site.words("cycle.over_note", {{"date", page.closes}})),
                   ask_button(site, page, "cycle.over_button"));
  if (page.letters.empty()) {
    const auto nothing = page.is_open || !page.next_opens ? site.words("cycle.nothing_due")
                                                          : site.words("cycle.nothing_until", {{"date", *page.next_opens}});
    return section(attr("aria-labelledby", "ask"), heading, body_text(nothing));
  }
  return section(attr("aria-labelledby", "ask"), heading, body_text(site.words("cycle.would_send", {{"n", page.letters.size()}})),
                 ul(cls("govuk-list govuk-list--bullet"), each(page.letters, [&](const DueLetter& line) {
                      return li(quoted(page.language, line.post), ": ",
                                site.words(line.reminds ? "cycle.letter_reminds" : "cycle.letter_asks", {{"items", line.items}}));
                    })),
                 ask_button(site, page, "cycle.ask_button"));
}

Html close_form(const Site& site, const CyclePage& page) {
  if (!page.is_open) return {};
  return govuk::details({.summary_text = site.words("cycle.close"),
                         .text = join(p(cls("govuk-body"), site.words("cycle.close_note")),
                                      form(attr("method", "post"), action(site.local(Url::path({"desk", "cycle", page.slug, "close"}))), csrf_field(site),
                                           govuk::button({.text = site.words("cycle.close_button"), .prevent_double_click = true, .classes = "govuk-button--warning"})))});
}

Html days_field(const Site& site, const char* name, const std::string& value, std::string_view key, std::string_view hint = {}) {
  govuk::InputParams params{.name = name, .label = {.text = site.words(key), .classes = "govuk-label--s"}, .value = value, .inputmode = "numeric",
                            .classes = "govuk-input--width-4"};
  if (!hint.empty()) params.hint = govuk::HintParams{.text = site.words(hint)};
  return govuk::input(params);
}

Html text_field(const Site& site, const char* name, const std::string& value, std::string_view key, std::string hint) {
  return govuk::input({.name = name, .label = {.text = site.words(key), .classes = "govuk-label--s"}, .hint = govuk::HintParams{.text = std::move(hint)}, .value = value});
}

Html frequency_radios(const Site& site, const CyclePage& page) {
  std::vector<govuk::ChoiceItem> items;
  for (const auto& row : kFrequencies) items.push_back({.value = std::string(row.code), .text = site.words(fmt::format("cycle.frequency.{}", row.code))});
  return govuk::radios({.name = "frequency",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("cycle.frequency"), .classes = "govuk-fieldset__legend--s"}},
                        .items = std::move(items),
                        .value = page.form.frequency});
}

Html schedule_fields(const Site& site, const CyclePage& page) {
  std::vector<govuk::SelectItem> edges;
  for (const auto* edge : {"after_start", "before_end", "after_end"}) edges.push_back({.text = site.words(fmt::format("cycle.opens.{}", edge)), .value = edge});
  const auto officer_hint = page.suggested_officer.empty() ? site.words("cycle.hint.officer")
                                                           : site.words("cycle.hint.officer_suggested", {{"name", page.suggested_officer}});
  return join(frequency_radios(site, page),
              govuk::textarea({.name = "dates", .label = {.text = site.words("cycle.dates"), .classes = "govuk-label--s"},
                               .hint = govuk::HintParams{.text = site.words("cycle.hint.dates")}, .value = page.form.dates, .rows = 3}),
              days_field(site, "opens_days", page.form.opens_days, "cycle.opens_days"),
              govuk::select({.name = "opens_edge", .label = {.text = site.words("cycle.opens_edge"), .classes = "govuk-label--s"}, .items = std::move(edges),
                             .value = page.form.opens_edge}),
              days_field(site, "open_days", page.form.open_days, "cycle.open_days", "cycle.hint.open_days"),
              text_field(site, "reminders", page.form.reminders, "cycle.reminders", site.words("cycle.hint.reminders")),
              text_field(site, "escalates", page.form.escalates, "cycle.escalates", site.words("cycle.hint.escalates")),
              text_field(site, "escalates_to", page.form.escalates_to, "cycle.escalates_to", site.words("cycle.hint.escalates_to")),
              text_field(site, "officer", page.form.officer, "cycle.officer", officer_hint),
              days_field(site, "lock_days", page.form.lock_days, "cycle.lock_days", "cycle.hint.lock_days"));
}

Html schedule(const Site& site, const CyclePage& page) {
  const bool refused = !page.refusal.empty();
  return section(attr("aria-labelledby", "schedule"), heading_m(site.words("cycle.schedule"), "schedule"),
                 body_text(site.words(page.is_set ? "cycle.schedule.set" : "cycle.schedule.usual",
                                      {{"frequency", site.words(fmt::format("cycle.frequency.{}", page.form.frequency))}})),
                 govuk::details({.summary_text = site.words("cycle.schedule.change"),
                                 .text = form(attr("method", "post"), action(site.local(Url::path({"desk", "cycle", page.slug, "schedule"}))),
                                              attr("novalidate", ""), csrf_field(site), schedule_fields(site, page),
                                              govuk::button({.text = site.words("cycle.schedule.save"), .prevent_double_click = true})),
                                 .open = refused}));
}

Html messages(const Site& site, const CyclePage& page) {
  if (!page.refusal.empty())
    return refusal_summary(site, page.refusal, "schedule");
  if (page.done.empty()) return {};
  return govuk::notification_banner(
      {.text = site.words("cycle.done." + page.done, {{"n", page.done_count}}), .title_text = site.words("component.success"), .success = true});
}

}  // namespace

Html cycle_page(const CyclePage& page, const Site& site) {
  const auto heading = site.words("cycle.heading");
  const auto calendar = Url::path({"plans", page.slug, "calendar.ics"});
  const auto main = join(messages(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.title)), h1(cls("govuk-heading-l"), heading),
                         lead_text(answer_words(site, page)), requests(site, page), ask_form(site, page), unasked(site, page),
                         p(cls("govuk-body"), link_to(site.local(meeting_url(page.slug)), site.words("cycle.meeting"))), close_form(site, page), schedule(site, page), p(cls("govuk-body"), link_to(site.local(calendar), site.words("cycle.calendar"))));
  return frame(site, {.title = heading + ": " + page.title,
                      .trail = {{"/desk", site.words("nav.desk"), ""}, {"/desk/cycle", site.words("cycle.overview"), ""}},
                      .has_errors = !page.refusal.empty()},
               main);
}

Html cycle_overview_page(const CycleOverview& page, const Site& site) {
  const auto heading = site.words("cycle.heading");
  const auto list = ul(cls("govuk-list govuk-list--spaced"), each(page.plans, [&](const CyclePage& plan) {
                         return li(a(cls("govuk-link govuk-!-font-weight-bold"), href(site.local(cycle_url(plan.slug))), lang(plan.language), plan.title), br(),
                                   answer_words(site, plan));
                       }));
  const auto main = join(h1(cls("govuk-heading-l"), heading), page.plans.empty() ? join(body_text(site.words("cycle.no_plans")), to_import(site)) : list);
  return frame(site, {.title = heading, .trail = {{"/desk", site.words("nav.desk"), ""}}}, main);
}

}  // namespace makegood::pages
