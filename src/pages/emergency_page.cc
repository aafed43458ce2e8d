// Opening a record in an emergency.

#include "pages/emergency_page.h"

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"
#include "pages/register_words.h"

namespace makegood::pages {

using namespace html;

Url emergency_url(std::string_view name) { return Url::path({"desk", "registers", name, "emergency"}); }
Url emergencies_url() { return Url::path({"desk", "emergencies"}); }

namespace {

std::string for_how_long(const Site& site, int minutes) {
  return minutes % 60 == 0 ? site.words("emergency.hours", {{"n", minutes / 60}}) : site.words("emergency.minutes", {{"n", minutes}});
}

Html fields(const Site& site, const EmergencyPage& page) {
  const auto error = [&](std::string_view field) { return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt; };
  std::vector<govuk::ChoiceItem> minutes;
  for (const int n : page.minutes) minutes.push_back({.value = std::to_string(n), .text = for_how_long(site, n)});
  return join(govuk::input({.name = "record", .label = {.text = site.words("protection.number"), .classes = "govuk-label--s"}, .hint = govuk::HintParams{.text = site.words("emergency.record.hint")},
                            .error_message = error("record"), .value = page.record, .spellcheck = false, .classes = "govuk-input--width-10"}),
              govuk::textarea({.name = "reason", .label = {.text = site.words("emergency.reason"), .classes = "govuk-label--s"}, .hint = govuk::HintParams{.text = site.words("emergency.reason.hint")},
                               .error_message = error("reason"), .value = page.reason, .rows = 3}),
              govuk::radios({.name = "minutes", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("emergency.for"), .classes = "govuk-fieldset__legend--s"}},
                             .error_message = error("minutes"), .items = std::move(minutes), .value = page.chosen, .classes = "govuk-radios--small"}));
}

std::string standing(const Site& site, const EmergencyLine& line) {
  if (line.open_now) return site.words("emergency.open_now");
  return site.words(line.look.ended ? "emergency.ended_early" : "emergency.ended");
}

}  // namespace

Html emergency_page(const EmergencyPage& page, const Site& site) {
  const auto title = site.words("emergency.heading");
  const auto& name = page.definition->name;
  return frame(site, {.title = title, .trail = desk_trail(site, *page.definition),
                      .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, page.fault), span(cls("govuk-caption-l"), in_language(site, page.definition->title)), h1(cls("govuk-heading-l"), title),
                    lead_text(site.words("emergency.answer")), govuk::warning_text({.text = site.words("emergency.warning"), .icon_fallback_text = site.words("component.warning")}),
                    html::form(attr("method", "post"), action(site.local(emergency_url(name))), attr("novalidate", ""), csrf_field(site), fields(site, page),
                               govuk::button({.text = site.words("emergency.open"), .prevent_double_click = true, .classes = "govuk-button--warning"}))));
}

Html emergencies_page(const EmergenciesPage& page, const Site& site) {
  const auto title = site.words("emergencies.heading");
  govuk::TableParams table{.caption = title, .caption_classes = "govuk-visually-hidden",
                           .head = {{site.words("access_log.when")}, {site.words("access_log.who")}, {site.words("subject.register")}, {site.words("protection.number")},
                                    {site.words("retention.why")}, {site.words("emergency.until")}}};
  for (const auto& line : page.lines)
    table.rows.push_back({{moment(site, line.look.at)}, {quoted("en", line.look.who)}, {line.register_title}, {line.look.record.text},
                          {line.look.reason.empty() ? join(em(site.words("emergency.reason_erased"))) : quoted("en", line.look.reason)},
                          {join(moment(site, line.until), ", ", standing(site, line))}});
  return frame(site, {.title = title, .trail = {{protection_url(), site.words("protection.heading"), ""}}},
               join(h1(cls("govuk-heading-l"), title), lead_text(site.words(page.lines.empty() ? "emergencies.none" : "emergencies.answer")),
                    when(!page.lines.empty(), [&] { return in_scroll(title, govuk::table(table)); }),
                    when(page.older > 0, [&] {
                      return p(cls("govuk-body"), link_to(site.local(Url(emergencies_url()).with("before", std::to_string(page.older))), site.words("access_log.older")));
                    })));
}

Html emergency_banner(const Site& site, std::string_view name, const RecordId& id, std::string_view until) {
  const auto end = Url::path({"desk", "registers", name, "records", id.text, "emergency", "end"});
  return govuk::notification_banner({.html = join(p(cls("govuk-notification-banner__heading"), site.words("emergency.yours"), " ", moment(site, until)),
                                                  html::form(attr("method", "post"), action(site.local(end)), csrf_field(site),
                                                             govuk::button({.text = site.words("emergency.end"), .classes = "govuk-button--secondary"}))),
                                     .title_text = site.words("emergency.banner")});
}

Html emergency_line(const Site& site, const EmergencyLook& look) {
  return govuk::inset_text({.text = join(site.words("emergency.was_opened"), " ", quoted("en", look.who), ", ", moment(site, look.at))});
}

}  // namespace makegood::pages
