// What is said about an item for those who read it: the objective that it serves, and summaries.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/edition_pages.h"
#include "pages/fault_summary.h"
#include "pages/page_parts.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

Url item_words_url(std::string_view slug, const ItemId& id) { return Url::path({"desk", "plans", slug, "items", id.text, "words"}); }

namespace {

Html objective_form(const Site& site, const ItemWordsPage& page) {
  const auto limb = [&](const char* value, bool on) { return govuk::ChoiceItem{.value = value, .text = site.words("report.limb." + std::string(value)), .checked = on}; };
  return form(attr("method", "post"), action(site.local(Url::path({"desk", "plans", page.slug, "items", page.item.text, "objective"}))), csrf_field(site),
              govuk::input({.name = "objective", .id = "objective", .label = {.text = site.words("words.field.objective"), .classes = "govuk-label--s"}, .value = page.objective.objective}),
              govuk::checkboxes({.name = "limb", .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("words.field.limb"), .classes = "govuk-fieldset__legend--s"}},
                                 .items = {limb("a", page.objective.eliminate), limb("b", page.objective.advance), limb("c", page.objective.foster)}}),
              govuk::button({.text = site.words("words.save"), .prevent_double_click = true}));
}

Html summary_form(const Site& site, const ItemWordsPage& page) {
  return form(attr("method", "post"), action(site.local(Url::path({"desk", "plans", page.slug, "items", page.item.text, "summary"}))), csrf_field(site),
              govuk::input({.name = "language", .id = "language", .label = {.text = site.words("words.field.language"), .classes = "govuk-label--s"},
                            .hint = govuk::HintParams{.text = site.words("words.hint.language")}, .value = page.typed.language, .classes = "govuk-input--width-10"}),
              govuk::checkboxes({.name = "easy_read", .items = {{.value = "yes", .text = site.words("summary.easy_read"), .checked = page.typed.easy_read}}}),
              govuk::textarea({.name = "text", .id = "text", .label = {.text = site.words("words.field.text"), .classes = "govuk-label--s"},
                               .hint = govuk::HintParams{.text = site.words("words.hint.text")}, .value = page.typed.text, .rows = 6, .attributes = attr("dir", "auto")}),
              govuk::input({.name = "approved_by", .id = "approved_by", .label = {.text = site.words("words.field.approved_by"), .classes = "govuk-label--s"}, .value = page.typed.approved_by}),
              govuk::button({.text = site.words("words.publish"), .prevent_double_click = true}));
}

}  // namespace

Html item_words_page(const ItemWordsPage& page, const Site& site) {
  const auto heading = site.words("words.heading");
  const auto main = join(refusal_summary(site, page.refusal),
                         span(cls("govuk-caption-l"), quoted(page.language, headline(page.title))), h1(cls("govuk-heading-l"), heading),
                         lead_text(site.words("words.answer")), heading_m(site.words("report.duty")), objective_form(site, page),
                         summaries_section(site, page.summaries), when(page.may_summarise, [&] { return join(heading_m(site.words("words.add")), summary_form(site, page)); }));
  return frame(site, {.title = heading + ": " + headline(page.title),
                      .trail = {{plan_url(page.slug), page.plan_title, page.language}, {item_url(page.slug, page.item), headline(page.title), page.language}},
                      .has_errors = !page.refusal.empty()},
               main);
}

}  // namespace makegood::pages
