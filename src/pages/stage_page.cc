// A decision about one or several items: which body, on which day, what for.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"
#include "pages/pieces.h"
#include "pages/updates_pages.h"

namespace makegood::pages {

using namespace html;

namespace {

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
                            .error_message = fault_of(site, page.faults, "items"),
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

Html when_decided(const Site& site, const StagePage& page) {
  return day_field(site, {.name = "day", .legend = site.words("stages.day"), .hint = site.words("form.hint.date"), .value = page.form.day,
                          .error = fault_of(site, page.faults, "day-day")});
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
      fault_summary(site, page.faults, page.refusal), span(cls("govuk-caption-l"), quoted(page.language, page.plan_title)), h1(cls("govuk-heading-l"), heading),
      body_text(site.words("stages.words")),
      form(attr("method", "post"), action(site.local(stages_url(page.slug))), attr("novalidate", ""), csrf_field(site), stages(site, page),
           govuk::input({.name = "body",
                         .label = {.text = site.words("stages.body"), .classes = "govuk-label--s"},
                         .hint = govuk::HintParams{.text = site.words("stages.hint.body")},
                         .error_message = fault_of(site, page.faults, "body"),
                         .value = page.form.body}),
           when_decided(site, page),
           govuk::checkboxes({.name = "draft", .items = {{.value = "yes", .text = site.words("stages.draft"), .hint = govuk::HintParams{.text = site.words("stages.hint.draft")}, .checked = page.form.draft}}}),
           items(site, page),
           govuk::textarea({.name = "note",
                            .label = {.text = site.words("stages.note"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("stages.hint.note")},
                            .value = page.form.note,
                            .rows = 2,
                            .attributes = lang(typed_language(site))}),
           div(cls("govuk-button-group"), govuk::button({.text = site.words("stages.save"), .prevent_double_click = true}), link_to(site.local(plan_url(page.slug)), site.words("form.cancel")))));
  return frame(site, {.title = heading, .trail = {{plan_url(page.slug), page.plan_title, page.language}}, .has_errors = !page.faults.empty() || !page.refusal.empty()}, main);
}

}  // namespace makegood::pages
