// The fields of an answer: one question, a box for words, and what only some need folded away.

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "pages/answer_form.h"
#include "pages/claims_asked.h"
#include "pages/fault_summary.h"
#include "pages/pieces.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string name_of(const AnswerFields& fields, std::string_view field) { return fields.item.text + "-" + std::string(field); }

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const AnswerFields& fields, std::string_view field) {
  const auto name = name_of(fields, field);
  for (const auto& fault : *fields.faults)
    if (fault.field == name) return govuk::ErrorMessageParams{.text = site.words(fault.message), .visually_hidden_text = site.words("component.error")};
  return std::nullopt;
}

bool is_at_fault(const AnswerFields& fields, std::initializer_list<std::string_view> names) {
  return std::any_of(names.begin(), names.end(), [&](std::string_view field) {
    const auto name = name_of(fields, field);
    return std::any_of(fields.faults->begin(), fields.faults->end(), [&](const FieldFault& fault) { return fault.field == name; });
  });
}

Html claim_field(const Site& site, const AnswerFields& fields) {
  std::vector<govuk::ChoiceItem> items;
  if (fields.may_say_no_change) items.push_back({.value = std::string(kNoChange), .text = site.words("claim.no_change")});
  for (const auto claim : kClaimsAsked) items.push_back({.value = std::string(word(claim)), .text = claim_words(site, claim)});
  items.push_back({.value = std::string(kNothingToReport), .text = site.words("claim.nothing_to_report")});
  return govuk::radios({.name = name_of(fields, "claim"),
                        .fieldset = govuk::FieldsetParams{.legend = {.text = site.words("answer.claim"), .classes = "govuk-fieldset__legend--s"}},
                        .error_message = error_of(site, fields, "claim"),
                        .items = std::move(items),
                        .value = fields.form->claim,
                        .classes = "govuk-radios--small"});
}

Html text_field(const Site& site, const AnswerFields& fields, std::string_view field, const std::string& value) {
  const auto hint = "answer.hint." + std::string(field);
  return govuk::input({.name = name_of(fields, field),
                       .label = {.text = site.words("answer." + std::string(field))},
                       .hint = site.words.has(hint) ? std::optional(govuk::HintParams{.text = site.words(hint)}) : std::nullopt,
                       .error_message = error_of(site, fields, field),
                       .value = value});
}

Html long_field(const Site& site, const AnswerFields& fields, std::string_view field, const std::string& value, int rows) {
  const auto hint = "answer.hint." + std::string(field);
  return govuk::textarea({.name = name_of(fields, field),
                          .label = {.text = site.words("answer." + std::string(field)), .classes = field == "narrative" ? "govuk-label--s" : ""},
                          .hint = site.words.has(hint) ? std::optional(govuk::HintParams{.text = site.words(hint)}) : std::nullopt,
                          .error_message = error_of(site, fields, field),
                          .value = value,
                          .rows = rows,
                          .attributes = lang(typed_language(site))});
}

Html date_field(const Site& site, const AnswerFields& fields) {
  return day_field(site, {.name = name_of(fields, "date"), .legend = site.words("answer.date"), .legend_classes = "", .hint = site.words("form.hint.date"),
                          .value = fields.form->date, .error = error_of(site, fields, "date-day")});
}

Html consent_field(const Site& site, const AnswerFields& fields) {
  return govuk::checkboxes({.name = name_of(fields, "consent"),
                            .items = {{.value = "yes", .text = site.words("answer.consent"), .checked = fields.form->consent}},
                            .classes = "govuk-checkboxes--small"});
}

Html file_field(const Site& site, const AnswerFields& fields) {
  if (!fields.takes_files) return {};
  return join(govuk::file_upload({.name = name_of(fields, "file"),
                                  .label = {.text = site.words("answer.file")},
                                  .hint = govuk::HintParams{.text = site.words("answer.hint.file")},
                                  .error_message = error_of(site, fields, "file")}),
              text_field(site, fields, "file_shows", fields.form->file_shows));
}

// What was added already, each with a box that takes it away again.
Html kept_evidence(const Site& site, const AnswerFields& fields) {
  if (fields.evidence->empty()) return {};
  std::vector<govuk::ChoiceItem> items;
  for (const auto& shown : *fields.evidence)
    items.push_back({.value = shown.evidence.id.text, .text = join(site.words("answer.take_away"), " ", evidence_words(site, shown))});
  return join(p(cls("govuk-body"), site.words("answer.added", {{"n", static_cast<int>(fields.evidence->size())}})),
              govuk::checkboxes({.name = name_of(fields, "drop"), .items = std::move(items), .values = fields.form->drop, .classes = "govuk-checkboxes--small"}));
}

Html new_date(const Site& site, const AnswerFields& fields) {
  const bool open = !fields.form->date.empty() || !fields.form->because.empty() || is_at_fault(fields, {"date-day", "because"});
  return govuk::details({.summary_text = site.words("answer.new_date"),
                         .text = join(date_field(site, fields), long_field(site, fields, "because", fields.form->because, 2)),
                         .open = open});
}

Html add_evidence(const Site& site, const AnswerFields& fields) {
  const auto& form = *fields.form;
  const bool open = !fields.evidence->empty() || is_at_fault(fields, {"link", "shows", "figure", "source", "quotation", "file", "evidence"});
  return govuk::details({.summary_text = site.words("answer.evidence"),
                         .text = join(kept_evidence(site, fields), file_field(site, fields), text_field(site, fields, "link", form.link),
                                      text_field(site, fields, "shows", form.shows), text_field(site, fields, "figure", form.figure),
                                      text_field(site, fields, "source", form.source), long_field(site, fields, "quotation", form.quotation, 2),
                                      consent_field(site, fields), p(cls("govuk-body-s"), site.words("answer.one_of_each"))),
                         .open = open});
}

Html scan_words(const Site& site, ScanState state) { return join(". ", site.words("scan." + std::string(word(state)))); }

}  // namespace

Html evidence_words(const Site& site, const ShownEvidence& shown) {
  const auto& evidence = shown.evidence;
  switch (evidence.kind) {
    case EvidenceKind::file: {
      const auto name = evidence.name.empty() ? site.words("evidence.file") : evidence.name;
      const auto language = typed_language(site);
      return join(shown.url.empty() ? quoted(language, name) : a(cls("govuk-link"), href(shown.url), attr("rel", "nofollow"), attr("download", name), lang(language), name), " (",
                  site.words("evidence.size", {{"kb", static_cast<int>((evidence.size + 1023) / 1024)}}), ")",
                  when(!evidence.text.empty(), [&] { return join(": ", quoted(language, evidence.text)); }),
                  when(shown.scan != ScanState::clean, [&] { return scan_words(site, shown.scan); }));
    }
    case EvidenceKind::link: {
      const auto url = Url::parse(evidence.url);
      const auto& text = evidence.text.empty() ? evidence.url : evidence.text;
      const auto language = typed_language(site);
      return url ? a(cls("govuk-link"), href(*url), attr("rel", "nofollow noopener"), lang(language), text) : quoted(language, text);
    }
    case EvidenceKind::figure:
      return join(quoted(typed_language(site), evidence.text),
                  when(!evidence.source.empty(), [&] { return join(" (", site.words("evidence.from"), " ", quoted(typed_language(site), evidence.source), ")"); }));
    case EvidenceKind::quotation:
      return join("“", quoted(typed_language(site), evidence.text), "”", when(!evidence.consent, [&] { return join(". ", site.words("evidence.no_consent")); }));
  }
  return {};
}

Html answer_fields(const Site& site, const AnswerFields& fields) {
  return join(input(attr("type", "hidden"), attr("name", name_of(fields, "seen")), attr("value", fields.form->seen)), claim_field(site, fields),
              text_field(site, fields, "reason", fields.form->reason), long_field(site, fields, "narrative", fields.form->narrative, 5),
              new_date(site, fields), add_evidence(site, fields));
}

}  // namespace makegood::pages
