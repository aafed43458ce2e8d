// A decision about one or several items: which body, on which day, what for.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/pieces.h"
#include "pages/updates_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const StagePage& page, std::string_view field) {
  for (const auto& fault : page.faults)
    if (fault.field == field) return govuk::ErrorMessageParams{.text = site.words(fault.message), .visually_hidden_text = site.words("component.error")};
  return std::nullopt;
}

Html errors(const Site& site, const StagePage& page) {
  std::vector<govuk::ErrorSummaryItem> all;
  for (const auto& fault : page.faults) all.push_back({.text = site.words(fault.message), .href = Url::fragment(fault.field)});
  if (!page.refusal.empty()) all.push_back({.text = join(refusal_words(page.refusal))});
  if (all.empty()) return {};
  return govuk::error_summary({.title_text = site.words("component.error_summary"), .error_list = std::move(all)});
}

Html items(const Site& site, const StagePage& page) {
  std::vector<govuk::ChoiceItem> choices;
  for (const auto& item : page.items) {
    auto hint = join(stage_words(site, item.stage), when(item.awaited, [&] { return join(", ", site.words("stage.draft")); }),
                     when(!item.approval.empty(), [&] { return join(": ", quoted(page.language, item.approval)); }));
    choices.push_back({.value = item.id.text,
                       .text = join(when(!item.ref.empty(), join(span(cls("mg-ref"), item.ref), " ")), span(lang(page.language), headline(item.title))),
                       .hint = govuk::HintParams{.text = std::move(hint)}});
  }
  return govuk::checkboxes({.name = "items",
                            .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("stages.items"), .classes = "govuk-fieldset__legend--s"}},
                            .error_message = error_of(site, page, "items"),
                            .items = std::move(choices),
                            .values = page.form.items,
                            .classes = "govuk-checkboxes--small"});
}

Html stages(const Site& site, const StagePage& page) {
  std::vector<govuk::ChoiceItem> choices;
  for (const auto& row : kStages)
    choices.push_back({.value = std::string(row.word), .text = stage_words(site, row.code), .hint = govuk::HintParams{.text = site.words("stage.meaning." + std::string(row.word))}});
  return govuk::radios({.name = "stage",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("stages.stage"), .classes = "govuk-fieldset__legend--s"}},
                        .items = std::move(choices),
                        .value = page.form.stage});
}

Html day_field(const Site& site, const StagePage& page) {
  const auto& date = page.form.day;
  return govuk::date_input(
      {.id = "day",
       .name_prefix = "day",
       .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("stages.day"), .classes = "govuk-fieldset__legend--s"}},
       .hint = govuk::HintParams{.text = site.words("form.hint.date")},
       .error_message = error_of(site, page, "day-day"),
       .day = {.label = site.words("component.day"), .name = "day", .value = date.day, .classes = "govuk-input--width-2"},
       .month = {.label = site.words("component.month"), .name = "month", .value = date.month, .classes = "govuk-input--width-2"},
       .year = {.label = site.words("component.year"), .name = "year", .value = date.year, .classes = "govuk-input--width-4"}});
}

}  // namespace

Url stages_url(std::string_view slug) { return Url::path({"desk", "plans", slug, "stages"}); }

StageForm stage_form_from(const QueryPairs& pairs) {
  StageForm form;
  for (const auto& [name, value] : pairs)
    if (name == "items") form.items.push_back(value);
  form.stage = field(pairs, "stage");
  form.body = field(pairs, "body");
  form.note = field(pairs, "note");
  form.day = date_fields_from(pairs, "day");
  form.draft = field(pairs, "draft") == "yes";
  return form;
}

Html stage_page(const StagePage& page, const Site& site) {
  const auto heading = site.words("stages.heading");
  const auto main = join(
      when(page.done, [&] { return govuk::notification_banner({.text = site.words("stages.done"), .title_text = site.words("component.success"), .success = true}); }),
      errors(site, page), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)), h1(cls("govuk-heading-l"), heading),
      body_text(site.words("stages.words")),
      form(attr("method", "post"), action(site.local(stages_url(page.slug))), attr("novalidate", ""), csrf_field(site), stages(site, page),
           govuk::input({.name = "body",
                         .label = {.text = site.words("stages.body"), .classes = "govuk-label--s"},
                         .hint = govuk::HintParams{.text = site.words("stages.hint.body")},
                         .error_message = error_of(site, page, "body"),
                         .value = page.form.body}),
           day_field(site, page),
           govuk::checkboxes({.name = "draft", .items = {{.value = "yes", .text = site.words("stages.draft"), .hint = govuk::HintParams{.text = site.words("stages.hint.draft")}, .checked = page.form.draft}}}),
           items(site, page),
           govuk::textarea({.name = "note",
                            .label = {.text = site.words("stages.note"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("stages.hint.note")},
                            .value = page.form.note,
                            .rows = 2,
                            .attributes = lang(typed_language(site))}),
           div(cls("govuk-button-group"), govuk::button({.text = site.words("stages.save"), .prevent_double_click = true}), link_to(site.local(plan_url(page.slug)), site.words("form.cancel")))));
  return frame(site, {.title = heading, .trail = {{site.local(plan_url(page.slug)), page.plan_title, page.language}}, .has_errors = !page.faults.empty() || !page.refusal.empty()}, main);
}

}  // namespace makegood::pages
