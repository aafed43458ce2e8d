// What does the panel find? Claim, evidence and calendar stand beside the form.

#include "html/components/choices.h"
#include "html/components/content.h"
#include "pages/fault_summary.h"
#include "pages/panel_pieces.h"
#include "pages/voice_words.h"

namespace makegood::pages {

using namespace html;

namespace {

Html found_field(const Site& site, const FindingPage& page) {
  std::vector<govuk::ChoiceItem> choices;
  for (const auto& row : kFounds)
    if (row.code != Found::not_yet_assessed)
      choices.push_back({.value = std::string(row.word), .text = found_words(site, row.code),
                         .hint = govuk::HintParams{.text = site.words("found." + std::string(row.word) + ".hint")}});
  return govuk::radios({.name = "found",
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("panel.found"), .classes = "govuk-fieldset__legend--m"}},
                        .error_message = fault_of(site, page.faults, "found"),
                        .items = std::move(choices),
                        .value = page.form.found});
}

Html reasons_field(const Site& site, const FindingPage& page) {
  return govuk::textarea({.name = "reasons",
                          .label = {.text = site.words("panel.reasons"), .classes = "govuk-label--m"},
                          .hint = govuk::HintParams{.text = site.words("panel.hint.reasons")},
                          .error_message = fault_of(site, page.faults, "reasons"),
                          .value = page.form.reasons,
                          .attributes = lang(page.beside.language)});
}

Html looked_at_field(const Site& site, const FindingPage& page) {
  if (page.beside.evidence.empty()) return body_text(site.words("panel.no_evidence"));
  std::vector<govuk::ChoiceItem> choices;
  for (const auto& evidence : page.beside.evidence)
    choices.push_back({.value = evidence.id.text, .text = quoted(page.beside.language, evidence_name(evidence))});
  return govuk::checkboxes({.name = "looked_at",
                            .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("panel.looked_at.question"), .classes = "govuk-fieldset__legend--m"}},
                            .items = std::move(choices),
                            .values = page.form.looked_at});
}

Html meanwhile(const Site& site, const FindingPage& page) {
  if (page.meanwhile.empty()) return {};
  return section(attr("aria-labelledby", "meanwhile"), heading_m(site.words("panel.meanwhile"), "meanwhile"),
                 history_list(site, page.meanwhile, page.beside.slug, page.beside.language));
}

}  // namespace

Html finding_page(const FindingPage& page, const Site& site) {
  const auto to = panel_url(page.beside.slug, page.beside.item.id);
  const auto rest = join(
      meanwhile(site, page), beside_voices(site, page.beside),
      form(attr("method", "post"), action(site.local(to)), attr("novalidate", ""), csrf_field(site),
           html::input(attr("type", "hidden"), attr("name", "seen"), attr("value", page.form.seen)), found_field(site, page), reasons_field(site, page),
           looked_at_field(site, page), body_text(site.words("panel.kept")),
           div(cls("govuk-button-group"), govuk::button({.text = site.words("panel.send"), .prevent_double_click = true}),
               link_to(site.local(item_url(page.beside.slug, page.beside.item.id)), site.words("form.cancel")))));
  return beside_frame(site, page.beside, site.words("panel.record.heading"), fault_summary(site, page.faults, page.refusal), rest);
}

}  // namespace makegood::pages
