// The panel's question with the day by which it wants an answer, and the forms of one text.

#include "html/components/content.h"
#include "pages/fault_summary.h"
#include "pages/panel_pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

Html due_field(const Site& site, const ChallengePage& page) {
  return day_field(site, {.name = "due", .legend = site.words("challenge.due"), .legend_classes = "govuk-fieldset__legend--m", .hint = site.words("challenge.hint.due"),
                          .value = page.form.due, .error = fault_of(site, page.faults, "due-day")});
}

Html buttons(const Site& site, const BesideItem& beside, const std::string& text) {
  return div(cls("govuk-button-group"), govuk::button({.text = text, .prevent_double_click = true}),
             link_to(site.local(item_url(beside.slug, beside.item.id)), site.words("form.cancel")));
}

std::string key_of(const PanelStepPage& page, std::string_view what) {
  return "panel.step." + std::string(row_of(page.step).word) + "." + std::string(what);
}

// Showing a finding again needs no words.
Html text_field(const Site& site, const PanelStepPage& page) {
  if (page.step == PanelStep::free) return {};
  return govuk::textarea({.name = "text",
                          .label = {.text = site.words(key_of(page, "label")), .classes = "govuk-label--m"},
                          .hint = govuk::HintParams{.text = site.words(key_of(page, "hint"))},
                          .error_message = fault_of(site, page.faults, "text"),
                          .value = page.text,
                          .attributes = lang(page.beside.language)});
}

Html what_it_is_about(const Site& site, const PanelStepPage& page) {
  if (page.challenge) return govuk::inset_text({.text = challenge_in_full(site, *page.challenge, page.beside.language, site.today)});
  return beside_voices(site, page.beside);
}

}  // namespace

Html challenge_page(const ChallengePage& page, const Site& site) {
  const auto to = panel_url(page.beside.slug, page.beside.item.id, "challenge");
  const auto question = govuk::textarea({.name = "question",
                                         .label = {.text = site.words("challenge.question"), .classes = "govuk-label--m"},
                                         .hint = govuk::HintParams{.text = site.words("challenge.hint.question")},
                                         .error_message = fault_of(site, page.faults, "question"),
                                         .value = page.form.question,
                                         .attributes = lang(page.beside.language)});
  const auto rest = join(beside_voices(site, page.beside), form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site), question,
                                                               due_field(site, page), body_text(site.words("challenge.kept")),
                                                               buttons(site, page.beside, site.words("challenge.send"))));
  return beside_frame(site, page.beside, site.words("challenge.page"), fault_summary(site, page.faults, page.refusal), rest);
}

Html panel_step_page(const PanelStepPage& page, const Site& site) {
  const auto& row = row_of(page.step);
  const auto to = panel_url(page.beside.slug, page.beside.item.id, row.word);
  const auto rest = join(what_it_is_about(site, page),
                         form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site),
                              html::input(attr("type", "hidden"), attr("name", row.about), attr("value", page.about)), text_field(site, page),
                              body_text(site.words(key_of(page, "note"))), buttons(site, page.beside, site.words(key_of(page, "send")))));
  return beside_frame(site, page.beside, site.words(key_of(page, "heading")), fault_summary(site, page.faults, page.refusal), rest);
}

}  // namespace makegood::pages
