// Forms of registers: which questions stand on which page, and what a form's pairs say.

#include <algorithm>

#include "pages/register_pages.h"

namespace makegood::pages {

Url registers_url() { return Url::path({"registers"}); }
Url register_url(std::string_view name) { return Url::path({"registers", name}); }
Url report_url(std::string_view name) { return Url::path({"registers", name, "report"}); }
Url received_url(std::string_view name, const RecordId& id) { return Url::path({"registers", name, "received", id.text}); }
Url desk_registers_url() { return Url::path({"desk", "registers"}); }
Url desk_register_url(std::string_view name) { return Url::path({"desk", "registers", name}); }
Url record_url(std::string_view name, const RecordId& id) { return Url::path({"desk", "registers", name, "records", id.text}); }
Url returns_url(std::string_view name) { return Url::path({"desk", "registers", name, "returns"}); }

namespace {

/// "2026-03-02" where the three boxes are numbers; what else was typed is kept for the form to show again.
std::string date_typed(const DateFields& boxes) {
  if (boxes.empty()) return {};
  const auto day = day_from(boxes);
  if (day && *day) return (*day)->iso();
  return boxes.day + "/" + boxes.month + "/" + boxes.year;
}

std::string ticked(const QueryPairs& pairs, std::string_view name) {
  std::vector<std::string> values;
  for (const auto& [key, value] : pairs)
    if (key == name && !value.empty()) values.push_back(value);
  return makegood::join(values, ";");
}

}  // namespace

Answers answers_from(const Definition& definition, const QueryPairs& pairs) {
  Answers answers;
  for (const auto& f : definition.fields) {
    std::string value = f.many ? ticked(pairs, f.name) : field(pairs, f.name);
    if (f.type == FieldType::date)
      if (auto typed = date_typed(date_fields_from(pairs, f.name)); !typed.empty()) value = std::move(typed);
    if (!value.empty()) answers[f.name] = std::move(value);
  }
  return answers;
}

bool is_handlers(const Definition& definition, const RegisterField& field) {
  return field.set_by == SetBy::handler || (definition.consent && field.name == definition.consent->field);
}

std::vector<const RegisterField*> asked_on(const Definition& definition, std::string_view step, const Answers& answers) {
  std::vector<const RegisterField*> fields;
  for (const auto& f : definition.fields) {
    if (f.set_by != SetBy::whoever_submits || f.page != step) continue;
    // What depends on a question of the same page stands there whatever was chosen: without script nothing opens.
    const auto* depends = f.shown_if ? definition.field(f.shown_if->field) : nullptr;
    if (depends == nullptr || depends->page == step || is_asked(definition, f, answers)) fields.push_back(&f);
  }
  return fields;
}

std::vector<std::string> steps_of(const Definition& definition, const Answers& answers) {
  std::vector<std::string> steps;
  for (const auto& page : definition.pages)
    if (!asked_on(definition, page.name, answers).empty()) steps.push_back(page.name);
  if (!asked_on(definition, "", answers).empty()) steps.emplace_back();
  steps.emplace_back(kCheck);
  return steps;
}

}  // namespace makegood::pages
