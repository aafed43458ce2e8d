#include "pages/directory_form.h"

#include <algorithm>

#include "html/components/choices.h"
#include "html/components/fields.h"
#include "pages/fault_summary.h"

namespace makegood::pages {

using namespace html;

namespace {

std::string id_of(const DirectoryForm& form, const FormField& field) { return form.name + "-" + field.name; }

// The first of a date's three fields is where its error leads.
std::string target_of(const DirectoryForm& form, const FormField& field) {
  return id_of(form, field) + (field.shape == FieldShape::day ? "-day" : "");
}

std::optional<govuk::HintParams> hint_of(const Site& site, const FormField& field) {
  const auto key = "people.hint." + field.name;
  if (field.now.empty() && !site.words.has(key)) return std::nullopt;
  const auto now = when(!field.now.empty(), [&] { return strong(site.words("people.now"), " “", field.now, "”. "); });
  return govuk::HintParams{.text = makegood::html::join(now, site.words.has(key) ? site.words(key) : std::string())};
}

std::optional<govuk::ErrorMessageParams> error_of(const Site& site, const FormField& field) {
  if (field.fault.empty()) return std::nullopt;
  return govuk::ErrorMessageParams{.text = site.words(field.fault), .visually_hidden_text = site.words("component.error")};
}

govuk::LabelParams label_of(const Site& site, const FormField& field) {
  return {.text = site.words("people." + field.name), .classes = "govuk-label--s"};
}

Html date(const Site& site, const DirectoryForm& form, const FormField& field) {
  const auto hint = hint_of(site, field);
  return day_field(site, {.name = field.name, .legend = site.words("people." + field.name), .hint = hint ? hint->text : Content(), .value = field.day,
                          .error = error_of(site, field), .id = id_of(form, field)});
}

Html choice(const Site& site, const DirectoryForm& form, const FormField& field) {
  std::vector<govuk::SelectItem> items = {{site.words("people.choose"), ""}};
  for (const auto& one : field.choices) {
    const bool is_role = field.name == "role" && site.words.has("role." + one.value);
    items.push_back({.text = is_role ? site.words("role." + one.value) : one.label, .value = one.value, .attributes = is_role ? Attributes() : lang("en")});
  }
  return govuk::select({.name = field.name, .id = id_of(form, field), .label = label_of(site, field), .hint = hint_of(site, field),
                        .error_message = error_of(site, field), .items = std::move(items), .value = field.value});
}

Html tick(const Site& site, const DirectoryForm& form, const FormField& field) {
  return govuk::checkboxes({.name = field.name,
                            .id_prefix = id_of(form, field),
                            .items = {{.value = "yes", .text = site.words("people." + field.name), .hint = hint_of(site, field)}},
                            .values = {field.value}});
}

Html drawn(const Site& site, const DirectoryForm& form, const FormField& field) {
  switch (field.shape) {
    case FieldShape::line:
      return govuk::input({.name = field.name, .id = id_of(form, field), .label = label_of(site, field), .hint = hint_of(site, field),
                           .error_message = error_of(site, field), .value = field.value, .spellcheck = field.name == "email" ? std::optional(false) : std::nullopt});
    case FieldShape::lines:
      return govuk::textarea({.name = field.name, .id = id_of(form, field), .label = label_of(site, field), .hint = hint_of(site, field),
                              .error_message = error_of(site, field), .value = field.value, .rows = 3, .attributes = lang("en")});
    case FieldShape::day: return date(site, form, field);
    case FieldShape::choice: return choice(site, form, field);
    case FieldShape::tick: return tick(site, form, field);
    case FieldShape::hidden: break;
  }
  return html::input(attr("type", "hidden"), attr("name", field.name), attr("value", field.value));
}

bool is_valid(const FormField& field) {
  if (field.shape != FieldShape::day) return true;
  return day_from(field.day).has_value();
}

std::string said(const FormField& field) {
  if (field.shape == FieldShape::choice) {
    const auto found = std::find_if(field.choices.begin(), field.choices.end(), [&](const Choice& c) { return c.value == field.value; });
    return found == field.choices.end() ? std::string() : found->label;
  }
  if (field.shape == FieldShape::day) return field.day.empty() ? "" : field.day.day + "/" + field.day.month + "/" + field.day.year;
  return field.value;
}

}  // namespace

const FormField* DirectoryForm::find(std::string_view field) const {
  const auto found = std::find_if(fields.begin(), fields.end(), [&](const FormField& f) { return f.name == field; });
  return found == fields.end() ? nullptr : &*found;
}

std::string DirectoryForm::text(std::string_view field) const {
  const auto* found = find(field);
  return found == nullptr ? std::string() : std::string(trim(found->value));
}

std::optional<Day> DirectoryForm::day(std::string_view field) const {
  const auto* found = find(field);
  if (found == nullptr) return std::nullopt;
  return day_from(found->day).value_or(std::nullopt);
}

bool DirectoryForm::has_faults() const {
  return std::any_of(fields.begin(), fields.end(), [](const FormField& f) { return !f.fault.empty(); });
}

void fill(DirectoryForm& form, const QueryPairs& pairs) {
  for (auto& one : form.fields) {
    if (one.shape == FieldShape::day) one.day = date_fields_from(pairs, one.name);
    else one.value = replace_all(valid_utf8(field(pairs, one.name)), "\r\n", "\n");
  }
}

bool look_over(DirectoryForm& form) {
  for (auto& field : form.fields) {
    const bool is_empty = field.shape == FieldShape::day ? field.day.empty() : trim(field.value).empty();
    if (field.needed && is_empty) field.fault = "people.error." + field.name;
    else if (!is_valid(field)) field.fault = "form.error.date";
  }
  return !form.has_faults();
}

void tell_changes(DirectoryForm& typed, const DirectoryForm& current) {
  for (auto& field : typed.fields) {
    const auto* now = current.find(field.name);
    if (now == nullptr) continue;
    if (field.shape == FieldShape::hidden) field.value = now->value;
    else if (said(*now) != said(field)) field.now = said(*now).empty() ? "–" : said(*now);
  }
}

std::vector<FormField> term_fields(const Term& term) {
  return {{.shape = FieldShape::day, .name = "from", .day = date_fields(term.from)},
          {.shape = FieldShape::day, .name = "until", .day = date_fields(term.until)}};
}

Term term_of(const DirectoryForm& form) { return {form.day("from"), form.day("until")}; }

Html directory_form(const Site& site, const DirectoryForm& form, bool secondary) {
  return html::form(attr("method", "post"), action(site.local(form.to)), attr("novalidate", ""), csrf_field(site),
                    each(form.fields, [&](const FormField& field) { return drawn(site, form, field); }),
                    govuk::button({.text = site.words(form.button), .prevent_double_click = true, .classes = secondary ? "govuk-button--secondary" : ""}));
}

void add_errors(const Site& site, const DirectoryForm& form, std::vector<govuk::ErrorSummaryItem>& list) {
  for (const auto& field : form.fields)
    if (!field.fault.empty())
      list.push_back({.text = html::join(site.words("people." + field.name), ": ", site.words(field.fault)), .href = Url::fragment(target_of(form, field))});
}

}  // namespace makegood::pages
