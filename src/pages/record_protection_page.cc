// The legal hold on one record, and the objection to the use of its monitoring data.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

namespace {

std::optional<govuk::ErrorMessageParams> error_at(const Site& site, const RecordProtectionPage& page, std::string_view field) {
  return page.fault == field ? refusal_of(site, page.refusal) : std::nullopt;
}

Html step_form(const Site& site, const RecordProtectionPage& page, std::string_view about, std::string_view step, const Html& fields, const Html& button) {
  const auto to = Url::path({"desk", "registers", page.definition->name, "records", page.id.text, "protection", about});
  return html::form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site),
                    hidden("seen", std::to_string(page.seen)), hidden("step", step), fields, button);
}

Html reason_field(const Site& site, const RecordProtectionPage& page, std::string_view label) {
  return govuk::textarea({.name = "reason", .label = {.text = site.words(label), .classes = "govuk-label--s"}, .hint = govuk::HintParams{.text = site.words("protection.hold.hint")},
                          .error_message = error_at(site, page, "reason"), .value = page.reason, .rows = 3});
}

Html hold_standing(const Site& site, const RecordProtectionPage& page) {
  if (!page.hold) return body_text(site.words("protection.hold.none"));
  return govuk::summary_list({.rows = {{.key = {.text = site.words("protection.hold.why")}, .value = {.text = quoted("en", page.hold->reason)}},
                                       {.key = {.text = site.words("protection.by")}, .value = {.text = join(quoted("en", page.hold->by), ", ", moment(site, page.hold->at))}}}});
}

Html hold_part(const Site& site, const RecordProtectionPage& page) {
  if (!page.may_hold && !page.hold) return {};
  const bool held = page.hold.has_value();
  return section(attr("aria-labelledby", "hold"), heading_m(site.words("protection.hold"), "hold"), hold_standing(site, page), when(page.may_hold && !page.emptied, [&] {
                   return step_form(site, page, "hold", held ? "lift" : "hold", reason_field(site, page, held ? "protection.hold.lift_why" : "protection.hold.why"),
                                    govuk::button({.text = site.words(held ? "protection.hold.lift" : "protection.hold.place"), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
                 }));
}

Html objection_fields(const Site& site, const RecordProtectionPage& page) {
  std::vector<govuk::ChoiceItem> ways;
  for (const auto& row : kObjectionWays) ways.push_back({.value = std::string(row.word), .text = site.words("protection.way." + std::string(row.word))});
  return join(day_field(site, {.name = "on", .legend = site.words("protection.on"), .hint = site.words("protection.on.hint"), .value = page.on, .error = error_at(site, page, "on")}),
              govuk::radios({.name = "way", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("protection.way"), .classes = "govuk-fieldset__legend--s"}},
                             .error_message = error_at(site, page, "way"), .items = std::move(ways), .value = page.way}));
}

Html objection_part(const Site& site, const RecordProtectionPage& page) {
  if (!page.may_object && !page.objection) return {};
  const bool stands = page.objection.has_value();
  std::vector<std::string> fields;
  for (const auto& name : stands ? page.objection->fields : monitoring_fields(*page.definition))
    if (const auto* field = page.definition->field(name)) fields.push_back(field_words(site, *field));
  const auto about = body_text(site.words(stands ? "protection.objection.about" : "protection.objection.would", {{"fields", site.words.list(fields)}}));
  const auto facts = when(stands, [&] {
    return govuk::summary_list({.rows = {{.key = {.text = site.words("protection.on")}, .value = {.text = site.words.date(page.objection->on)}},
                                         {.key = {.text = site.words("protection.way")}, .value = {.text = site.words("protection.way." + std::string(word(page.objection->way)))}},
                                         {.key = {.text = site.words("protection.by")}, .value = {.text = join(quoted("en", page.objection->by), ", ", moment(site, page.objection->at))}}}});
  });
  return section(attr("aria-labelledby", "objection"), heading_m(site.words("protection.objection"), "objection"), about, facts, when(page.may_object && !page.emptied, [&] {
                   return step_form(site, page, "objection", stands ? "lift" : "object", objection_fields(site, page),
                                    govuk::button({.text = site.words(stands ? "protection.objection.lift" : "protection.objection.place"), .prevent_double_click = true, .classes = "govuk-button--secondary"}));
                 }));
}

}  // namespace

Html record_protection_page(const RecordProtectionPage& page, const Site& site) {
  const auto& definition = *page.definition;
  const auto title = site.words("protection.record.heading");
  return frame(site, {.title = title, .trail = {{protection_url(), site.words("protection.heading"), ""}}, .has_errors = !page.refusal.empty()},
               join(refusal_summary(site, page.refusal, page.fault == "on" ? "on-day" : page.fault),
                    span(cls("govuk-caption-l"), site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", page.id.text}})), h1(cls("govuk-heading-l"), title),
                    when(page.emptied, [&] { return govuk::inset_text({.text = site.words("register.emptied")}); }), hold_part(site, page), objection_part(site, page),
                    when(page.may_read_looks, [&] { return p(cls("govuk-body"), link_to(site.local(record_looks_url(definition.name, page.id)), site.words("protection.looks"))); })));
}

}  // namespace makegood::pages
