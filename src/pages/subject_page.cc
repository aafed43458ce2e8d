// What is held about one person, step by step. Nothing is kept between the steps: each page carries what was said before.

#include "pages/subject_page.h"

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/content.h"
#include "html/components/fields.h"
#include "html/components/lists.h"
#include "pages/document_html.h"
#include "pages/fault_summary.h"
#include "pages/hidden_field.h"
#include "pages/page_parts.h"
#include "pages/protection_page.h"
#include "pages/register_fields.h"

namespace makegood::pages {

using namespace html;

Url subject_url() { return Url::path({"desk", "subject-access"}); }

namespace {

constexpr std::string_view kWordsOf = "words-";

std::string words_typed(const SubjectForm& form, const std::string& id) {
  const auto found = std::find_if(form.words.begin(), form.words.end(), [&](const auto& one) { return one.first == id; });
  return found == form.words.end() ? std::string{} : found->second;
}

Html carried_search(const SubjectForm& form) { return join(hidden("value", form.value), hidden("reason", form.reason)); }
Html carried_records(const SubjectForm& form) {
  return each(form.records, [](const std::string& id) { return hidden("record", id); });
}
Html carried_redaction(const SubjectForm& form) {
  return join(each(form.left_out, [](const std::string& name) { return hidden("left_out", name); }),
              each(form.words, [](const auto& one) { return hidden(std::string(kWordsOf) + one.first, one.second); }));
}

Html step_form(const Site& site, const Html& inside) {
  return html::form(attr("method", "post"), action(site.local(subject_url())), attr("novalidate", ""), csrf_field(site), inside);
}

Html step_button(const Site& site, std::string_view step, std::string_view words, bool first = true) {
  return govuk::button({.text = site.words(words), .name = "step", .value = std::string(step), .prevent_double_click = false, .classes = first ? "" : "govuk-button--secondary"});
}

Html subject_frame(const Site& site, const SubjectForm& form, const std::string& title, std::string_view at, const Html& main) {
  return frame(site, {.title = title, .trail = {{protection_url(), site.words("protection.heading"), ""}, {subject_url(), site.words("subject.heading"), ""}},
                      .has_errors = !form.refusal.empty()},
               join(refusal_summary(site, form.refusal, at), h1(cls("govuk-heading-l"), title), main));
}

Html searched_table(const Site& site, const std::vector<SubjectRegister>& searched) {
  govuk::TableParams table{.caption = site.words("subject.searched"), .caption_classes = "govuk-table__caption--m",
                           .head = {{.text = site.words("subject.register")}, {.text = site.words("subject.records_searched"), .format = "numeric"},
                                    {.text = site.words("subject.records_found"), .format = "numeric"}, {.text = site.words("subject.basis")}, {.text = site.words("subject.kept_for")}},
                           .first_cell_is_header = true};
  for (const auto& one : searched)
    table.rows.push_back({{.text = in_language(site, one.definition().title)}, {.text = site.words.number(one.searched), .format = "numeric"},
                          {.text = site.words.number(static_cast<std::int64_t>(one.found)), .format = "numeric"}, {.text = lawful_words(one.definition().lawful, site.words)},
                          {.text = retention_words(one.definition(), site.words)}});
  return in_scroll(site.words("subject.searched"), govuk::table(table));
}

std::string found_in(const Site& site, const SubjectRecord& record) {
  std::vector<std::string> fields;
  for (const auto& name : record.naming)
    if (const auto* field = record.definition().field(name)) fields.push_back(field_words(site, *field));
  if (record.in_messages) fields.push_back(site.words("message.heading"));
  return fields.empty() ? site.words("subject.by_number") : site.words("subject.found_in", {{"fields", site.words.list(fields)}});
}

/// One record while it is redacted: its answers to leave out, and the words of others.
Html redacting(const Site& site, const SubjectForm& form, const SubjectRecord& record) {
  const auto& definition = record.definition();
  const auto& id = record.record.id.text;
  std::vector<govuk::ChoiceItem> items;
  for (const auto& field : definition.fields) {
    const auto value = answer(record.record.answers, field.name);
    if (value.empty()) continue;
    const auto words = answer_in_words(site, definition, field, value);
    const bool look = needs_a_look(record, field);
    items.push_back({.value = id + "." + field.name, .text = join(strong(field_words(site, field)), ": ", quoted("en", words)),
                     .hint = look ? std::optional(govuk::HintParams{.text = site.words("subject.look")}) : std::nullopt});
  }
  for (std::size_t i = 0; i < record.messages.size(); ++i) {
    const auto& message = record.messages[i];
    items.push_back({.value = message_name(record, i), .text = join(strong(site.words(message.from_sender ? "message.from_sender" : "message.from_handler")), ": ", quoted("en", message.text)),
                     .hint = govuk::HintParams{.text = site.words("subject.look")}});
  }
  const auto title = site.words("register.record", {{"register", in_language(site, definition.title)}, {"id", id}});
  return section(attr("aria-labelledby", "record-" + id), h2(cls("govuk-heading-m"), html::id("record-" + id), title),
                 govuk::checkboxes({.name = "left_out", .id_prefix = "left-out-" + id,
                                    .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("subject.leave_out"), .classes = "govuk-fieldset__legend--s"}},
                                    .items = std::move(items), .values = form.left_out, .classes = "govuk-checkboxes--small"}),
                 govuk::textarea({.name = std::string(kWordsOf) + id, .label = {.text = site.words("subject.words"), .classes = "govuk-label--s"},
                                  .hint = govuk::HintParams{.text = site.words("subject.words.hint")}, .value = words_typed(form, id), .rows = 3}));
}

}  // namespace

SubjectRedaction SubjectForm::redaction() const {
  SubjectRedaction redaction{left_out, {}};
  for (const auto& [id, typed] : words) redaction.words.emplace_back(id, split(replace_all(typed, "\r", ""), '\n'));
  return redaction;
}

SubjectForm subject_form_from(const QueryPairs& pairs) {
  SubjectForm form;
  for (const auto& [name, value] : pairs) {
    if (name == "value") form.value = value;
    else if (name == "reason") form.reason = value;
    else if (name == "record") form.records.push_back(value);
    else if (name == "left_out") form.left_out.push_back(value);
    else if (name == "looked") form.looked = value == "yes";
    else if (name == "again") form.again = value == "yes";
    else if (name.starts_with(kWordsOf) && !trim(value).empty()) form.words.emplace_back(name.substr(kWordsOf.size()), value);
  }
  return form;
}

Html subject_search_page(const SubjectForm& form, const Site& site) {
  const auto error = [&](std::string_view field) { return form.fault == field ? refusal_of(site, form.refusal) : std::nullopt; };
  const auto title = site.words("subject.heading");
  return frame(site, {.title = title, .trail = {{protection_url(), site.words("protection.heading"), ""}}, .has_errors = !form.refusal.empty()},
               join(refusal_summary(site, form.refusal, form.fault), h1(cls("govuk-heading-l"), title), lead_text(site.words("subject.answer")),
                    step_form(site, join(govuk::input({.name = "value", .label = {.text = site.words("subject.value"), .classes = "govuk-label--s"},
                                                       .hint = govuk::HintParams{.text = site.words("subject.value.hint")}, .error_message = error("value"), .value = form.value,
                                                       .autocomplete = "off", .spellcheck = false}),
                                         govuk::input({.name = "reason", .label = {.text = site.words("subject.reason"), .classes = "govuk-label--s"},
                                                       .hint = govuk::HintParams{.text = site.words("subject.reason.hint")}, .error_message = error("reason"), .value = form.reason}),
                                         step_button(site, "found", "subject.search")))));
}

Html subject_found_page(const SubjectForm& form, const std::vector<SubjectRegister>& searched, const std::vector<SubjectRecord>& records, const Site& site) {
  std::vector<govuk::ChoiceItem> items;
  for (const auto& record : records)
    items.push_back({.value = record.record.id.text,
                     .text = join(in_language(site, record.definition().title), ", ", site.words.date(happened_on(record.definition(), record.record)), " (", record.record.id.text, ")"),
                     .hint = govuk::HintParams{.text = found_in(site, record)}});
  const auto choose = [&] {
    return step_form(site, join(carried_search(form),
                                govuk::checkboxes({.name = "record", .fieldset = govuk::FieldsetParams{.legend = govuk::LegendParams{.text = site.words("subject.choose"), .classes = "govuk-fieldset__legend--m"}},
                                                   .error_message = form.fault == "record" ? refusal_of(site, form.refusal) : std::nullopt, .items = items, .values = form.records}),
                                step_button(site, "redact", "subject.continue")));
  };
  return subject_frame(site, form, site.words("subject.found.heading", {{"n", static_cast<int>(records.size())}}), form.fault,
                       join(lead_text(site.words("subject.found.answer", {{"value", form.value}})), when(!records.empty(), choose), searched_table(site, searched)));
}

Html subject_redact_page(const SubjectForm& form, const std::vector<SubjectRecord>& records, const Site& site) {
  return subject_frame(site, form, site.words("subject.redact.heading"), "",
                       join(lead_text(site.words("subject.redact.answer")),
                            step_form(site, join(carried_search(form), carried_records(form), each(records, [&](const SubjectRecord& record) { return redacting(site, form, record); }),
                                                 step_button(site, "preview", "subject.preview")))));
}

Html subject_preview_page(const SubjectForm& form, const Document& document, const Site& site) {
  auto shown = document;
  // The page has its own first heading.
  for (auto& block : shown.blocks)
    if (block.kind == BlockKind::heading) block.level = std::min(block.level + 1, 6);
  return subject_frame(site, form, site.words("subject.preview.heading"), "looked",
                       join(lead_text(site.words("subject.preview.answer")), div(cls("mg-document"), document_html(shown)),
                            step_form(site, join(carried_search(form), carried_records(form), carried_redaction(form), hidden("again", "yes"),
                                                 govuk::checkboxes({.name = "looked", .error_message = form.fault == "looked" ? refusal_of(site, form.refusal) : std::nullopt,
                                                                    .items = {{.value = "yes", .text = site.words("subject.looked")}}, .values = form.looked ? std::vector<std::string>{"yes"} : std::vector<std::string>{}}),
                                                 div(cls("govuk-button-group"), step_button(site, "html", "subject.download_html"), step_button(site, "json", "subject.download_json", false),
                                                     step_button(site, "redact", "subject.back", false))))));
}

}  // namespace makegood::pages
